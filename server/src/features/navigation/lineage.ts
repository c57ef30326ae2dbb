import type { Analysis } from '../../analysis/analysis.ts';
import type { Language } from '../../localized.ts';
import type { Operation } from '../../model/model.ts';
import { nodeAt, type Place, samePlace, spanOf } from '../../model/place.ts';
import type { ActionName } from '../../model/vocabulary/index.ts';
import { atOnce } from '../../steps.ts';
import type { Slot } from '../../syntax/slot.ts';
import { contains, type Landmark, stretchOf } from '../range.ts';
import { summaryOf } from '../summary.ts';
import { inventoryOf, landmarkOf } from '../things/landmark.ts';
import { type Mention, madeBy, mentionAt, mentionsIn, nameSpan } from '../things/mention.ts';
import { mentionsMet } from '../things/mentions.ts';
import { type NamedKind, sameThing, type Thing } from '../things/thing.ts';

/** One in the chain from what an image was made of to what is made of it. */
export interface LineageItem extends Landmark {
  /** An operation is the end of a chain: it takes the image out of the manifest, and nothing is made of it there. */
  readonly kind: NamedKind | 'operation';
  readonly name: string;
  readonly detail: string;
  /** Where it is mentioned, to ask on from. */
  readonly offset: number;
}

/** The thing that is named at an offset. */
export function lineageAt(analysis: Analysis, offset: number, language: Language): LineageItem | undefined {
  const found = mentionAtOffset(analysis, offset);
  return found && itemOf(found.mention, { analysis, language });
}

/** What a thing is made of: its image, server or backup; of an operation that ends a chain, what it takes. */
export function madeFrom(
  analysis: Analysis,
  { offset, kind }: Pick<LineageItem, 'offset' | 'kind'>,
  language: Language,
): readonly LineageItem[] {
  const found = mentionAtOffset(analysis, offset);
  if (found === undefined) return [];
  const asking = { analysis, language };
  if (kind === 'operation') return items([found.mention], asking);
  const origin = originOf(analysis, found.mention.thing);
  const sources =
    origin && mentionsIn(analysis, origin.place.slot).filter(({ by, role }) => by === origin.by && isUse(role));
  return items(
    (sources ?? []).filter(source => lasting.has(source.kind)),
    asking,
  );
}

/** What is made of a thing: copies, images, servers, and where it ends, the operation that it goes into. */
export function madeOf(
  analysis: Analysis,
  { offset, kind }: Pick<LineageItem, 'offset' | 'kind'>,
  language: Language,
): readonly LineageItem[] {
  const found = kind === 'operation' ? undefined : mentionAtOffset(analysis, offset);
  if (found === undefined) return [];
  const asking = { analysis, language };
  return atOnce(mentionsMet(analysis, found.slot, found.mention)).flatMap(mention => {
    if (!isUse(mention.role)) return [];
    if ('kind' in mention.by) return nextOf(mention.by.place, asking);
    const made = madeBy(mention.by);
    if (made?.place !== undefined) return nextOf(made.place, asking);
    return isEnd(mention) ? [endOf(mention, mention.by, asking)] : [];
  });
}

/** What can come from one another. */
const lasting: ReadonlySet<NamedKind> = new Set(['image', 'server', 'backup']);

const isUse = (role: Mention['role']): boolean => role === 'uses' || role === 'changes';

const ends: ReadonlySet<ActionName> = new Set(['share', 'export', 'create-servers', 'create-data-disk', 'change-os']);

const isEnd = ({ kind, by }: Mention): boolean =>
  kind === 'image' && 'action' in by && by.action !== undefined && ends.has(by.action);

interface Asking {
  readonly analysis: Analysis;
  readonly language: Language;
}

function mentionAtOffset(
  analysis: Analysis,
  offset: number,
): { readonly slot: Slot; readonly mention: Mention } | undefined {
  const found = analysis.document.slotAt(offset);
  const mention = found && mentionAt(analysis, found.slot, offset - found.start);
  return found && mention && { slot: found.slot, mention };
}

/** The mention that declares a thing or makes it. */
function originOf(analysis: Analysis, thing: Thing | undefined): Mention | undefined {
  const place = thing?.place;
  return place === undefined
    ? undefined
    : mentionsIn(analysis, place.slot).find(
        mention => !isUse(mention.role) && samePlace(mention.place, place) && sameThing(mention.thing, thing),
      );
}

function items(mentions: readonly Mention[], asking: Asking): readonly LineageItem[] {
  return mentions.flatMap(mention => itemOf(mention, asking) ?? []);
}

const nextOf = (place: Place, asking: Asking): readonly LineageItem[] =>
  items(
    mentionsIn(asking.analysis, place.slot).filter(mention => !isUse(mention.role) && samePlace(mention.place, place)),
    asking,
  );

function itemOf(mention: Mention, { analysis, language }: Asking): LineageItem | undefined {
  const { thing, kind } = mention;
  if (thing?.place === undefined || !lasting.has(kind)) return undefined;
  const origin = originOf(analysis, thing);
  const here = stretchOf(analysis, mention.place.slot, nameSpan(mention)).start;
  const landmark = landmarkOf(analysis, thing.place);
  const { name, text } = origin ?? mention;
  const detail = origin === undefined ? inventoryOf(analysis, thing) : detailOf(origin, language);
  const offset = origin === undefined ? here : landmark.selection.start;
  return { ...landmark, kind, name: name ?? text, detail: detail ?? '', offset };
}

/** The operation that makes a thing; of what is declared, its section. */
const detailOf = ({ by, place }: Mention, language: Language): string | undefined =>
  'kind' in by ? place.slot.segment.section : summaryOf(by, language)?.detail;

/** An operation that ends a chain. */
function endOf(mention: Mention, operation: Operation, { analysis, language }: Asking): LineageItem {
  const { slot } = mention.place;
  const named = stretchOf(analysis, slot, nameSpan(mention));
  const node = operation.place.slot === slot ? nodeAt(operation.place)?.node : undefined;
  const range = node === undefined ? named : stretchOf(analysis, slot, node);
  // What comes in by a merge is named elsewhere than in the operation.
  const selection = contains(range, named) ? named : stretchOf(analysis, slot, spanOf(operation.place));
  const summary = summaryOf(operation, language);
  return {
    kind: 'operation',
    name: summary?.name ?? '…',
    detail: summary?.detail ?? '',
    range,
    selection,
    offset: named.start,
  };
}
