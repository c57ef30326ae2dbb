import type { Severity } from '../../analysis/finding.ts';
import { describeMissing, undecided } from '../../features/describe/missing.ts';
import type { Language } from '../../localized.ts';
import type { Range } from '../../syntax/document.ts';
import type { CheckedFile, Outcome } from '../outcome.ts';
import { printable } from './printable.ts';
import { summary } from './summary.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Commands by which a GitHub workflow annotates the lines of a change; the last line is for the log. */
export function githubReport({ files, unreadable }: Outcome, language: Language): string {
  const lines = [
    ...files.flatMap(file => annotations(file, language)),
    ...unreadable.map(({ path, reason }) => command('error', { file: path }, reason[language])),
    summary(files, language),
  ];
  return `${lines.join('\n')}\n`;
}

function annotations({ path, problems, undecided: open = [] }: CheckedFile, language: Language): readonly string[] {
  return [
    ...problems.map(({ rule, severity, message, range, related }) => {
      const origins = related.map(
        ({ message, range }) => `\n${path}:${range.start.line + 1}: ${printable(message[language])}`,
      );
      return command(
        levels[severity],
        { file: path, ...placeOf(range), title: rule },
        `${printable(message[language])}${origins.join('')}`,
      );
    }),
    ...open.flatMap(({ range, constraints }) =>
      constraints.map(({ rule, missing }) => {
        const title = `${rule} (${undecided[language]})`;
        return command(
          'notice',
          { file: path, ...placeOf(range), title },
          printable(describeMissing(missing)[language]),
        );
      }),
    ),
  ];
}

/** Columns count only where they are of one line. */
const placeOf = ({ start, end }: Range): Readonly<Record<string, number>> =>
  start.line === end.line
    ? { line: start.line + 1, col: start.character + 1, endColumn: end.character + 1 }
    : { line: start.line + 1, endLine: end.line + 1 };

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(`${value}`)}`);
  return `::${level} ${said.join(',')}::${escaped(message)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
