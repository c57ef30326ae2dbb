import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import type { Template } from '../../../server/src/edit/template.ts';
import type { InventoryFiles } from '../../../server/src/facts/inventory/inventory.ts';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Completion, Item } from '../../../server/src/features/completion/item.ts';

/** A text with a mark where the cursor is. */
export function completeAt(marked: string, files?: InventoryFiles): Completion | undefined {
  return complete(new Analysis(marked.replace('‸', ''), undefined, files), marked.indexOf('‸'), 'en');
}

/** The text with an item in it, places to fill in as `«»` or `«first|second»`. */
export function applied(text: string, { start, end, indentation }: Completion, { insert }: Item): string {
  return text.slice(0, start) + shown(insert).replaceAll('\n', `\n${indentation}`) + text.slice(end);
}

const shown = (template: Template): string =>
  template.map(part => (typeof part === 'string' ? part : `«${part.choices.join('|')}»`)).join('');

/** A marked text, the label of the item that is taken, and the text that it makes. */
export type Golden = readonly [marked: string, label: string, result: string];

export function check(title: string, goldens: Readonly<Record<string, Golden>>, files?: InventoryFiles): void {
  describe(title, () => {
    test.each(Object.entries(goldens))('%s', (_, [marked, label, result]) => {
      const found = completeAt(marked, files);
      const item = found?.items.find(item => item.label === label);
      expect(found?.items.map(item => item.label)).toContain(label);
      expect(found && item && applied(marked.replace('‸', ''), found, item)).toBe(result);
    });
  });
}

/** A marked text, and the labels of what is offered: all of them in order, or with a last `…` the first. */
export type Offer = readonly [marked: string, ...labels: string[]];

export function checkLabels(title: string, offers: Readonly<Record<string, Offer>>, files?: InventoryFiles): void {
  describe(title, () => {
    test.each(Object.entries(offers))('%s', (_, [marked, ...labels]) => {
      const found = completeAt(marked, files)?.items.map(item => item.label) ?? [];
      const first = labels.at(-1) === '…';
      expect(first ? found.slice(0, labels.length - 1) : found).toEqual(first ? labels.slice(0, -1) : labels);
    });
  });
}
