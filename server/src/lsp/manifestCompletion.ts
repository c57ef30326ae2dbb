import type { Analysis } from '../analysis/analysis.ts';
import { lineAround } from '../analysis/comments.ts';
import { asText } from '../edit/template.ts';
import { complete } from '../features/completion/complete.ts';
import { documentationOf } from '../features/completion/documentation.ts';
import type { Completion, Item, ItemKind, Topic } from '../features/completion/item.ts';
import { rangesIn } from '../syntax/positions.ts';
import { visible } from '../visible.ts';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';
import { plainText } from './plainText.ts';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
} from './protocol.ts';
import type { Session } from './session.ts';
import { toSnippet } from './snippet.ts';

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  action: CompletionItemKind.Function,
  word: CompletionItemKind.EnumMember,
  region: CompletionItemKind.Constant,
  image: CompletionItemKind.Variable,
  server: CompletionItemKind.Variable,
  backup: CompletionItemKind.Variable,
  bucket: CompletionItemKind.Folder,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Unit,
  skeleton: CompletionItemKind.Snippet,
  rule: CompletionItemKind.Reference,
};

/** What an item carries until it is resolved. */
interface Data {
  readonly uri: string;
  readonly version: number;
  readonly topic: Topic;
}

export function completeManifest(
  document: OpenDocument,
  { position, context }: CompletionParams,
  client: Client,
): CompletionList | null {
  const { analysis } = document;
  const offset = analysis.document.offsetAt(position);
  if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !invites(analysis, offset)) return null;
  const found = complete(analysis, offset, client.language);
  return found === undefined ? null : listOf(found, document, client);
}

/** Tells about an item; about a thing of the manifest only as long as the manifest is the one that it was found in. */
export function onCompletionResolve({ client, documents }: Session): (item: CompletionItem) => CompletionItem {
  return item => {
    const data = item.data as Data | undefined;
    const document = data && documents.get(data.uri);
    if (data === undefined) return item;
    const analysis = document?.version === data.version ? document.analysis : undefined;
    const told = documentationOf(data.topic, analysis, client.language);
    if (told === undefined) return item;
    const { documentationKind: kind } = client.completion;
    return { ...item, documentation: { kind, value: kind === MarkupKind.Markdown ? told : plainText(told) } };
  };
}

/** Whether the space before an offset is one that something is to follow. */
function invites({ document }: Analysis, offset: number): boolean {
  const found = document.slotAt(offset);
  if (found === undefined) return false;
  const { text } = found.slot.segment;
  const end = offset - found.start;
  return /(?:[:,[{]|(?:^|[ \t])-)[ \t]$/.test(text.slice(lineAround(text, end).start, end));
}

function listOf(completion: Completion, document: OpenDocument, client: Client): CompletionList {
  const { items, isIncomplete, start, end, kept, indentation } = completion;
  const rangeOf = rangesIn(document.analysis.document);
  const replace = rangeOf({ start, end });
  const insert = rangeOf({ start, end: kept });
  const shape: Shape = { client, replace, insert, indentation };
  return {
    isIncomplete,
    items: items.map((item, i) => ({
      ...itemOf(item, shape),
      sortText: String(i).padStart(4, '0'),
      ...(item.topic && { data: { uri: document.uri, version: document.version, topic: item.topic } satisfies Data }),
    })),
  };
}

interface Shape {
  readonly client: Client;
  readonly replace: Range;
  readonly insert: Range;
  readonly indentation: string;
}

function itemOf(item: Item, { client, replace, insert, indentation }: Shape): CompletionItem {
  const { label, kind, detail, filter: sought = label, commitsOn, asksForValue } = item;
  const { completion } = client;
  const isSnippet = completion.snippets && item.insert.some(part => typeof part !== 'string');
  const relative = isSnippet ? toSnippet(item.insert) : asText(item.insert);
  const isLong = relative.includes('\n');
  // Where the client indents the lines below the first itself, it is told to; else they come as they are to be.
  const newText = completion.adjustsIndentation ? relative : relative.replaceAll('\n', `\n${indentation}`);
  return {
    label: visible(label),
    kind: kinds[kind],
    ...(detail !== undefined && { detail: visible(detail) }),
    ...(sought !== visible(label) && { filterText: sought }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(isLong && completion.adjustsIndentation && { insertTextMode: InsertTextMode.adjustIndentation }),
    ...(commitsOn && completion.commitCharacters && { commitCharacters: [...commitsOn] }),
    ...(asksForValue &&
      completion.suggestCommand !== undefined && { command: { title: '', command: completion.suggestCommand } }),
    textEdit: completion.insertReplace ? { newText, insert, replace } : { newText, range: replace },
  };
}
