import type { Analysis } from '../analysis/analysis.ts';
import type { Language } from '../localized.ts';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly start: number;
  readonly end: number;
}

/** What there is to know about what stands at `offset`. */
export function hover(_analysis: Analysis, _offset: number, _language: Language): Hover | undefined {
  return undefined;
}
