import type { CodeAction, WorkspaceEdit } from './protocol.ts';

/** A code action whose edit is written when it is asked for; nothing, where it cannot be written after all. */
export interface Offer {
  /** Tells the offers with edits of one version of a document apart. */
  readonly key: string;
  readonly action: CodeAction;
  readonly edit?: () => WorkspaceEdit | Promise<WorkspaceEdit | undefined>;
}
