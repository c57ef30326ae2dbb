import { compose, isSound } from './compose.ts';
import { mayHoldConflict } from './conflicts.ts';
import { convert } from './convert.ts';
import { restOfLine, skipWhite, trimEnd } from './lines.ts';
import { readPlain } from './plain.ts';
import { recover } from './recover.ts';
import type { Node, Tree } from './tree.ts';

/**
 * Reads a run of whole lines of a manifest: an item, an entry, a key with its value, a whole document. Never throws:
 * broken text gives a damaged tree, and faults that each name a cause.
 */
export function parseSegment(text: string): Tree {
  return readPlain(text) ?? readAny(text);
}

/** Reads a segment whatever is in it. */
export function readAny(text: string): Tree {
  try {
    return parse(asLines(text));
  } catch {
    const start = skipWhite(text, 0);
    const root: Node = { kind: 'broken', start, end: trimEnd(text, start, text.length) };
    return { root, faults: [{ code: 'not-yaml', span: restOfLine(text, start) }] };
  }
}

function parse(text: string): Tree {
  const composed = compose(text);
  if (!isSound(composed) || mayHoldConflict(text)) return recover(text, composed);
  return { root: composed.contents ? convert(composed.contents, text) : undefined, faults: [] };
}

/**
 * The text for `yaml`, which takes a lone carriage return, that ends a line in YAML as in editors, for text, and a byte
 * order mark for a column of the line behind it.
 */
function asLines(text: string): string {
  const marked = text.startsWith('\uFEFF') ? `\n${text.slice(1)}` : text;
  return marked.includes('\r') ? marked.replace(/\r(?!\n)/g, '\n') : marked;
}
