import type { Document } from '../syntax/document.ts';
import type { Segment } from '../syntax/split.ts';

/** How the lines of a manifest are laid out, as far as its first ones tell. */
export interface Style {
  readonly eol: string;
  /** By how much a level stands further in than the one around it. */
  readonly indent: string;
  /** Dashes stand in the column of the key that their list belongs to. */
  readonly compact: boolean;
}

/** What new lines of a document should look like. */
export function styleOf(document: Document): Style {
  const first = document.blocks.flatMap(({ section, slots }, i, blocks) => {
    if (section === blocks[i - 1]?.section) return [];
    const next = blocks[i + 1];
    const others = next !== undefined && next.section === section ? next.slots : [];
    return [...slots, ...others].slice(0, 2).map(({ segment }) => segment);
  });
  const indents = first.map(indentOf).filter(indent => indent !== undefined);
  return {
    eol: /\r?\n/.exec(first.find(({ lines }) => lines > 0)?.text ?? '')?.[0] ?? '\n',
    indent: indents.find(indent => indent !== '') ?? '  ',
    compact: first.some(({ role, text }) => role === 'item' && text.startsWith('-')),
  };
}

/** How far in the first level of a segment stands; nothing where it is the outermost. */
function indentOf({ role, text }: Segment): string | undefined {
  if (role === 'item' || role === 'entry') return /^ */.exec(text)?.[0];
  return role === 'key' || role === 'whole' ? /^ +(?=[^\s#])/m.exec(text)?.[0] : undefined;
}
