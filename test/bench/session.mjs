import { timeBursts, timeEdits, timeRequests } from './edits.mjs';
import { burstOf, requestsOf } from './scenarios.mjs';

/** Times all kinds of edits and requests on servers that have the same text open. */
export async function timeAll(sessions, { text, format, cycles }, findings, plan, record) {
  const clients = sessions.map(({ client }) => client);
  const note = (id, runs) => {
    for (const [i, { server }] of sessions.entries()) if (runs[i].times.length > 0) record(server, id, runs[i]);
  };
  const isPlanned = ({ id }) => plan.only?.includes(id) ?? true;
  const middle = cycles.find(({ id }) => id === 'middle');
  if (plan.warmUp > 0) await timeEdits(clients, text, middle, { ...plan.edits, rounds: 1, changes: plan.warmUp });
  for (const cycle of cycles.filter(isPlanned)) note(cycle.id, await timeEdits(clients, text, cycle, plan.edits));
  note('burst', await timeBursts(clients, burstOf(middle), plan.bursts));
  for (const request of requestsOf(text, format, findings).filter(isPlanned)) {
    note(request.id, await timeRequests(clients, request, middle, plan.requests));
  }
}
