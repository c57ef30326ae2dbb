import type { Analysis } from '../../analysis/analysis.ts';
import { regionOf } from '../../facts/declare.ts';
import { imagesNamed } from '../../facts/images.ts';
import { kindMade } from '../../facts/made.ts';
import { resolve } from '../../facts/resolve.ts';
import type { Scene, Thing as Used } from '../../facts/scene.ts';
import {
  type BackupState,
  type BucketState,
  type ImageState,
  type ServerState,
  type World,
  worldKey,
} from '../../facts/state.ts';
import type { Declaration, Operation } from '../../model/model.ts';
import { keyOf, nodeAt, type Place, samePlace, spanOf } from '../../model/place.ts';
import { type Field, readText } from '../../model/struct.ts';
import type { ActionName } from '../../model/vocabulary/index.ts';
import { trimEnd } from '../../syntax/lines.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Node, Span } from '../../syntax/tree.ts';
import { nodesAt } from '../nodes.ts';
import { type NamedKind, type Thing, thingAt, thingOf } from './thing.ts';

/** What is done to the thing where it is mentioned. */
export type Role = 'declares' | 'makes' | 'renames' | 'changes' | 'deletes' | 'uses';

/** A place of the manifest that names a thing. */
export interface Mention {
  readonly kind: NamedKind;
  /** Nothing where it is not known which thing is meant. */
  readonly thing: Thing | undefined;
  readonly role: Role;
  readonly text: string;
  /** What of the text is the thing's name: all but a region or an object behind it; nothing of an id. */
  readonly name: string | undefined;
  readonly place: Place;
  /** Where the text stands: elsewhere than `place` if that is an alias. */
  readonly source: Place;
  /** What mentions it. */
  readonly by: Declaration | Operation;
}

/** The mentions of a slot, in the order in which they are met. */
export function mentionsIn(analysis: Analysis, slot: Slot): readonly Mention[] {
  const declarations = analysis.modelOf(slot)?.declarations ?? [];
  const world = declarations.length > 0 ? analysis.worldDeclared(slot) : undefined;
  const declared = world === undefined ? [] : declarations.flatMap(declaration => inDeclaration(declaration, world));
  const done = analysis.scenesOf(slot).flatMap(scenes => scenes.flatMap(scene => inOperation({ analysis, scene })));
  return [...declared, ...done];
}

/** The mention that stands at an offset of a slot. */
export function mentionAt(analysis: Analysis, slot: Slot, offset: number): Mention | undefined {
  const innermost = nodesAt(slot, offset).at(-1)?.node.kind;
  if (innermost !== 'scalar' && innermost !== 'alias') return undefined;
  return mentionsIn(analysis, slot).find(mention => {
    if (mention.place.slot !== slot) return false;
    const node = nodeOf(mention.place);
    const { start, end } = node === undefined || mention.kind === 'bucket' ? nameSpan(mention) : node;
    return start <= offset && offset <= end;
  });
}

/** Where the name stands within the slot: without its quotes, and what follows it in the same scalar; all of that where it is written otherwise. */
export function nameSpan({ place, name }: Pick<Mention, 'place' | 'name'>): Span {
  const node = nodeOf(place);
  if (node?.kind !== 'scalar') return spanOf(place);
  const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const start = node.start + quote;
  const { text } = place.slot.segment;
  if (name !== undefined && text.startsWith(name, start)) return { start, end: start + name.length };
  return { start: node.start, end: trimEnd(text, node.start, node.end) };
}

function nodeOf(place: Place): Node | undefined {
  const found = nodeAt(place);
  return place.part === 'key' ? found?.key : found?.node;
}

function inDeclaration(declaration: Declaration, world: World): readonly Mention[] {
  const { kind, name, place, struct } = declaration;
  const own = { place, source: place, text: name, name, by: declaration };
  const mentions: Mention[] = [{ ...own, kind, role: 'declares', thing: thingDeclared(declaration, world) }];
  for (const [, field] of struct.meant()) {
    const { value } = field.def;
    const text = readText(field.node);
    if (value.kind !== 'reference' || value.to === 'bucket' || text === undefined) continue;
    const found = resolve(value.to, text, regionOf(struct, world)?.value, world);
    const state = found.outcome === 'found' ? found.state : undefined;
    mentions.push({ ...reference(value.to, field, text, state), role: 'uses', by: declaration });
  }
  if (kind === 'server') mentions.push(...disksOf(declaration).map(disk => ({ ...own, ...disk })));
  return mentions;
}

function thingDeclared({ kind, name, place }: Declaration, world: World): Thing {
  if (kind === 'bucket') return { kind, place, id: name };
  const image = kind === 'image' ? imagesNamed(world, name).find(state => samePlace(state.place, place)) : undefined;
  return image === undefined ? thingAt(kind, place) : thingOf(image);
}

/** The data disks of a declared server, by their names: those that are merged into it where they are written. */
function disksOf({
  struct,
}: Declaration): readonly Pick<Mention, 'kind' | 'thing' | 'role' | 'text' | 'name' | 'place' | 'source'>[] {
  return [...struct.entries('data_disks').parts].map(([name, part]) => {
    const place = keyOf(part.place);
    const said = { text: name, name, place, source: place };
    return { ...said, kind: 'disk', role: 'declares', thing: thingAt('disk', place) };
  });
}

interface Running {
  readonly analysis: Analysis;
  readonly scene: Scene;
}

function inOperation(running: Running): readonly Mention[] {
  const { operation } = running.scene;
  const mentions: Mention[] = [];
  for (const [key, field] of operation.struct.meant()) {
    const text = readText(field.node);
    const mention = text === undefined ? undefined : inField(key, field, text, running);
    if (mention !== undefined) mentions.push({ ...mention, by: operation });
  }
  return mentions;
}

/** What an operation makes, where it has a name for it. */
export function madeBy(operation: Operation): Thing | undefined {
  const kind = kindMade(operation);
  const name = operation.struct.text('name');
  if (kind === undefined || typeof name !== 'object') return undefined;
  return thingAt(kind, name.place);
}

type Said = Omit<Mention, 'by'>;

function inField(key: string, field: Field, text: string, running: Running): Said | undefined {
  const { scene } = running;
  const { action } = scene.operation;
  const { value } = field.def;
  const named = { text, name: text, place: field.place, source: field.source };
  if (value.kind === 'reference' && value.to !== 'bucket') {
    const { state, gone, maker } = scene[value.to] as Referred;
    const said = { ...reference(value.to, field, text, state ?? gone), role: roleOf(value.to, action) };
    return maker === undefined ? said : { ...said, ...madeTogether(maker, text) };
  }
  if (value.kind === 'object') return bucketIn(text, field, running);
  if (value.kind === 'name' && action === 'update') {
    const { state } = scene.image;
    return { ...named, kind: 'image', role: 'renames', thing: state && thingOf(state) };
  }
  if (value.kind === 'name') {
    const thing = madeBy(scene.operation);
    return thing && { ...named, kind: thing.kind, role: 'makes', thing };
  }
  return key === 'disk' ? { ...named, kind: 'disk', role: 'uses', thing: diskNamed(text, running) } : undefined;
}

type ReferredState = ImageState | ServerState | BackupState;
type Referred = Pick<Used<object, ReferredState>, 'state' | 'gone' | 'maker'>;

/** Whether a reference has a name, with or without a region behind it. */
const isCalled = (text: string, name: string): boolean => text === name || text.startsWith(`${name}@`);

/** What only its id tells is called by that alone. */
const isJustId = ({ place, name, facts }: ReferredState): boolean => place === undefined && name === facts.id?.value;

function reference(
  kind: NamedKind,
  { place, source }: Field,
  text: string,
  state: ReferredState | undefined,
): Omit<Said, 'role'> {
  const called = state !== undefined && !isJustId(state) && isCalled(text, state.name);
  return { kind, thing: state && thingOf(state), text, name: called ? state.name : undefined, place, source };
}

/** What an operation of the same group makes, under the name that a reference has for it. */
function madeTogether(maker: Operation, text: string): Partial<Said> {
  const name = maker.struct.text('name');
  const called = typeof name === 'object' && isCalled(text, name.value);
  return { thing: madeBy(maker), name: called ? name.value : undefined };
}

/** What changes what is known about the image counts as a change of it. */
const changing: ReadonlySet<ActionName> = new Set(['update', 'share', 'tag', 'publish', 'unpublish']);

function roleOf(kind: NamedKind, action: ActionName | undefined): Role {
  if (kind === 'image' && action === 'delete') return 'deletes';
  const changes = kind === 'image' ? action !== undefined && changing.has(action) : action === 'change-os';
  return changes ? 'changes' : 'uses';
}

/** The bucket of `bucket:object`. */
function bucketIn(text: string, { place, source }: Field, { analysis }: Running): Said | undefined {
  const name = /^([^:]+):/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const world = analysis.worldDeclared(place.slot);
  const state = world?.read(worldKey.bucket(name)) as BucketState | undefined;
  const thing: Thing = { kind: 'bucket', place: state?.place, id: name };
  return { kind: 'bucket', thing, role: 'uses', text, name, place, source };
}

function diskNamed(name: string, { analysis, scene }: Running): Thing | undefined {
  const server = scene.server.state?.place;
  const declarations = (server && analysis.modelOf(server.slot)?.declarations) ?? [];
  const declaration = declarations.find(({ place }) => samePlace(place, server));
  return declaration && disksOf(declaration).find(disk => disk.name === name)?.thing;
}
