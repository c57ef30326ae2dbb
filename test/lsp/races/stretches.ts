import type { Position, Range } from 'vscode-languageserver/node';

type Stretch = Range | { readonly startLine: number; readonly endLine: number };

/** The ranges and folds of an answer that are of a document but not in its text, however deep in the answer. */
export const outside = (answer: unknown, uri: string, text: string): Stretch[] =>
  stretchesIn(answer, uri).filter(stretch => !isWithin(stretch, text));

/** Those with another URI are not of the document. */
function stretchesIn(answer: unknown, uri: string): Stretch[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const one = answer as Record<string, unknown>;
  const elsewhere = one.uri ?? one.targetUri;
  if (elsewhere !== undefined && elsewhere !== uri) return [];
  if ('startLine' in one || ('start' in one && 'end' in one)) return [answer as Stretch];
  return Object.values(one).flatMap(value => stretchesIn(value, uri));
}

function isWithin(stretch: Stretch, text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const isPlace = ({ line, character }: Position): boolean => character <= (lines[line]?.length ?? -1);
  return 'startLine' in stretch ? stretch.endLine < lines.length : isPlace(stretch.start) && isPlace(stretch.end);
}
