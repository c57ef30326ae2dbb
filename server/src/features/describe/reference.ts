import { regionOf } from '../../facts/declare.ts';
import { imagesNamed } from '../../facts/images.ts';
import { kindNamed } from '../../facts/made.ts';
import { resolve, thingsNamed } from '../../facts/resolve.ts';
import { isWithin, samePlace } from '../../model/place.ts';
import type { ThingKind } from '../../model/vocabulary/index.ts';
import { code, paragraphs } from '../markdown.ts';
import type { SpotOf, Subject } from './subject.ts';
import { describeThing, type ThingState } from './thing.ts';

/** What a value that names a thing refers to, just before the operation runs. */
export function describeReference(kind: ThingKind, subject: Subject): string | undefined {
  const { judged, spot } = subject;
  if (judged !== undefined) {
    const { label, state } = judged.scene[kind];
    return describeThing(kind, label, state, subject);
  }
  return spot.text === undefined
    ? undefined
    : describeThing(kind, spot.text, declared(kind, spot.text, subject), subject);
}

/** What one declared thing says about another. */
function declared(kind: ThingKind, name: string, { analysis, spot }: Subject): ThingState | undefined {
  const world = analysis.worldAfter(spot.place.slot);
  if (world === undefined || kind === 'bucket') return undefined;
  const declarations = analysis.modelOf(spot.place.slot)?.declarations;
  const declaration = declarations?.find(({ struct }) => isWithin(spot.place, struct.place));
  const found = resolve(kind, name, declaration && regionOf(declaration.struct, world)?.value, world);
  return found.outcome === 'found' ? found.state : undefined;
}

/** The bucket and the object that a file is written to. */
export function describeTarget(subject: Subject): string | undefined {
  const object = /^[^:]+:(.+)$/s.exec(subject.spot.text ?? '')?.[1];
  if (object === undefined) return undefined;
  const told = { en: `Object: ${code(object)}`, zh: `对象：${code(object)}` };
  return paragraphs(describeReference('bucket', subject), told[subject.language]);
}

/** What is known about a declared thing, by its name. */
export function describeEntry(subject: Subject<SpotOf<'entry'>>): string {
  const { of, text = '' } = subject.spot;
  return describeThing(of, text, stateNamed(of, text, subject), subject);
}

/** What is known about that which an operation makes, once it has run. */
export function describeMade(subject: Subject<SpotOf<'value'>>): string | undefined {
  const { operation, text } = subject.spot;
  const kind = operation && kindNamed(operation);
  if (kind === undefined || text === undefined) return undefined;
  const state = stateNamed(kind, text, subject);
  return state && describeThing(kind, text, state, { ...subject, judged: undefined });
}

/** The thing that has its name at the spot, else the newest of that name. */
function stateNamed(kind: ThingKind, name: string, { analysis, spot }: Subject): ThingState | undefined {
  const world = analysis.worldAfter(spot.place.slot);
  if (world === undefined) return undefined;
  const things = kind === 'image' ? imagesNamed(world, name) : thingsNamed(kind, name, world);
  return things.find(({ place }) => samePlace(place, spot.place)) ?? things.at(-1);
}
