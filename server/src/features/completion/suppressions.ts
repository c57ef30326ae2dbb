import { lineAround, suppressionsIn } from '../../analysis/comments.ts';
import type { Language } from '../../localized.ts';
import { constraintRules, groupRules, manifestRules } from '../../rules/index.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Span } from '../../syntax/tree.ts';
import type { Item } from './item.ts';

const directive = /^#[ \t]*ims-ignore(?:-file)?:((?:(?![ \t]#|[ \t]--[ \t]).)*)$/;

/** The rules that a comment at an offset may suppress, and the word that they replace. */
export function suppressionItems(
  slot: Slot,
  offset: number,
  language: Language,
): { readonly items: readonly Item[]; readonly span: Span } | undefined {
  const { text } = slot.segment;
  const line = lineAround(text, offset);
  const comment = suppressionsIn(text, slot.tree.root).findLast(
    ({ span }) => line.start <= span.start && span.start < offset,
  );
  const listed = comment && directive.exec(text.slice(comment.span.start, offset))?.[1];
  if (listed === undefined) return undefined;
  const start = offset - (/(?<![^\s,])[^\s,]*$/.exec(listed)?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/.exec(text.slice(offset, line.end))?.[0].length ?? 0);
  const there = new Set(
    `${listed.slice(0, listed.length - (offset - start))} ${text.slice(end, line.end)}`.split(/[\s,]+/),
  );
  const gap = text[start - 1] === ':' ? ' ' : '';
  const items = [...constraintRules, ...groupRules, ...Object.values(manifestRules)]
    // Broken text cannot be suppressed.
    .filter(({ id }) => id !== 'yaml-syntax' && !there.has(id))
    .map(
      ({ id, constraint }): Item => ({
        label: id,
        kind: 'rule',
        detail: constraint[language],
        insert: [gap + id],
        topic: { of: 'rule', rule: id },
      }),
    )
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return { items, span: { start, end } };
}
