import type { Analysis } from '../analysis/analysis.ts';
import type { TextChange } from '../syntax/document.ts';
import { changedText, handful } from './changedText.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { changeIn } from './convert.ts';
import type { Position, TextDocumentContentChangeEvent, TextDocumentItem } from './protocol.ts';

/** What every kind of document is asked for. */
export interface TextAnalysis
  extends Pick<Analysis, 'document' | 'findings' | 'findingsByBlock' | 'fixes' | 'rangeOf'> {
  edit(change: TextChange): unknown;
}

/** A text that the client has open. It is kept once, in its analysis. */
export abstract class OpenText<A extends TextAnalysis = TextAnalysis> {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  analysis: A;
  configuration: Configuration = defaultConfiguration;
  /** Settles when the document has the settings that were last asked for. */
  configured: Promise<void> = Promise.resolve();
  /** Settles when all of the text has been looked at, or another one is to be. */
  opened: Promise<void> = Promise.resolve();
  /** Counts what can change the findings: edits and settings. */
  revision = 0;

  constructor({ uri, languageId, version }: TextDocumentItem, analysis: A) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.analysis = analysis;
  }

  /** Whether all of the text has been looked at. */
  get isOpen(): boolean {
    return true;
  }

  hasSeen(_: Position): boolean {
    return true;
  }

  close(): void {}

  protected abstract analyse(text: string): A;

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (changes.length > handful) this.analysis = this.analyse(changedText(this.analysis.document.text, changes));
    else for (const change of changes) this.#apply(change);
    this.version = version;
    this.revision++;
  }

  #apply(change: TextDocumentContentChangeEvent): void {
    if ('range' in change) this.analysis.edit(changeIn(this.analysis.document, change.range, change.text));
    else this.analysis = this.analyse(change.text);
  }
}
