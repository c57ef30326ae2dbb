import type { Analysis } from '../../analysis/analysis.ts';
import { asText, stop } from '../../edit/template.ts';
import type { Language } from '../../localized.ts';
import { indentationOf } from '../../syntax/lines.ts';
import type { Slot } from '../../syntax/slot.ts';
import { nodesAt } from '../nodes.ts';
import type { Choice } from './choice.ts';
import { type Context, contextsIn } from './context.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { Completion, Item } from './item.ts';
import { keyItems } from './keys.ts';
import { probesAt } from './probe.ts';
import { type Request, requestOf } from './request.ts';
import { suppressionItems } from './suppressions.ts';
import { valueItems } from './values.ts';

/** What may stand at `offset`: keys, values, names in scope, whole operations, in comments the rules to suppress. */
export function complete(analysis: Analysis, offset: number, language: Language): Completion | undefined {
  const found = analysis.document.slotAt(offset);
  const { slot, start } = found ?? { slot: undefined, start: 0 };
  const text = slot?.segment.text ?? '';
  const within = offset - start;
  const indentation = indentationOf(text, within);
  const at = (span: { start: number; end: number }) => ({ start: start + span.start, end: start + span.end });

  const suppressions = slot && suppressionItems(slot, within, language);
  if (suppressions !== undefined) {
    return { items: suppressions.items, isIncomplete: false, indentation, kept: offset, ...at(suppressions.span) };
  }
  const cursor = cursorAt(text, within, slot !== undefined && isInFlow(slot, within));
  if (cursor === undefined) return undefined;
  const operations = slot === undefined ? [] : (analysis.modelOf(slot)?.items.flatMap(item => item.operations) ?? []);
  const choices = probesAt(slot, cursor).flatMap(probe =>
    contextsIn(probe, operations).map(context =>
      itemsIn(requestOf(context, { analysis, language, offset, slot, cursor, probe })),
    ),
  );
  const items = unique(choices.map(({ chosen }) => chosen)).filter(continuing(cursor));
  if (items.length === 0) return undefined;
  return {
    items: items.map(item => parted(quoted(item, cursor), cursor)),
    isIncomplete: choices.some(({ isAll }) => !isAll),
    indentation,
    kept: cursor.quote === undefined ? offset : start + cursor.span.end,
    ...at(cursor.span),
  };
}

/** Whether an offset is between the brackets of a map or a list. */
function isInFlow(slot: Slot, offset: number): boolean {
  const innermost = nodesAt(slot, offset).findLast(({ node: { kind } }) => kind === 'map' || kind === 'seq');
  if (innermost === undefined) return false;
  const { start, end } = innermost.node;
  return start < offset && offset < end && /^(?:\{.*\}|\[.*\])$/s.test(slot.segment.text.slice(start, end));
}

const itemsIn = (request: Request<Context>): Choice<Item> => {
  const { context } = request;
  return context.kind === 'key' ? keyItems({ ...request, context }) : valueItems({ ...request, context });
};

/** Behind a word and a space, only what begins with both is meant. */
function continuing({ typed }: Cursor): (item: Item) => boolean {
  if (!/\s$/.test(typed)) return () => true;
  return ({ filter, label }) => (filter ?? label).toLowerCase().startsWith(typed.toLowerCase());
}

/** What is compared with the word that is replaced has the quote that the word begins with. */
const quoted = (item: Item, { quote }: Cursor): Item =>
  quote === undefined ? item : { ...item, filter: quote + (item.filter ?? item.label) };

/** With what parts it from its neighbours: what is still to be typed comes before that. */
function parted(item: Item, { gap, behind }: Cursor): Item {
  if (gap === '' && behind === '') return item;
  const insert = [gap, ...item.insert];
  if (behind === '') return { ...item, insert };
  const last = insert.at(-1);
  const isOpen = typeof last === 'string' && last.endsWith(' ');
  return { ...item, insert: [...insert, ...(isOpen ? [stop()] : []), behind] };
}

/** Several readings may give the same item: the last of them is taken, where the first stood. */
function unique(readings: readonly (readonly Item[])[]): readonly Item[] {
  const [only = [], ...others] = readings;
  if (others.length === 0) return only;
  const keyOf = ({ kind, label, insert }: Item): string => `${kind} ${label} ${asText(insert)}`;
  return [...new Map(readings.flat().map(item => [keyOf(item), item])).values()];
}
