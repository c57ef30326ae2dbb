import picocolors from 'picocolors';
import type { Severity } from '../../analysis/finding.ts';
import type { Language, Localized } from '../../localized.ts';
import type { CheckedFile, Outcome } from '../check.ts';
import type { Problem, Range } from '../problems.ts';
import { type Paint, quote } from './quote.ts';
import { summary } from './summary.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** For people: each problem with its line, and with the lines that its facts come from. */
export function textReport({ files }: Outcome, language: Language, color: boolean): string {
  const colors = picocolors.createColors(color);
  const problems = files.flatMap(file => {
    const lines = file.text.split(/\r\n|\r|\n/);
    return file.problems.map(problem => `${describe(problem, file, lines, language, colors)}\n\n`);
  });
  return `${problems.join('')}${summary(files, language)}\n`;
}

function describe(
  { rule, severity, message, range, related }: Problem,
  { path }: CheckedFile,
  lines: readonly string[],
  language: Language,
  colors: Colors,
): string {
  const paint = paintOf(severity, colors);
  const digits = Math.max(
    ...[range, ...related.map(({ range }) => range)].map(({ start }) => `${start.line + 1}`.length),
  );
  const place = ({ start }: Range): string => `${path}:${start.line + 1}:${start.character + 1}`;
  return [
    `${colors.bold(place(range))}  ${paint(severityNames[severity][language])}  ${message[language]}  ${colors.dim(rule)}`,
    quote(lines, range, { mark: '^', part: paint, gutter: colors.dim, digits }),
    ...related.flatMap(({ message, range }) => [
      `${place(range)}  ${colors.cyan(note[language])}  ${message[language]}`,
      quote(lines, range, { mark: '-', part: colors.cyan, gutter: colors.dim, digits }),
    ]),
  ].join('\n');
}

const note: Localized = { en: 'note', zh: '说明' };

const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};

function paintOf(severity: Severity, colors: Colors): Paint {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}
