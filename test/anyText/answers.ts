import { type Diagnostic, LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import type { Lines } from '../support/lines.ts';
import type { Server } from './server.ts';

/** What a server answers at a place of a text, or with which error. */
export interface Answer {
  readonly method: string;
  readonly offset: number;
  readonly answer?: unknown;
  readonly error?: ResponseError;
}

/** What is asked about something that another request has answered. */
const follows: Readonly<Record<string, string>> = {
  'codeAction/resolve': 'textDocument/codeAction',
  'codeLens/resolve': 'textDocument/codeLens',
  'completionItem/resolve': 'textDocument/completion',
  'typeHierarchy/subtypes': 'textDocument/prepareTypeHierarchy',
  'typeHierarchy/supertypes': 'textDocument/prepareTypeHierarchy',
};

/** What is about the files of a workspace, not about a text. */
const beyond = ['workspace/diagnostic', 'ims/checkWorkspace', 'ims/fixAllInWorkspace'];

/** What needs no place, and is asked once. */
const aboutWhole = [
  ...['codeLens', 'diagnostic', 'documentLink', 'documentSymbol', 'foldingRange', 'formatting', 'inlayHint'].map(
    name => `textDocument/${name}`,
  ),
  'workspace/symbol',
];

/** So many things of an answer are asked about further. */
const most = 3;

/** Asks all that a server serves about an open text: what is served from tomorrow on, too. */
export async function allAnswers(
  { connection, methods }: Pick<Server, 'connection' | 'methods'>,
  uri: string,
  lines: Lines,
  offsets: readonly number[],
): Promise<readonly Answer[]> {
  const ask = (method: string, offset: number, params: object): Promise<Answer> =>
    connection.sendRequest(method, params).then(
      answer => ({ method, offset, answer }),
      error => ({ method, offset, error }),
    );
  const asked = methods.filter(method => !beyond.includes(method));
  const { answer } = await ask('textDocument/diagnostic', 0, { textDocument: { uri } });
  const { items: diagnostics = [] } = (answer ?? {}) as { readonly items?: readonly Diagnostic[] };
  const first = await Promise.all(
    offsets.flatMap((offset, i) => {
      const place = placeOf(uri, lines, offset, diagnostics.slice(i * most, (i + 1) * most));
      return asked
        .filter(method => follows[method] === undefined && (i === 0 || !aboutWhole.includes(method)))
        .map(method => ask(method, offset, place));
    }),
  );
  const second = await Promise.all(
    asked.flatMap(method =>
      first.flatMap(({ method: before, offset, answer }) => {
        if (before !== follows[method]) return [];
        return itemsOf(answer).map(item => ask(method, offset, method.endsWith('/resolve') ? item : { item }));
      }),
    ),
  );
  return [...first, ...second];
}

/** The parameters of any request about a place of a text. */
const placeOf = (uri: string, lines: Lines, offset: number, diagnostics: readonly Diagnostic[]): object => {
  const position = lines.positionAt(offset);
  const range = { start: position, end: lines.positionAt(lines.text.length) };
  return {
    textDocument: { uri },
    position,
    positions: [position],
    range,
    ranges: [range],
    newName: 'quite-new',
    query: '',
    options: { tabSize: 2, insertSpaces: true },
    context: { diagnostics, only: [''], triggerKind: 1, includeDeclaration: true },
  };
};

function itemsOf(answer: unknown): readonly object[] {
  const items = Array.isArray(answer) ? answer : ((answer as { items?: object[] } | null)?.items ?? []);
  return items.slice(0, most);
}

/** A name that cannot be changed is no failure. */
export const isRefusal = ({ method, error }: Answer): boolean =>
  /rename/i.test(method) && error?.code === LSPErrorCodes.RequestFailed;
