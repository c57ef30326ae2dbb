import { Analysis } from '../analysis/analysis.ts';
import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { OpenText } from './openText.ts';
import {
  CancellationToken,
  type DidChangeTextDocumentParams,
  type Position,
  type TextDocumentItem,
} from './protocol.ts';
import { inSlices } from './slices.ts';

/** A manifest that the client has open. */
export class OpenDocument extends OpenText<Analysis> {
  readonly #files: InventoryFiles;
  #isClosed = false;

  constructor(item: TextDocumentItem, files: InventoryFiles) {
    super(item, new Analysis(item.text, defaultConfiguration.settings, files, 'later'));
    this.#files = files;
    this.#open(this.analysis);
  }

  configure(configuration: Configuration): void {
    if (JSON.stringify(configuration) === JSON.stringify(this.configuration)) return;
    this.configuration = configuration;
    this.analysis = this.analyse(this.analysis.document.text);
    this.revision++;
  }

  refreshInventories(): void {
    this.analysis.refreshInventories();
    this.revision++;
  }

  override get isOpen(): boolean {
    return this.analysis.isOpen;
  }

  override hasSeen(position: Position): boolean {
    const { document } = this.analysis;
    const found = document.slotAt(document.offsetAt(position));
    return found === undefined || this.analysis.hasSeen(found.slot);
  }

  override close(): void {
    this.#isClosed = true;
  }

  protected override analyse(text: string): Analysis {
    const analysis = new Analysis(text, this.configuration.settings, this.#files, 'later');
    this.#open(analysis);
    return analysis;
  }

  #open(analysis: Analysis): void {
    const isWanted = (): boolean => this.analysis === analysis && !this.#isClosed;
    this.opened = inSlices(analysis.open(), isWanted, CancellationToken.None).then(() => {});
    // Whoever waits for it is told.
    this.opened.catch(() => {});
  }
}

/** The documents of a kind that the client has open. */
export class Documents<T extends OpenText = OpenDocument> implements Iterable<T> {
  readonly #byUri = new Map<string, T>();
  readonly #take: (item: TextDocumentItem) => T;

  constructor(take: (item: TextDocumentItem) => T) {
    this.#take = take;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#byUri.values();
  }

  get(uri: string): T | undefined {
    return this.#byUri.get(uri);
  }

  /** Nothing, where it is of no such kind after all. */
  open(item: TextDocumentItem): T | undefined {
    const document = this.#take(item);
    this.#byUri.set(item.uri, document);
    return document;
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): T | undefined {
    const document = this.#byUri.get(textDocument.uri);
    document?.change(textDocument.version, contentChanges);
    return document;
  }

  close(uri: string): T | undefined {
    const document = this.#byUri.get(uri);
    this.#byUri.delete(uri);
    document?.close();
    return document;
  }
}
