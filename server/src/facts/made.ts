import type { Operation } from '../model/model.ts';
import type { Struct } from '../model/struct.ts';
import { actions } from '../model/vocabulary/index.ts';

/** The kind of what an operation makes under its `name`, if anything has it afterwards. */
export function kindMade({ action, struct }: Pick<Operation, 'action' | 'struct'>): 'image' | 'server' | undefined {
  const makes = action && actions[action].makes;
  return makes === 'server' && !isOneServer(struct) ? undefined : makes;
}

/** The kind of what an operation makes under its `name`, or gives that for a new one. */
export const kindNamed = (operation: Pick<Operation, 'action' | 'struct'>): 'image' | 'server' | undefined =>
  operation.action === 'update' ? 'image' : kindMade(operation);

/** Of several servers none has the name; how many a broken count means is not known. */
function isOneServer(struct: Struct): boolean {
  const count = struct.integer('count');
  return typeof count !== 'object' || count.value <= 1;
}
