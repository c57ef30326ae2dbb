import type { Analysis, Judged, Surroundings } from '../../analysis/analysis.ts';
import type { Layout } from '../../edit/template.ts';
import type { Language } from '../../localized.ts';
import type { Around } from './context.ts';
import type { Cursor } from './cursor.ts';
import type { Point } from './item.ts';

/** One place to complete at, with what may be asked about it. Costly answers are found when first asked for. */
export interface Request<C extends Around = Around> {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly point: () => Point;
  readonly cursor: Cursor;
  readonly context: C;
  readonly layout: Layout;
  /** What can be referred to here; nothing in an empty document. */
  readonly here: () => Surroundings | undefined;
  /** The operation as the manifest has it, with what is known when it runs. */
  readonly judged: () => Judged | undefined;
}
