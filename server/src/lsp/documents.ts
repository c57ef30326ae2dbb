import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { Analysis } from '../analysis/analysis.ts';
import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';

/** A document that the client has open. Its text is kept once, in the analysis. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  analysis: Analysis;
  configuration: Configuration = defaultConfiguration;
  /** Settles when the document has the settings that were last asked for. */
  configured: Promise<void> = Promise.resolve();
  /** Counts what can change the findings: edits and settings. */
  revision = 0;
  readonly #files: InventoryFiles;

  constructor({ uri, languageId, version, text }: TextDocumentItem, files: InventoryFiles) {
    this.#files = files;
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.analysis = this.#analyse(text);
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) this.#apply(change);
    this.version = version;
    this.revision++;
  }

  configure(configuration: Configuration): void {
    if (JSON.stringify(configuration) === JSON.stringify(this.configuration)) return;
    this.configuration = configuration;
    this.analysis = this.#analyse(this.analysis.document.text);
    this.revision++;
  }

  refreshInventories(): void {
    this.analysis.refreshInventories();
    this.revision++;
  }

  #analyse(text: string): Analysis {
    return new Analysis(text, this.configuration.settings, this.#files);
  }

  #apply(change: TextDocumentContentChangeEvent): void {
    const { document } = this.analysis;
    if ('range' in change) {
      const { start, end } = change.range;
      this.analysis.edit({ start: document.offsetAt(start), end: document.offsetAt(end), text: change.text });
    } else {
      this.analysis = this.#analyse(change.text);
    }
  }
}

export class Documents implements Iterable<OpenDocument> {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #filesOf: (uri: string) => InventoryFiles;

  constructor(filesOf: (uri: string) => InventoryFiles) {
    this.#filesOf = filesOf;
  }

  [Symbol.iterator](): Iterator<OpenDocument> {
    return this.#byUri.values();
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  open(item: TextDocumentItem): OpenDocument {
    const document = new OpenDocument(item, this.#filesOf(item.uri));
    this.#byUri.set(item.uri, document);
    return document;
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const document = this.#byUri.get(textDocument.uri);
    document?.change(textDocument.version, contentChanges);
    return document;
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.#byUri.get(uri);
    this.#byUri.delete(uri);
    return document;
  }
}
