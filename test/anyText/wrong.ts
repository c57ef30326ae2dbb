import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { Lines } from '../support/lines.ts';
import { type Answer, allAnswers, isRefusal } from './answers.ts';
import type { Server } from './server.ts';

/** A text as it is opened, and how it is edited then, each time in terms of the text before. */
export interface Typed {
  readonly text: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export const textOf = ({ text, edits }: Typed): string => edits.reduce((now, edit) => applied(now, edit).text, text);

/** What an editor tells of an edit, and what it has then: no place is between the two characters of a line break. */
function applied(text: string, { start, end, text: added }: Typed['edits'][number]): { range: Range; text: string } {
  const lines = new Lines(text);
  const range = lines.rangeOf(start, end);
  return { range, text: text.slice(0, lines.offsetAt(range.start)) + added + text.slice(lines.offsetAt(range.end)) };
}

let opened = 0;

/**
 * What is wrong with the answers of a server about a text: failures, errors, ranges outside the text, edits that do not
 * apply; and where it has been edited, whatever differs from the answers about the same text opened anew.
 */
export async function wrongWith(server: Server, typed: Typed, parts: readonly number[]): Promise<readonly string[]> {
  const { connection, logged } = server;
  const uri = `file:///w/${++opened}.ims.yaml`;
  const lines = new Lines(textOf(typed));
  const offsets = parts.map(part => Math.round(part * lines.text.length));
  const answersTo = async ({ text, edits }: Typed): Promise<readonly Answer[]> => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'ims-manifest', version: 1, text },
    });
    for (let [i, now] = [0, text]; i < edits.length; i++) {
      const edit = edits[i] as Typed['edits'][number];
      const { range, text: after } = applied(now, edit);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ range, text: edit.text }],
      });
      now = after;
    }
    const answers = await allAnswers(server, uri, lines, offsets);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    return answers;
  };
  const answers = await answersTo(typed);
  const fresh = typed.edits.length === 0 ? answers : await answersTo({ text: lines.text, edits: [] });
  return [
    ...logged.splice(0),
    ...answers.flatMap(answer => wrongIn(answer, uri, lines)),
    ...answers.flatMap((answer, i) => (asText(answer) === asText(fresh[i]) ? [] : [difference(answer, fresh[i])])),
  ];
}

/** Without what is for the server alone. */
const asText = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) => (['data', 'version', 'resultId'].includes(key) ? undefined : value));

const difference = (answer: Answer, fresh: Answer | undefined): string =>
  `${answer.method} at ${answer.offset}: ${asText(answer.answer)} instead of ${asText(fresh?.answer)}`;

/** What is wrong with an answer about a text. */
export function wrongIn(answer: Answer, uri: string, lines: Lines): readonly string[] {
  const where = `${answer.method} at ${answer.offset}`;
  if (answer.error !== undefined) return isRefusal(answer) ? [] : [`${where}: ${answer.error.message}`];
  return [...misplacedIn(answer.answer, uri, lines)].map(what => `${where}: ${what}`);
}

/** Finds what the answer says of places, whatever it is an answer to. */
function* misplacedIn(value: unknown, uri: string, lines: Lines): Iterable<string> {
  if (Array.isArray(value)) {
    if (value.every(isEdit)) yield* clashesOf(value, lines);
    for (const item of value) yield* misplacedIn(item, uri, lines);
  } else if (isObject(value) && isAbout(value, uri)) {
    if (isPosition(value) && !lines.has(value)) yield `outside the text: ${JSON.stringify(value)}`;
    if (isRange(value) && !isOrdered(value, lines)) yield `turned: ${JSON.stringify(value)}`;
    if (isFold(value) && !isFolding(value, lines)) yield `a fold of nothing: ${JSON.stringify(value)}`;
    if (isLandmark(value) && !holds(value, lines)) yield `named beyond its range: ${JSON.stringify(value)}`;
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') yield* misplacedIn(inner, uri, lines);
  }
}

/** Edits that cannot be made together. */
function* clashesOf(edits: readonly TextEdit[], lines: Lines): Iterable<string> {
  const sorted = [...edits].sort((a, b) => lines.offsetAt(a.range.start) - lines.offsetAt(b.range.start));
  for (const [i, { range }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before !== undefined && lines.offsetAt(before.range.end) > lines.offsetAt(range.start)) {
      yield `edits clash: ${asText([before, sorted[i]])}`;
    }
  }
}

interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

interface Landmark {
  readonly range: Range;
  readonly selectionRange: Range;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isPosition = (value: unknown): value is Position =>
  isObject(value) && typeof value.line === 'number' && typeof value.character === 'number';
const isRange = (value: unknown): value is Range => isObject(value) && isPosition(value.start) && isPosition(value.end);
const isEdit = (value: unknown): value is TextEdit =>
  isObject(value) && isRange(value.range) && typeof value.newText === 'string';
const isFold = (value: unknown): value is Fold =>
  isObject(value) && typeof value.startLine === 'number' && typeof value.endLine === 'number';
const isLandmark = (value: unknown): value is Landmark =>
  isObject(value) && isRange(value.range) && isRange(value.selectionRange);

/** Not about another file. */
const isAbout = ({ uri, targetUri }: Fields, own: string): boolean =>
  [uri, targetUri].every(named => named === undefined || named === own);
const isOrdered = ({ start, end }: Range, lines: Lines): boolean => lines.offsetAt(start) <= lines.offsetAt(end);
const isFolding = ({ startLine, endLine }: Fold, { count }: Lines): boolean => startLine < endLine && endLine < count;
const holds = ({ range, selectionRange }: Landmark, lines: Lines): boolean =>
  isOrdered({ start: range.start, end: selectionRange.start }, lines) &&
  isOrdered({ start: selectionRange.end, end: range.end }, lines);
