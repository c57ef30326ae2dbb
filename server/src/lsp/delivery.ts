import type { Open } from './kinds.ts';

/** How diagnostics reach the client. */
export interface Delivery {
  changed(document: Open): void;
  closed(document: Open): void;
  /** What is known beside the texts has changed: settings, files. */
  refresh(): void;
}
