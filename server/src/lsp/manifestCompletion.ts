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
  type InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
  type TextEdit,
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

function listOf(completion: Completion, { analysis, uri, version }: OpenDocument, client: Client): CompletionList {
  const { items, isIncomplete, start, end, kept, indentation } = completion;
  const { insertReplace, sharesRange } = client.completion;
  const rangeOf = rangesIn(analysis.document);
  const replace = rangeOf({ start, end });
  const editRange = insertReplace ? { insert: rangeOf({ start, end: kept }), replace } : replace;
  return {
    isIncomplete,
    ...(sharesRange && { itemDefaults: { editRange } }),
    items: items.map((item, i) => {
      const told = itemOf(item, String(i).padStart(4, '0'), { client, editRange, indentation });
      if (item.topic !== undefined) told.data = { uri, version, topic: item.topic } satisfies Data;
      return told;
    }),
  };
}

interface Shape {
  readonly client: Client;
  readonly editRange: Range | InsertReplaceRange;
  readonly indentation: string;
}

type InsertReplaceRange = Pick<InsertReplaceEdit, 'insert' | 'replace'>;

/** What the client is told of an item, as far as it differs from what the client takes for granted. */
function itemOf(item: Item, sortText: string, { client, editRange, indentation }: Shape): CompletionItem {
  const { label, kind, detail, filter = label, insert, commitsOn, asksForValue } = item;
  const { snippets, adjustsIndentation, commitCharacters, suggestCommand, sharesRange } = client.completion;
  const isSnippet = snippets && insert.some(part => typeof part !== 'string');
  const relative = isSnippet ? toSnippet(insert) : asText(insert);
  // Where the client indents the lines below the first itself, it is told to; else they come as they are to be.
  const newText = adjustsIndentation ? relative : relative.replaceAll('\n', `\n${indentation}`);
  const told: CompletionItem = { label: visible(label), kind: kinds[kind], sortText };
  if (detail !== undefined) told.detail = visible(detail);
  if (filter !== told.label) told.filterText = filter;
  if (isSnippet) told.insertTextFormat = InsertTextFormat.Snippet;
  if (adjustsIndentation && relative.includes('\n')) told.insertTextMode = InsertTextMode.adjustIndentation;
  if (commitsOn && commitCharacters) told.commitCharacters = [...commitsOn];
  if (asksForValue && suggestCommand !== undefined) told.command = { title: '', command: suggestCommand };
  if (!sharesRange) told.textEdit = editOf(newText, editRange);
  else if (newText !== told.label) told.textEditText = newText;
  return told;
}

const editOf = (newText: string, range: Shape['editRange']): TextEdit | InsertReplaceEdit =>
  'replace' in range ? { newText, ...range } : { newText, range };
