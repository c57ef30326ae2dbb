import type { Language } from '../../localized.ts';
import { rulePage } from '../../rulePage.ts';
import type { Range } from '../../syntax/document.ts';
import type { Outcome, Problem } from '../outcome.ts';

/** For machines. Lines and columns count from 1; columns in UTF-16 code units. */
export function jsonReport({ files, unreadable }: Outcome, language: Language): string {
  const report = {
    files: files.map(({ path, problems, undecided }) => ({
      path,
      findings: problems.map(problem => toldFinding(problem, language)),
      undecided: undecided?.flatMap(({ range, constraints }) =>
        constraints.map(({ rule, missing }) => ({
          rule,
          url: rulePage(rule, language),
          range: fromOne(range),
          missing,
        })),
      ),
    })),
    unreadable: unreadable.map(({ path, reason }) => ({ path, reason: reason[language] })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** A finding as other programs have it. */
export const toldFinding = ({ rule, severity, message, range, related }: Problem, language: Language) => ({
  rule,
  severity,
  message: message[language],
  url: rulePage(rule, language),
  range: fromOne(range),
  related: related.map(({ message, range }) => ({ message: message[language], range: fromOne(range) })),
});

export function fromOne({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
