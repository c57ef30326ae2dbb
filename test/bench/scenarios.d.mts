import type { Range } from 'vscode-languageserver';
import type { Format } from './format.mjs';

interface Step {
  readonly change: { readonly range: Range; readonly text: string };
  readonly state: number;
}

interface Cycle {
  readonly id: string;
  readonly steps: readonly Step[];
}

interface Burst {
  readonly keys: readonly Step[];
  readonly undo: Step;
  readonly typed: string;
}

export function cyclesOf(text: string, format: Format): readonly Cycle[];

export function burstInReference(text: string, format: Format): Burst;
