import { imagesNamed, sameImage } from '../../facts/images.ts';
import type { Known } from '../../facts/known.ts';
import { resolve, resolveImage } from '../../facts/resolve.ts';
import {
  type BackupState,
  type BucketState,
  type ImageState,
  type ServerState,
  type World,
  worldKey,
} from '../../facts/state.ts';
import type { Language } from '../../localized.ts';
import type { ManifestSlot } from '../../model/place.ts';
import { writeSize } from '../../model/size.ts';
import type { ThingKind } from '../../model/vocabulary/index.ts';
import type { ThingState } from '../describe/thing.ts';
import type { ValueContext } from './context.ts';
import { forbiddenBy, isFitting } from './fitting.ts';
import type { Request } from './request.ts';
import { bucketsUsed } from './used.ts';

/** Something that may be referred to. */
export interface Candidate {
  /** What it is called here. */
  readonly name: string;
  readonly kind: ThingKind;
  readonly detail: string | undefined;
}

type ValueRequest = Request<ValueContext>;

/** As many are offered at once. */
export const mostCandidates = 1000;

/** The images in scope, each by the shortest name that means it. */
export function imageCandidates(request: ValueRequest): readonly Candidate[] {
  const here = request.here();
  if (here === undefined) return [];
  const { world } = here;
  const { region } = request.point();
  const states = [...new Set(here.names('image'))]
    .flatMap(name => imagesNamed(world, name))
    .filter(({ deleted }) => deleted === undefined);
  return likely(states, request).flatMap(({ state, detail }) => {
    const name = state.kind === 'image' ? nameOf(state, region, world) : undefined;
    return name === undefined ? [] : [{ name, kind: 'image' as const, detail }];
  });
}

/** The name, where it means this image; else the name with the region, or the id. */
function nameOf(image: ImageState, region: string | undefined, world: World): string | undefined {
  const there = image.facts.region?.value;
  const names = [image.name, ...(there === undefined ? [] : [`${image.name}@${there}`]), image.facts.id?.value];
  return names.find(name => {
    const found = name === undefined ? undefined : resolveImage(name, region, world);
    return found?.outcome === 'found' && sameImage(found.state, image);
  });
}

/** The servers or backups in scope. */
export function thingCandidates(kind: 'server' | 'backup' | 'bucket', request: ValueRequest): readonly Candidate[] {
  const here = request.here();
  if (here === undefined || kind === 'bucket') return [];
  const states = [...here.names(kind)].map(name => here.world.read(worldKey[kind](name)) as ServerState | BackupState);
  return likely(states, request).map(({ state: { name }, detail }) => ({ name, kind, detail }));
}

/** The declared buckets, and those that are used without being declared. */
export function bucketCandidates(request: ValueRequest): readonly Candidate[] {
  const declared = [...(request.here()?.buckets() ?? [])];
  const known = likely(declared, request).map(({ state: { name }, detail }) => ({
    name,
    kind: 'bucket' as const,
    detail,
  }));
  const others = [...bucketsUsed(request)].filter(name => !declared.some(bucket => bucket.name === name));
  return [...known, ...others.map(name => ({ name, kind: 'bucket' as const, detail: undefined }))];
}

/** The server of the operation that is being written. */
export function serverOf({ context, here }: ValueRequest): ServerState | undefined {
  const name = context.operation?.text('server');
  const world = here()?.world;
  if (name === undefined || world === undefined) return undefined;
  const found = resolve<ServerState>('server', name, world);
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
function likely(states: readonly ThingState[], request: ValueRequest): readonly Ranked[] {
  const { context, analysis, language, cursor, judged } = request;
  const fitting = states.filter(
    state =>
      isFitting(state, context.operation?.action, context.operation === undefined) &&
      (context.operation !== undefined || isDeclared(state)),
  );
  const scene = judged()?.scene;
  const kind = fitting[0]?.kind;
  const ruleAgainst = scene && kind && forbiddenBy(scene, kind, analysis.settings);
  const ranked = byNearness(fitting, cursor.typed.toLowerCase())
    .slice(0, mostCandidates)
    .map(state => {
      const rule = ruleAgainst?.(state);
      return { state, rule, detail: detailOf(state, rule, language) };
    });
  return [...ranked.filter(({ rule }) => rule === undefined), ...ranked.filter(({ rule }) => rule !== undefined)];
}

const isDeclared = ({ place, ...state }: ThingState): boolean =>
  place.slot.segment.section !== 'operations' || 'listed' in state;

/** Where not all can be offered, those that hold what is typed are. */
function byNearness(states: readonly ThingState[], typed: string): readonly ThingState[] {
  const isTyped = ({ name }: ThingState): boolean =>
    states.length <= mostCandidates || name.toLowerCase().includes(typed);
  return states
    .map(state => ({ state, group: groupOf(state) + (isTyped(state) ? 0 : 3), at: positionOf(state.place.slot) }))
    .sort((a, b) => a.group - b.group || (a.group % 3 === 0 ? b.at - a.at : a.at - b.at))
    .map(({ state }) => state);
}

const groupOf = (state: ThingState): number =>
  'listed' in state ? 2 : state.place.slot.segment.section === 'operations' ? 0 : 1;

/** Grows from the start of the text to its end. */
const positionOf = (slot: ManifestSlot): number => slot.block.index * 1000 + slot.block.slots.indexOf(slot);

/** The facts that tell a thing from others. */
function detailOf(state: ThingState, rule: string | undefined, language: Language): string | undefined {
  const facts = [...factsOf(state, language), ...(rule === undefined ? [] : [`✗ ${rule}`])];
  return facts.length === 0 ? undefined : facts.join(' · ');
}

function factsOf(state: ThingState, language: Language): readonly string[] {
  const known = (...facts: readonly (Known<string | undefined> | undefined)[]): string[] =>
    facts.flatMap(fact => fact?.value ?? []);
  switch (state.kind) {
    case 'image': {
      const { type, size, platform, encrypted, region, status } = state.facts;
      const secret = { en: 'encrypted', zh: '已加密' }[language];
      return [
        ...known(type, platform),
        ...(size === undefined ? [] : [writeSize(size.value)]),
        ...(encrypted?.value === true ? [secret] : []),
        ...known(status?.value === 'Normal' ? undefined : status, region),
      ];
    }
    case 'server': {
      const { type, status, platform, architecture } = state.facts;
      return known(type, status, platform, architecture);
    }
    case 'backup':
      return [...known(state.facts.type), ...(state.server === undefined ? [] : [state.server.name])];
    case 'bucket':
      return known((state as BucketState).facts.storage_class, state.facts.region);
  }
}
