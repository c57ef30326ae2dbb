import type { Range } from 'vscode-languageserver';
import type { Format } from './format.mjs';

interface Cycle {
  readonly id: string;
  readonly steps: readonly {
    readonly change: { readonly range: Range; readonly text: string };
    readonly state: number;
  }[];
}

export function cyclesOf(text: string, format: Format): readonly Cycle[];
