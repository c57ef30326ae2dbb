import { sameImage } from '../../facts/images.ts';
import { resolve, resolveServer, type Thing, thingsNamed } from '../../facts/resolve.ts';
import { type BucketState, type ImageState, type ServerState, type World, worldKey } from '../../facts/state.ts';
import type { Language } from '../../localized.ts';
import { type Place, spanOf } from '../../model/place.ts';
import { writeSize } from '../../model/size.ts';
import type { ThingKind } from '../../model/vocabulary/index.ts';
import type { ThingState } from '../describe/thing.ts';
import { type Choice, choose, nothing } from './choice.ts';
import type { ValueContext } from './context.ts';
import { forbiddenBy, isDeletedBeside, isFitting } from './fitting.ts';
import type { Request } from './request.ts';
import { bucketsUsed } from './used.ts';

/** Something that may be referred to. */
export interface Candidate {
  /** What it is called here. */
  readonly name: string;
  /** What it is found by, where that is more than what it is called. */
  readonly filter?: string | undefined;
  readonly kind: ThingKind;
  readonly detail: string | undefined;
}

type ValueRequest = Request<ValueContext>;

/** The images or servers in scope, each by the shortest name that means it. */
export function imageOrServerCandidates(kind: 'image' | 'server', request: ValueRequest): Choice<Candidate> {
  const { chosen, isAll } = likely(kind, request);
  const world = request.here()?.world;
  const { region } = request.point();
  const candidates = chosen.flatMap(({ state, detail }): readonly Candidate[] => {
    const isOne = state.kind === 'image' || state.kind === 'server';
    const name = isOne && world !== undefined ? nameOf(state, region, world) : undefined;
    if (name === undefined) return [];
    // An id is found by the name, too.
    const filter = name.startsWith(state.name) ? undefined : `${name} ${state.name}`;
    return [{ name, kind, detail, filter }];
  });
  return { chosen: candidates, isAll };
}

/** The name, where it means this one; else the name with the region, or the id. */
function nameOf(state: ImageState | ServerState, region: string | undefined, world: World): string | undefined {
  const ifMeant = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    const found = resolve(state.kind, name, region, world);
    return found.outcome === 'found' && isSame(found.state, state) ? name : undefined;
  };
  const there = state.facts.region?.value;
  return ifMeant(state.name) ?? ifMeant(there && `${state.name}@${there}`) ?? ifMeant(state.facts.id?.value);
}

const isSame = (a: Thing, b: Thing): boolean => (a.kind === 'image' && b.kind === 'image' ? sameImage(a, b) : a === b);

/** The backups in scope, or the declared buckets. */
export function thingCandidates(kind: 'backup' | 'bucket', request: ValueRequest): Choice<Candidate> {
  const { chosen, isAll } = likely(kind, request);
  return { chosen: chosen.map(({ state: { name }, detail }) => ({ name, kind, detail })), isAll };
}

/** The declared buckets, and those that are used without being declared. */
export function bucketCandidates(request: ValueRequest): Choice<Candidate> {
  const { chosen, isAll } = thingCandidates('bucket', request);
  const world = request.here()?.world;
  const others = [...bucketsUsed(request)].filter(name => world?.read(worldKey.bucket(name)) === undefined);
  return { chosen: [...chosen, ...others.map(name => ({ name, kind: 'bucket' as const, detail: undefined }))], isAll };
}

/** The server of the operation that is being written. */
export function serverOf({ context, here, point }: ValueRequest): ServerState | undefined {
  const name = context.operation?.text('server');
  const world = here()?.world;
  if (name === undefined || world === undefined) return undefined;
  const found = resolveServer(name, point().region, world);
  return found.outcome === 'found' ? found.state : undefined;
}

interface Ranked {
  readonly state: ThingState;
  readonly detail: string | undefined;
}

/**
 * The things of a fitting type, as many as are offered: first what was made last, then what is declared, then what
 * only an inventory has; what a constraint forbids comes behind all others.
 */
function likely(kind: ThingKind, request: ValueRequest): Choice<Ranked> {
  const { context, analysis, language, cursor, scene, beside } = request;
  const here = request.here();
  if (here === undefined) return nothing;
  const { operation } = context;
  const isOfferable = (state: ThingState): boolean =>
    isFitting(state, operation?.action, operation === undefined) && (operation !== undefined || isDeclared(state));
  const { chosen, isAll } = choose(
    () => here.names(kind),
    cursor.typed,
    name => thingsNamed(kind, name, here.world).filter(isOfferable),
  );
  const running = chosen.length === 0 ? undefined : scene();
  const forbidden = running && forbiddenBy(running, kind, analysis.settings);
  const ruleAgainst = (state: ThingState): string | undefined =>
    running && isDeletedBeside(state, running, beside()) ? 'parallel-dependency' : forbidden?.(state);
  const ranked = inOrder(chosen).map(state => {
    const rule = ruleAgainst(state);
    return { state, rule, detail: detailOf(state, rule, language) };
  });
  const isAllowed = ({ rule }: { rule: string | undefined }): boolean => rule === undefined;
  return { chosen: [...ranked.filter(isAllowed), ...ranked.filter(one => !isAllowed(one))], isAll };
}

const isDeclared = ({ place, ...state }: ThingState): boolean =>
  place?.slot.segment.section !== 'operations' || 'listed' in state;

function inOrder(states: readonly ThingState[]): readonly ThingState[] {
  return states
    .map(state => ({ state, group: groupOf(state), at: positionOf(state.place) }))
    .sort((a, b) => a.group - b.group || (a.group === 0 ? compare(b.at, a.at) : compare(a.at, b.at)))
    .map(({ state }) => state);
}

const groupOf = (state: ThingState): number =>
  'listed' in state ? 2 : state.place?.slot.segment.section === 'operations' ? 0 : 1;

interface Position {
  readonly block: number;
  readonly slot: number;
  readonly place: Place | undefined;
}

const positionOf = (place: Place | undefined): Position => {
  const block = place?.slot.block;
  return { block: block?.index ?? 0, slot: place && block ? block.slots.indexOf(place.slot) : 0, place };
};

/** By block, by slot in it, by character in that. */
const compare = (a: Position, b: Position): number => a.block - b.block || a.slot - b.slot || startOf(a) - startOf(b);

const startOf = ({ place }: Position): number => (place === undefined ? 0 : spanOf(place).start);

/** The facts that tell a thing from others. */
function detailOf(state: ThingState, rule: string | undefined, language: Language): string | undefined {
  const facts = [...factsOf(state, language), rule && `✗ ${rule}`].filter(fact => fact !== undefined);
  return facts.length === 0 ? undefined : facts.join(' · ');
}

/** In their order, as far as they are known. */
function factsOf(state: ThingState, language: Language): readonly (string | undefined)[] {
  switch (state.kind) {
    case 'image': {
      const { type, size, platform, encrypted, region, status } = state.facts;
      const secret = { en: 'encrypted', zh: '已加密' }[language];
      return [
        type?.value,
        platform?.value,
        size && writeSize(size.value),
        encrypted?.value === true ? secret : undefined,
        status?.value === 'Normal' ? undefined : status?.value,
        region?.value,
      ];
    }
    case 'server': {
      const { type, status, platform, architecture } = state.facts;
      return [type?.value, status?.value, platform?.value, architecture?.value];
    }
    case 'backup':
      return [state.facts.type?.value, state.server?.name];
    case 'bucket': {
      const { storage_class: storageClass, region } = (state as BucketState).facts;
      return [storageClass?.value, region?.value];
    }
  }
}
