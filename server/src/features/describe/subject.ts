import type { Analysis, Judged } from '../../analysis/analysis.ts';
import type { Language } from '../../localized.ts';
import type { Place } from '../../model/place.ts';
import type { Spot } from '../spot.ts';

/** What is hovered over, with what its description needs beside it. */
export interface Subject<S extends Spot = Spot> {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly spot: S;
  /** The operation that the spot belongs to, with what is known when it runs. */
  readonly judged: Judged | undefined;
}

/** What is told of a thing, whatever the spot. */
export type Told = Omit<Subject, 'spot'>;

export type SpotOf<K extends Spot['kind']> = Extract<Spot, { kind: K }>;

/** `line 4`, `lines 4, 9`: where all this is known from; nothing for what comes from nowhere in the text. */
export function linesOf({ analysis, language }: Told, places: readonly (Place | undefined)[]): string | undefined {
  const known = places.filter(place => place !== undefined);
  const numbers = new Set(known.map(place => analysis.document.positionAt(analysis.rangeOf(place).start).line + 1));
  const lines = [...numbers].sort((a, b) => a - b);
  if (lines.length === 0) return undefined;
  return {
    en: `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`,
    zh: `第 ${lines.join('、')} 行`,
  }[language];
}
