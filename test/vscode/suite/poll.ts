const TIMEOUT_MS = 20_000;
const INTERVAL_MS = 50;

/** The first answer of `ask` that is not `undefined`; `what` says what was waited for in vain. */
export async function poll<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise(resolve => setTimeout(resolve, INTERVAL_MS));
  }
  throw new Error(`waited ${TIMEOUT_MS / 1000} s for ${what}`);
}
