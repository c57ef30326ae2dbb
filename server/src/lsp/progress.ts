import type { Localized } from '../localized.ts';
import type { Client } from './client.ts';
import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from './protocol.ts';

/** Work that is done sooner has no bar, and a bar does not move more often than every so many milliseconds. */
const patience = 500;
const pace = 100;

/** Goes over many things, and shows how far it is where that takes long: on one bar, however many ask for it. */
export class Progress {
  #bar: WorkDoneProgressServerReporter | undefined;
  #refused = false;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly title: Localized,
  ) {}

  /** Does the work for each, until the token or the user cancels. Tells which are left. */
  async over(
    items: readonly string[],
    token: CancellationToken,
    work: (item: string) => Promise<void>,
  ): Promise<readonly string[]> {
    const started = Date.now();
    let next = started + patience;
    let bar: WorkDoneProgressServerReporter | undefined;
    let cancelled = false;
    try {
      for (const [index, item] of items.entries()) {
        if (token.isCancellationRequested || cancelled) return items.slice(index);
        await work(item);
        if (Date.now() < next) continue;
        next = Date.now() + pace;
        bar ??= await this.#show(() => {
          cancelled = true;
        });
        bar?.report(Math.floor(((index + 1) / items.length) * 100), `${index + 1}/${items.length}`);
      }
      return [];
    } finally {
      bar?.done();
      if (bar === this.#bar) this.#bar = undefined;
    }
  }

  async #show(cancel: () => void): Promise<WorkDoneProgressServerReporter | undefined> {
    if (!this.client.showsProgress || this.#refused || this.#bar !== undefined) return undefined;
    const bar = await this.connection.window.createWorkDoneProgress().catch(() => undefined);
    // A client that will not have a bar has its answer without one.
    this.#refused = bar === undefined;
    if (bar === undefined || this.#bar !== undefined) return undefined;
    this.#bar = bar;
    bar.token.onCancellationRequested(cancel);
    bar.begin(this.title[this.client.language], 0, undefined, true);
    return bar;
  }
}
