import type { ValueType } from '../model/vocabulary/index.ts';
import { inStyle } from './scalar.ts';
import type { Style } from './style.ts';

/** A place in a text that is still to be filled in: with one of the choices, or with anything. */
export interface Stop {
  readonly choices: readonly string[];
}

/** A text with places to fill in. */
export type Template = readonly (string | Stop)[];

export const stop = (...choices: readonly string[]): Stop => ({ choices });

/** As it is with nothing filled in but the first choice of each place. */
export const asText = (template: Template): string =>
  template.map(part => (typeof part === 'string' ? part : (part.choices[0] ?? ''))).join('');

/** Where new text is to stand, and how text is laid out there. */
export interface Layout {
  readonly style: Style;
  readonly inFlow: boolean;
  /** Keys and texts are in double quotes. */
  readonly json: boolean;
  /** How much further in than the line that it begins in. */
  readonly column: number;
}

/** A new key with what its value is, if that is settled already, or may be. */
export interface NewPair {
  readonly name: string;
  readonly type: ValueType;
  readonly value?: string;
  readonly choices?: readonly string[];
}

export const keyText = ({ json }: Layout, name: string): string => inStyle(json ? 'double' : 'plain', name);

/** A key with a place for each value that it needs; a single value is left to be typed behind it. */
export function keyTemplate(layout: Layout, name: string, value: ValueType): Template {
  const head = `${keyText(layout, name)}:`;
  const kind = outermost(value).kind;
  return isCollection(kind) ? [head, ...valueTemplate(layout, value, stop())] : [`${head} `];
}

/** Several keys, each with places for its value. */
export function pairsTemplate(layout: Layout, pairs: readonly NewPair[]): Template {
  const separator = layout.inFlow ? ', ' : newLine(layout, layout.column);
  return joined(
    pairs.map(({ name, type, value, choices = [] }) => {
      const place = value === undefined ? stop(...choices) : value;
      return [`${keyText(layout, name)}:`, ...valueTemplate(layout, type, place)];
    }),
    separator,
  );
}

/** A map as an item of a list: behind a dash, or in braces. */
export function itemTemplate(layout: Layout, dash: boolean, pairs: readonly NewPair[]): Template {
  if (layout.inFlow) return [...(dash ? ['- '] : []), '{ ', ...pairsTemplate(layout, pairs), ' }'];
  if (!dash) return pairsTemplate(layout, pairs);
  return ['- ', ...pairsTemplate({ ...layout, column: layout.column + 2 }, pairs)];
}

/** A name of the author's choice with a map below it. */
export function entryTemplate(layout: Layout, name: string, pairs: readonly NewPair[]): Template {
  const inside = { ...layout, column: layout.column + layout.style.indent.length };
  const [open, close] = layout.inFlow ? [' { ', ' }'] : [newLine(inside, inside.column), ''];
  return [stop(name), ':', open, ...pairsTemplate(inside, pairs), close];
}

/** What follows a colon. */
function valueTemplate(layout: Layout, type: ValueType, place: string | Stop): Template {
  const { inFlow, style, column } = layout;
  const value = outermost(type);
  const isList = value.kind === 'list' || value.kind === 'operations';
  const inside = value.kind === 'tags' ? [stop('key'), ': ', stop('value')] : [stop()];
  if (!isCollection(value.kind)) return [' ', ...scalarTemplate(layout, value, place)];
  if (inFlow) return isList ? [' [', ...inside, ']'] : [' { ', ...inside, ' }'];
  const further = isList && style.compact ? 0 : style.indent.length;
  return [newLine(layout, column + further), ...(isList ? ['- '] : []), ...inside];
}

function scalarTemplate({ json }: Layout, { kind }: ValueType, place: string | Stop): Template {
  return json && kind !== 'boolean' && kind !== 'integer' ? ['"', place, '"'] : [place];
}

/** The first of several types is the one to begin with. */
function outermost(type: ValueType): ValueType {
  return type.kind === 'either' && type.of[0] !== undefined ? outermost(type.of[0]) : type;
}

const collections: ReadonlySet<ValueType['kind']> = new Set(['list', 'operations', 'map', 'shape', 'tags']);
const isCollection = (kind: ValueType['kind']): boolean => collections.has(kind);

const newLine = ({ style }: Layout, column: number): string => style.eol + ' '.repeat(column);

/** The parts of several templates with a text in between. */
const joined = (templates: readonly Template[], separator: string): Template =>
  templates.flatMap((template, i) => (i === 0 ? template : [separator, ...template]));
