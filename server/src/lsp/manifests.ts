import { isManifest } from '../model/kind.ts';
import { Document } from '../syntax/document.ts';
import { changedText, handful } from './changedText.ts';
import { changeIn } from './convert.ts';
import { Documents, type OpenDocument } from './documents.ts';
import type { DidChangeTextDocumentParams, TextDocumentContentChangeEvent, TextDocumentItem } from './protocol.ts';

/** What handlers see of the open manifests. */
export type OpenManifests = Iterable<OpenDocument> & Pick<Documents<OpenDocument>, 'get'>;

const yaml = 'yaml';

/** By the name of its file. */
export const isManifestFile = (uri: string): boolean => /\.ims\.ya?ml$/.test(uri);

/** The open manifests. A document of language `yaml`, whatever its name, is one as long as it says so. */
export class Manifests extends Documents<OpenDocument> {
  /** The documents of that language that are none, as texts alone. */
  readonly #others = new Map<string, Document>();

  override open(item: TextDocumentItem): OpenDocument | undefined {
    if (item.languageId !== yaml || isManifestFile(item.uri)) return super.open(item);
    const document = new Document(item.text);
    if (isManifest(document)) return super.open(item);
    this.#others.set(item.uri, document);
    return undefined;
  }

  override change(params: DidChangeTextDocumentParams): OpenDocument | undefined {
    const { uri, version } = params.textDocument;
    const other = this.#others.get(uri);
    if (other === undefined) return this.#keep(super.change(params));
    const text = changed(other, params.contentChanges);
    this.#others.set(uri, text);
    if (!isManifest(text)) return undefined;
    this.#others.delete(uri);
    return super.open({ uri, languageId: yaml, version, text: text.text });
  }

  override close(uri: string): OpenDocument | undefined {
    this.#others.delete(uri);
    return super.close(uri);
  }

  #keep(document: OpenDocument | undefined): OpenDocument | undefined {
    if (document?.languageId !== yaml || isManifestFile(document.uri)) return document;
    const text = document.analysis.document;
    if (isManifest(text)) return document;
    super.close(document.uri);
    this.#others.set(document.uri, text);
    return undefined;
  }
}

/** The manifests that no other server for YAML serves beside this one. */
export const withoutYaml = (manifests: OpenManifests): OpenManifests => ({
  get(uri) {
    const document = manifests.get(uri);
    return document?.languageId === yaml ? undefined : document;
  },
  *[Symbol.iterator]() {
    for (const document of manifests) if (document.languageId !== yaml) yield document;
  },
});

/** What another server for YAML tells of its documents. */
export const toldByOthers: ReadonlySet<string> = new Set(['yaml-syntax', 'duplicate-key']);

export const isYaml = ({ languageId }: Pick<OpenDocument, 'languageId'>): boolean => languageId === yaml;

function changed(document: Document, changes: readonly TextDocumentContentChangeEvent[]): Document {
  if (changes.length > handful) return new Document(changedText(document.text, changes));
  return changes.reduce(applyChange, document);
}

function applyChange(document: Document, change: TextDocumentContentChangeEvent): Document {
  if (!('range' in change)) return new Document(change.text);
  document.edit(changeIn(document, change.range, change.text));
  return document;
}
