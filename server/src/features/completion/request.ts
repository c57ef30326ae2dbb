import type { Analysis, Surroundings } from '../../analysis/analysis.ts';
import { styleOf } from '../../edit/style.ts';
import type { Layout } from '../../edit/template.ts';
import type { Known } from '../../facts/known.ts';
import type { Scene } from '../../facts/scene.ts';
import { type World, worldKey } from '../../facts/state.ts';
import type { Language } from '../../localized.ts';
import { regionOfName } from '../../model/words.ts';
import { lineStart } from '../../syntax/lines.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import type { Point } from './item.ts';
import type { Probe } from './probe.ts';

/** One place to complete at, with what may be asked about it. Costly answers are found when first asked for. */
export interface Request<C extends Context = Context> {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly cursor: Cursor;
  readonly context: C;
  readonly layout: Layout;
  readonly point: () => Point;
  /** What can be referred to here; nothing in an empty document. */
  readonly here: () => Surroundings | undefined;
  /** The operation as the manifest has it, with what is known when it runs. */
  readonly scene: () => Scene | undefined;
  /** The other operations of its group. */
  readonly beside: () => readonly Scene[];
}

interface Found {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly offset: number;
  readonly slot: Slot | undefined;
  readonly cursor: Cursor;
  readonly probe: Probe;
}

export function requestOf(context: Context, found: Found): Request {
  const { analysis, language, offset, slot, cursor, probe } = found;
  const style = once(() => styleOf(analysis.document));
  const items = itemsBefore(context, probe);
  const here = once(() => slot && analysis.surroundings(slot, items));
  const isOwn = ({ operation }: Scene): boolean => operation === context.operation?.known;
  const together = once(() => (slot && analysis.scenesOf(slot).find(scenes => scenes.some(isOwn))) ?? []);
  const column = columnOf(slot?.segment.text ?? '', cursor);
  return {
    analysis,
    language,
    cursor,
    context,
    layout: {
      get style() {
        return style();
      },
      inFlow: context.inFlow,
      json: context.json,
      column,
    },
    here,
    scene: () => together().find(isOwn),
    beside: () => together().filter(scene => !isOwn(scene)),
    point: once(() => ({ offset, items, region: regionOf(context, here()?.world) })),
  };
}

/** How far the word is to stand from where the content of its line begins. */
function columnOf(text: string, { span: { start }, gap }: Cursor): number {
  const before = text.slice(lineStart(text, start), start).replace('\uFEFF', '');
  return before.trimStart().length + gap.length;
}

/** The region in which an operation looks for a bare name. */
function regionOf({ operation }: Context, world: World | undefined): string | undefined {
  const own = operation?.text('region');
  if (own !== undefined) return regionOfName(own) ?? own;
  return (world?.read(worldKey.region) as Known<string> | undefined)?.value;
}

/** How many of the slot's items come before the word. */
function itemsBefore({ path }: Context, { isBehind, segment }: Probe): number {
  if (isBehind) return Number.MAX_SAFE_INTEGER;
  const [first, second] = path;
  const index = segment.role === 'item' ? first : first === 'operations' ? second : 0;
  return typeof index === 'number' ? index : 0;
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
