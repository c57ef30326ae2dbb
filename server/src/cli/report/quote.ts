import type { Range } from '../../syntax/document.ts';
import { excerptOf } from './excerpt.ts';

export type Paint = (text: string) => string;

export interface Style {
  /** What a part of a line is underlined with. */
  readonly mark: '^' | '-';
  readonly part: Paint;
  readonly gutter: Paint;
  /** How many digits the line numbers have. */
  readonly digits: number;
}

/** The line of source in which `range` begins, with its number, and below it marks under the range. */
export function quote(lines: readonly string[], { start, end }: Range, style: Style): string {
  const text = lines[start.line] ?? '';
  const { line, column, width } = excerptOf(text, start.character, end.line > start.line ? text.length : end.character);
  const gutter = (label: string): string => style.gutter(`${label.padStart(style.digits)} |`);
  return [
    `${gutter(`${start.line + 1}`)} ${line}`,
    `${gutter('')} ${' '.repeat(column)}${style.part(style.mark.repeat(width))}`,
  ].join('\n');
}
