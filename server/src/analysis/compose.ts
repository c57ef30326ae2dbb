import type { TextChange } from '../syntax/document.ts';
import { beyond } from '../syntax/tree.ts';

/** A stretch of the text as it was, or a text that is new in it. */
type Piece = { readonly start: number; readonly end: number } | string;

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

/**
 * The changes that come to the same as `first`, and `then` made to what that gives. Each list is in the order of its
 * text, none overlapping another.
 */
export function compose(first: readonly TextChange[], then: readonly TextChange[]): readonly TextChange[] {
  if (first.length === 0) return then;
  const source = new Pieces(piecesOf(first));
  const result: Piece[] = [];
  for (const { start, end, text } of then) {
    result.push(...source.until(start));
    source.until(end);
    result.push(text);
  }
  result.push(...source.until(beyond));
  return changesOf(result);
}

function piecesOf(changes: readonly TextChange[]): Piece[] {
  let from = 0;
  const pieces = changes.flatMap(({ start, end, text }): Piece[] => {
    const kept = { start: from, end: start };
    from = end;
    return [kept, text];
  });
  return [...pieces, { start: from, end: beyond }];
}

/** Pieces that are taken from the front. */
class Pieces {
  private offset = 0;
  private index = 0;
  constructor(private readonly pieces: Piece[]) {}

  /** What stands before `end` and has not been taken. */
  until(end: number): Piece[] {
    const taken: Piece[] = [];
    while (this.offset < end) {
      const piece = this.pieces[this.index];
      if (piece === undefined) break;
      const most = end - this.offset;
      if (lengthOf(piece) <= most) {
        taken.push(piece);
        this.index++;
      } else {
        const [head, rest] = cut(piece, most);
        taken.push(head);
        this.pieces[this.index] = rest;
      }
      this.offset += Math.min(lengthOf(piece), most);
    }
    return taken;
  }
}

const cut = (piece: Piece, length: number): [Piece, Piece] =>
  typeof piece === 'string'
    ? [piece.slice(0, length), piece.slice(length)]
    : [
        { start: piece.start, end: piece.start + length },
        { start: piece.start + length, end: piece.end },
      ];

function changesOf(pieces: readonly Piece[]): TextChange[] {
  const changes: TextChange[] = [];
  let from = 0;
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
    } else if (piece.end > piece.start) {
      if (text !== '' || piece.start > from) changes.push({ start: from, end: piece.start, text });
      text = '';
      from = piece.end;
    }
  }
  return changes;
}

/** A text with changes made to it. */
export function applied(text: string, changes: readonly TextChange[]): string {
  let from = 0;
  let result = '';
  for (const { start, end, text: added } of changes) {
    result += text.slice(from, start) + added;
    from = end;
  }
  return result + text.slice(from);
}

/** The changes without what they leave as it was. `slice` tells that. */
export const trimmed = (
  changes: readonly TextChange[],
  slice: (start: number, end: number) => string,
): readonly TextChange[] =>
  changes.flatMap(({ start, end, text }) => {
    const was = slice(start, end);
    if (was === text) return [];
    const most = Math.min(was.length, text.length);
    let lead = 0;
    while (lead < most && was[lead] === text[lead]) lead++;
    while (lead > 0 && opensPair(was[lead - 1])) lead--;
    let trail = 0;
    while (trail < most - lead && was[was.length - 1 - trail] === text[text.length - 1 - trail]) trail++;
    while (trail > 0 && closesPair(was[was.length - trail])) trail--;
    return [{ start: start + lead, end: end - trail, text: text.slice(lead, text.length - trail) }];
  });

/** Neither a line break nor a character is cut in two. */
const opensPair = (unit: string | undefined): boolean => unit === '\r' || /^[\uD800-\uDBFF]$/.test(unit ?? '');
const closesPair = (unit: string | undefined): boolean => unit === '\n' || /^[\uDC00-\uDFFF]$/.test(unit ?? '');
