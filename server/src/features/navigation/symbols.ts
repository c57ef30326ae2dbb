import type { Analysis } from '../../analysis/analysis.ts';
import type { Language } from '../../localized.ts';
import type { Declaration, Item, Operation } from '../../model/model.ts';
import { nodeAt, type Place, spanOf } from '../../model/place.ts';
import { readText } from '../../model/struct.ts';
import { actions, shapes } from '../../model/vocabulary/index.ts';
import type { Steps } from '../../steps.ts';
import { lineEnd } from '../../syntax/lines.ts';
import { pairOf } from '../../syntax/pairs.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Node, Pair, Span } from '../../syntax/tree.ts';
import { contains, type Landmark } from '../range.ts';
import { summaryOf } from '../summary.ts';
import type { NamedKind } from '../things/thing.ts';

export type SymbolKind = NamedKind | 'manifest' | 'section' | 'setting' | 'operation' | 'group';

export interface OutlineSymbol extends Landmark {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly detail: string;
  /** What an operation makes under its name. */
  readonly makes?: 'image' | 'server' | undefined;
  readonly children: readonly OutlineSymbol[];
}

/** What a text holds: its manifests if it has several, their sections, and what is in these. */
export function* symbols(analysis: Analysis, language: Language): Steps<readonly OutlineSymbol[]> {
  const manifests: (readonly OutlineSymbol[])[] = [];
  let offset = 0;
  for (const slots of analysis.slotsByManifest()) {
    const found: Section[] = [];
    for (const slot of slots) {
      enter(found, { analysis, language, slot, offset });
      offset += slot.segment.text.length;
      yield;
    }
    if (found.length > 0) manifests.push(found);
  }
  if (manifests.length < 2) return manifests.flat();
  return manifests.map((children, i) =>
    asManifest(children, { en: `manifest ${i + 1}`, zh: `清单 ${i + 1}` }[language]),
  );
}

/** The things that a text declares or makes, as one would look for them. */
export function namedSymbols(all: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  return all.flatMap(symbol => {
    const own = nameable.has(symbol.kind) || symbol.makes !== undefined;
    return [...(own ? [symbol] : []), ...namedSymbols(symbol.children)];
  });
}

const nameable: ReadonlySet<SymbolKind> = new Set(['image', 'server', 'backup', 'bucket']);

function asManifest(children: readonly OutlineSymbol[], name: string): OutlineSymbol {
  const [first, last] = [children[0] as OutlineSymbol, children.at(-1) as OutlineSymbol];
  const range = { start: first.range.start, end: last.range.end };
  const detail = children.find(child => child.name === 'region')?.detail ?? '';
  return { kind: 'manifest', name, detail, range, selection: first.selection, children };
}

/** A top-level key that is being read: what belongs to it may follow in slots of its own. */
interface Section extends OutlineSymbol {
  range: Landmark['range'];
  readonly children: OutlineSymbol[];
}

/** A slot that is being read, and where it begins. */
interface Reading {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly slot: Slot;
  readonly offset: number;
}

/** Puts what a slot holds in its place: items and entries into the section that was opened last. */
function enter(found: Section[], reading: Reading): void {
  const { role } = reading.slot.segment;
  if (role === 'head' || role === 'key' || role === 'whole') {
    const { root } = reading.slot.tree;
    for (const pair of root?.kind === 'map' ? root.pairs : []) found.push(...topLevel(pair, reading));
  } else if (role === 'item' || role === 'entry') {
    const section = found.at(-1);
    const children = within(reading, undefined);
    if (section === undefined || children.length === 0) return;
    section.children.push(...children);
    section.range = { start: section.range.start, end: Math.max(section.range.end, children.at(-1)?.range.end ?? 0) };
  }
}

function topLevel({ key, value }: Pair, reading: Reading): Section[] {
  if (key.kind !== 'scalar' || key.value === '') return [];
  const range = { start: key.start, end: Math.max(key.end, value.end) };
  const { keys } = shapes.manifest;
  const type = Object.hasOwn(keys, key.value) ? keys[key.value]?.value.kind : undefined;
  const isSection = type === 'operations' || type === 'map';
  return [
    {
      kind: isSection ? 'section' : 'setting',
      name: key.value,
      detail: readText(value) ?? '',
      ...landmark(range, key, reading),
      children: type === undefined ? [] : [...within(reading, range)],
    },
  ];
}

/** The declarations and operations that a slot has in the stretch of a top-level key, or as a whole. */
function within(reading: Reading, section: Span | undefined): readonly OutlineSymbol[] {
  const model = reading.analysis.modelOf(reading.slot);
  const isHere = (place: Place): boolean =>
    place.slot === reading.slot && (section === undefined || contains(section, spanOf(place)));
  const declared = model?.declarations.filter(({ place }) => isHere(place)) ?? [];
  const items = model?.items.filter(item => isHere(entryOf(item))) ?? [];
  const found = [
    ...declared.map(declaration => declarationSymbol(declaration, reading)),
    ...items.flatMap(item => itemSymbols(item, reading)),
  ];
  return found.length > 0 || section !== undefined ? found : halfTyped(reading);
}

const entryOf = ({ group, operations }: Item): Place => group ?? (operations[0] as Operation).entry;

/** What cannot be read yet keeps its line in the outline. */
function halfTyped(reading: Reading): readonly OutlineSymbol[] {
  const { slot } = reading;
  if (slot.segment.role !== 'item') return [];
  const { start, end } = firstLine({ start: 0, end: slot.segment.text.length }, slot.segment.text);
  const name = slot.segment.text.slice(start, end).trim();
  return name === ''
    ? []
    : [{ kind: 'operation', name, detail: '', ...landmark({ start, end }, { start, end }, reading), children: [] }];
}

function declarationSymbol({ kind, name, place, struct }: Declaration, reading: Reading): OutlineSymbol {
  const { key, node } = nodeAt(place) as { key: Node; node: Node };
  const range = { start: key.start, end: Math.max(key.end, node.end) };
  const disks = kind === 'server' ? struct.field('data_disks') : undefined;
  const pairs = disks?.source.slot === reading.slot && disks.node.kind === 'map' ? disks.node.pairs : [];
  return {
    kind,
    name: name.trim() || '…',
    detail: ['type', 'platform', 'region'].flatMap(fact => textsOf(struct.field(fact)?.node)).join(' · '),
    ...landmark(range, key, reading),
    children: pairs.filter(pair => contains(range, pair.key)).flatMap(pair => diskSymbol(pair, reading)),
  };
}

function diskSymbol({ key, value }: Pair, reading: Reading): readonly OutlineSymbol[] {
  if (key.kind !== 'scalar' || key.value.trim() === '') return [];
  const range = { start: key.start, end: Math.max(key.end, value.end) };
  const size = value.kind === 'map' ? pairOf(value, 'size')?.value : value;
  const detail = (size && readText(size)) ?? '';
  return [{ kind: 'disk', name: key.value, detail, ...landmark(range, key, reading), children: [] }];
}

function itemSymbols({ group, operations }: Item, reading: Reading): readonly OutlineSymbol[] {
  const children = operations
    .filter(({ entry }) => entry.slot === reading.slot)
    .map(operation => operationSymbol(operation, reading));
  if (group === undefined) return children;
  const { key, node } = nodeAt(group) as { key: Node; node: Node };
  const range = { start: key.start, end: Math.max(key.end, node.end) };
  return [
    {
      kind: 'group',
      name: 'parallel',
      detail: `${operations.length}`,
      ...landmark(range, key, reading),
      children,
    },
  ];
}

function operationSymbol(operation: Operation, reading: Reading): OutlineSymbol {
  const { entry, struct, action } = operation;
  const { text } = reading.slot.segment;
  const node = nodeAt(entry)?.node;
  const range = node ?? spanOf(entry);
  const summary = summaryOf(operation, reading.language);
  const line = firstLine(range, text);
  const known = ['name', 'action']
    .flatMap(key => struct.field(key)?.place ?? [])
    .filter(({ slot }) => slot === reading.slot);
  const selection = known.map(spanOf).find(span => contains(range, span)) ?? line;
  return {
    kind: 'operation',
    name: summary?.name || text.slice(line.start, line.end).trim() || '…',
    detail: summary?.detail ?? '',
    makes: struct.has('name') && action !== undefined ? actions[action].makes : undefined,
    ...landmark(range, selection, reading),
    children: [],
  };
}

const textsOf = (node: Node | undefined): readonly string[] => {
  const text = node && readText(node);
  return text === undefined ? [] : [text];
};

/** From the first content that is no comment to the end of its line. */
function firstLine({ start, end }: Span, text: string): Span {
  const lead = /^(?:\s|-\s|#[^\n]*(?:\n|$))*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + lead;
  return { start: from, end: Math.max(from, Math.min(end, lineEnd(text, from))) };
}

function landmark(range: Span, selection: Span, { offset }: Reading): Landmark {
  const moved = ({ start, end }: Span): Span => ({ start: offset + start, end: offset + end });
  return { range: moved(range), selection: moved(selection) };
}
