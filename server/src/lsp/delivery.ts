import type { OpenDocument } from './documents.ts';

/** How diagnostics reach the client. */
export interface Delivery {
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
  /** The settings of all documents have changed. */
  refresh(): void;
}
