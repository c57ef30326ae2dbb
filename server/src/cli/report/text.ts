import picocolors from 'picocolors';
import type { Severity } from '../../analysis/finding.ts';
import { describeMissing, undecided } from '../../features/describe/missing.ts';
import type { Language, Localized } from '../../localized.ts';
import type { Range } from '../../syntax/document.ts';
import type { CheckedFile, Outcome, Problem, Undecided } from '../outcome.ts';
import { printable } from './printable.ts';
import { type Paint, quote } from './quote.ts';
import { severityNames } from './severityNames.ts';
import { summary } from './summary.ts';
import { withoutCommands } from './withoutCommands.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * For people: each problem with its line, and with the lines that its facts come from; then what is undecided, a line
 * each, those of an operation together.
 */
export function textReport({ files }: Outcome, language: Language, color: boolean): string {
  const colors = picocolors.createColors(color);
  const parts = files.flatMap(file => {
    const lines = file.text.split(/\r\n|\r|\n/);
    return [
      ...file.problems.map(problem => describe(problem, file, lines, language, colors)),
      ...(file.undecided ?? []).map(operation => describeUndecided(operation, file, language, colors)),
    ];
  });
  return withoutCommands([...parts, summary(files, language)].join('\n\n').concat('\n'));
}

function describe(
  { rule, severity, message, range, related }: Problem,
  file: CheckedFile,
  lines: readonly string[],
  language: Language,
  colors: Colors,
): string {
  const paint = paintOf(severity, colors);
  const digits = Math.max(
    ...[range, ...related.map(({ range }) => range)].map(({ start }) => `${start.line + 1}`.length),
  );
  return [
    `${colors.bold(placeIn(file, range))}  ${paint(severityNames[severity][language])}  ${printable(message[language])}  ${colors.dim(rule)}`,
    quote(lines, range, { mark: '^', part: paint, gutter: colors.dim, digits }),
    ...related.flatMap(({ message, range }) => [
      `${placeIn(file, range)}  ${colors.cyan(note[language])}  ${printable(message[language])}`,
      quote(lines, range, { mark: '-', part: colors.cyan, gutter: colors.dim, digits }),
    ]),
  ].join('\n');
}

/** The rules stand below one another. */
function describeUndecided(
  { range, constraints }: Undecided,
  file: CheckedFile,
  language: Language,
  colors: Colors,
): string {
  const width = Math.max(...constraints.map(({ rule }) => rule.length));
  const start = `${colors.bold(placeIn(file, range))}  ${colors.cyan(undecided[language])}`;
  return constraints
    .map(
      ({ rule, missing }) =>
        `${start}  ${colors.dim(rule.padEnd(width))}  ${printable(describeMissing(missing)[language])}`,
    )
    .join('\n');
}

const placeIn = ({ path }: CheckedFile, { start }: Range): string =>
  `${printable(path)}:${start.line + 1}:${start.character + 1}`;

const note: Localized = { en: 'note', zh: '说明' };

function paintOf(severity: Severity, colors: Colors): Paint {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}
