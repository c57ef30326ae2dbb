import { declarationPhases, declare, declareInventories, declareSettings } from '../facts/declare.ts';
import type { Scene } from '../facts/scene.ts';
import { type World, worldKey } from '../facts/state.ts';
import { step } from '../facts/step.ts';
import { noteAny } from '../facts/unread.ts';
import type { SlotModel } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';

/** What is declared is known before any operation runs, wherever it stands in the text. */
export const phases = [...declarationPhases, 'operations'] as const;
type Phase = (typeof phases)[number];
export const lastPhase = phases.length - 1;

/** Whether a slot has anything to do in a phase. */
export function hasPart(model: SlotModel, phase: number): boolean {
  const name = phases[phase] as Phase;
  if (name === 'settings') return model.keys.length > 0;
  if (name === 'inventory') return model.settings?.has('inventory') === true;
  if (name === 'operations') return model.items.length > 0;
  return model.unread.includes(name) || model.declarations.some(({ kind }) => kind === name);
}

/** Does what a slot has to do in a phase. Returns what its operations met, by the items that they are in. */
export function perform(
  model: SlotModel,
  phase: number,
  world: World,
  problems: Problem[],
): readonly (readonly Scene[])[] {
  const name = phases[phase] as Phase;
  if (name === 'operations') return model.items.map(item => step(item, world, problems));
  if (name === 'settings') enter(model, world, problems);
  else if (name === 'inventory') declareInventories(model, world, problems);
  else {
    if (model.unread.includes(name)) noteAny(name, world);
    for (const one of model.declarations) if (one.kind === name) declare(one, world, problems);
  }
  return [];
}

function enter(model: SlotModel, world: World, problems: Problem[]): void {
  for (const { name, place } of model.keys) {
    const pair = worldKey.pair('', name);
    const first = world.read(pair) as Place | undefined;
    if (first === undefined) world.write(pair, place);
    else problems.push({ rule: 'duplicate-key', place, key: name, first });
  }
  declareSettings(model, world);
}

/** A world that keeps what is read of what was known before, and what is written. */
export class RecordingWorld implements World {
  readonly reads = new Map<string, unknown>();
  readonly writes = new Map<string, unknown>();
  constructor(private readonly outside: (key: string) => unknown) {}

  read(key: string): unknown {
    if (this.writes.has(key)) return this.writes.get(key);
    if (!this.reads.has(key)) this.reads.set(key, this.outside(key));
    return this.reads.get(key);
  }
  write(key: string, value: unknown): void {
    this.writes.set(key, value);
  }
}
