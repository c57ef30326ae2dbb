import type { Analysis } from '../../analysis/analysis.ts';
import { type Style, styleOf } from '../../edit/style.ts';
import { type World, worldKey } from '../../facts/state.ts';
import type { Known } from '../../facts/truth.ts';
import type { Language } from '../../localized.ts';
import type { ManifestSlot } from '../../model/place.ts';
import { readRegion } from '../../model/struct.ts';
import { indentationOf, lineStart } from '../../syntax/lines.ts';
import { type Context, contextsIn } from './context.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { Completion, Item } from './item.ts';
import { keyItems } from './keys.ts';
import { type Probe, probesAt } from './probe.ts';
import { mostCandidates } from './references.ts';
import type { Request } from './request.ts';
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

  const suppressions = suppressionItems(text, within, language);
  if (suppressions !== undefined) {
    return { items: suppressions.items, isIncomplete: false, indentation, ...at(suppressions.span) };
  }
  const cursor = cursorAt(text, within);
  if (cursor === undefined) return undefined;
  const style = styleOf(analysis.document);
  const operations = slot === undefined ? [] : (analysis.modelOf(slot)?.items.flatMap(item => item.operations) ?? []);
  const items = probesAt(slot, cursor).flatMap(probe =>
    contextsIn(probe, operations).flatMap(context =>
      itemsIn(requestOf(context, { analysis, language, offset, slot, cursor, probe, style })),
    ),
  );
  const typed = items.filter(item => continues(item, cursor));
  if (typed.length === 0) return undefined;
  return {
    items: unique(typed).map(item => quoted(item, cursor)),
    isIncomplete: items.length >= mostCandidates,
    indentation,
    ...at(cursor.span),
  };
}

const itemsIn = (request: Request<Context>): readonly Item[] => {
  const { context } = request;
  return context.kind === 'key' ? keyItems({ ...request, context }) : valueItems({ ...request, context });
};

interface Found {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly offset: number;
  readonly slot: ManifestSlot | undefined;
  readonly cursor: Cursor;
  readonly probe: Probe;
  readonly style: Style;
}

function requestOf(context: Context, found: Found): Request<Context> {
  const { analysis, offset, slot, cursor, probe, style } = found;
  const items = itemsBefore(context, probe);
  const here = once(() => slot && analysis.surroundings(slot, items));
  const text = slot?.segment.text ?? '';
  const { start } = cursor.span;
  const before = text.slice(lineStart(text, start), start).replace('\uFEFF', '');
  const column = before.trimStart().length + cursor.gap.length;
  const judged = once(() =>
    slot === undefined
      ? undefined
      : analysis.operationsOf(slot).find(({ scene }) => scene.operation === context.operation?.known),
  );
  return {
    ...found,
    context,
    layout: { style, inFlow: context.inFlow, json: context.json, column },
    here,
    judged,
    point: once(() => ({ offset, items, region: regionOf(context, here()?.world) })),
  };
}

/** The region in which an operation looks for a bare name. */
function regionOf({ operation }: Context, world: World | undefined): string | undefined {
  const own = operation?.map.pairs.find(({ key }) => key.kind === 'scalar' && key.value === 'region');
  return (own && readRegion(own.value)) ?? (world?.read(worldKey.region) as Known<string> | undefined)?.value;
}

/** How many of the slot's items come before the marker. */
function itemsBefore({ path }: Context, { isBehind, segment }: Probe): number {
  if (isBehind) return Number.MAX_SAFE_INTEGER;
  const [first, second] = path;
  const index = segment.role === 'item' ? first : first === 'operations' ? second : 0;
  return typeof index === 'number' ? index : 0;
}

/** Behind a word and a space, only what begins with both is meant. */
const continues = ({ filter, label }: Item, { typed }: Cursor): boolean =>
  !/\s$/.test(typed) || (filter ?? label).toLowerCase().startsWith(typed.toLowerCase());

/** What is compared with the word that is replaced has the quote that the word begins with. */
const quoted = (item: Item, { quote }: Cursor): Item =>
  quote === undefined ? item : { ...item, filter: quote + (item.filter ?? item.label) };

/** Several readings may give the same item. */
const unique = (items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map(item => [`${item.kind} ${item.label} ${JSON.stringify(item.insert)}`, item])).values(),
];

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
