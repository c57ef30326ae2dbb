import { timeBursts, timeEdits, timeRequests } from './edits.mjs';
import { burstOf, requestsOf } from './scenarios.mjs';

/** Times all kinds of edits and requests on servers that have the same text open. */
export async function timeAll(sessions, { text, format, cycles }, findings, plan, record) {
  const clients = sessions.map(({ client }) => client);
  const note = (id, runs) => {
    for (const [i, { server }] of sessions.entries()) if (runs[i]?.times.length > 0) record(server, id, runs[i]);
  };
  const isPlanned = ({ id }) => plan.only?.includes(id) ?? true;
  const middle = cycles.find(({ id }) => id === 'middle');
  const { warmUp } = plan;
  for (const cycle of cycles.filter(isPlanned)) {
    if (warmUp) await timeEdits(clients, text, cycle, warmUp.edits);
    note(cycle.id, await timeEdits(clients, text, cycle, plan.edits));
  }
  note('burst', await timeBursts(clients, burstOf(middle), plan.bursts));
  for (const request of requestsOf(text, format, findings).filter(isPlanned)) {
    if (warmUp) await timeRequests(clients, request, middle, warmUp.requests);
    const timed = timeRequests(clients, request, middle, plan.requests);
    note(request.id, await (plan.mayFail ? timed.catch(() => notAnswered) : timed));
  }
}

/** By a server that ends in an error. */
const notAnswered = [];
