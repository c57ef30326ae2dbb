import { parseAllDocuments, stringify } from 'yaml';

/** The same manifest in another layout; nothing where it cannot be had in that. */
type Layout = (text: string) => string | undefined;

const lineBreak = /\r?\n/;

const ofLines =
  (change: (lines: readonly string[]) => readonly string[]): Layout =>
  text =>
    change(text.split(lineBreak)).join('\n');

/** Twice the indentation, and dashes that are as wide. */
const wide = ofLines(lines =>
  lines.map(line => {
    const [, space = '', dashes = '', rest = ''] = /^( *)((?:- +)*)(.*)$/.exec(line) ?? [];
    return space + space + dashes.replaceAll(/- +/g, '-   ') + rest;
  }),
);

/** Changes the lines below `operations:`. */
const inOperations = (change: (line: string) => string): Layout =>
  ofLines(lines => {
    let inside = false;
    return lines.map(line => {
      if (/^\S/.test(line) && !line.startsWith('#')) inside = /^operations:\s*(#|$)/.test(line);
      return inside ? change(line) : line;
    });
  });

/** Dashes in the column of the key. */
const compact = inOperations(line => line.replace(/^ {2}/, ''));

/** Dashes with more space behind them. */
const loose = inOperations(line => line.replace(/^( {2}-) /, '$1   ').replace(/^( {4})(?=.)/, '$1  '));

/** What the text says, without its comments, in flow style. */
const inFlow =
  (write: (content: unknown) => string): Layout =>
  text => {
    const documents = parseAllDocuments(text);
    if ('empty' in documents || /(?:^|[ [,])[&*]\w/m.test(text)) return undefined;
    const sound = documents.every(({ errors, contents }) => errors.length === 0 && contents !== null);
    return sound ? documents.map(document => write(document.toJS())).join('\n---\n') : undefined;
  };

const crlf = (layout: Layout): Layout => {
  return text => layout(text)?.replaceAll('\n', '\r\n');
};

const asItIs: Layout = text => text;
const pretty = inFlow(content => JSON.stringify(content, undefined, 2));

export const layouts: Readonly<Record<string, Layout>> = {
  'as it is': asItIs,
  CRLF: crlf(asItIs),
  'four spaces': wide,
  'four spaces, CRLF': crlf(wide),
  compact: compact,
  'compact, CRLF': crlf(compact),
  loose: loose,
  JSON: pretty,
  'JSON, CRLF': crlf(pretty),
  'JSON on one line': inFlow(content => JSON.stringify(content)),
  flow: inFlow(content => stringify(content, { collectionStyle: 'flow', lineWidth: 0 })),
  'flow, folded': inFlow(content => stringify(content, { collectionStyle: 'flow' })),
  block: inFlow(content => stringify(content, { indentSeq: false })),
};
