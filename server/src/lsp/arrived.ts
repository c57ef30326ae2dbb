import { RAL } from './protocol.ts';

/**
 * Resolves when the message that has already arrived behind this one, if any, has been taken in. Messages are delivered
 * one per `setImmediate`, the next of which may be scheduled only after this one: so it takes two.
 */
export async function arrived(): Promise<void> {
  await immediate();
  await immediate();
}

function immediate(): Promise<void> {
  return new Promise(resolve => RAL().timer.setImmediate(resolve));
}
