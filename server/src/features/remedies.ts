import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { fixAll, mayBeFixed } from '../analysis/fixAll.ts';
import { silenceInFile, silenceOnLine } from '../analysis/silence.ts';
import type { Localized } from '../localized.ts';
import { samePlace } from '../model/place.ts';
import type { TextChange } from '../syntax/document.ts';

/** What can be done about findings. */
export interface Remedy {
  readonly title: Localized;
  readonly finding: Finding;
  /** It is the one obvious thing to do. */
  readonly isObvious: boolean;
  changes(): readonly TextChange[];
}

/** The remedies for findings in the order of a menu: the fixes, those of all findings of a kind, the suppressions. */
export function remedies(analysis: Analysis, findings: readonly Finding[]): readonly Remedy[] {
  const fixed = findings.map(finding => ({ finding, fixes: analysis.fixes(finding) }));
  const fixes = fixed.flatMap(({ finding, fixes }) =>
    fixes.map(({ title, safe, changes }, i): Remedy => {
      return { title, finding, isObvious: i === 0 && (safe || fixes.length === 1), changes: () => changes };
    }),
  );
  const safelyFixed = fixed.filter(({ fixes }) => fixes.some(({ safe }) => safe)).map(({ finding }) => finding);
  return [
    ...fixes,
    ...onePerRule(safelyFixed).flatMap(finding => ofKind(analysis, finding)),
    ...remediesOf(analysis, onePerLine(analysis, findings), silenceOnLine),
    ...remediesOf(analysis, onePerRule(findings), silenceInFile),
  ];
}

/** Of as many others it is seen whether they may be fixed, too. */
const mostOthers = 20;

function ofKind(analysis: Analysis, finding: Finding): readonly Remedy[] {
  const isMeant = ({ rule }: Finding): boolean => rule === finding.rule;
  const others = analysis.standing().filter(other => isMeant(other) && !samePlace(other.place, finding.place));
  if (!others.slice(0, mostOthers).some(other => mayBeFixed(analysis, other))) return [];
  return [
    {
      title: {
        en: `Fix all \`${finding.rule}\` problems in this file`,
        zh: `修复此文件中的全部 \`${finding.rule}\` 问题`,
      },
      finding,
      isObvious: false,
      changes: () => fixAll(analysis, isMeant).changes,
    },
  ];
}

const remediesOf = (
  analysis: Analysis,
  findings: readonly Finding[],
  silence: typeof silenceOnLine,
): readonly Remedy[] =>
  findings.flatMap(finding => {
    const fix = silence(analysis, finding);
    if (fix === undefined) return [];
    const { title, changes } = fix;
    return [{ title, finding, isObvious: false, changes: () => changes }];
  });

export const onePerRule = (findings: readonly Finding[]): readonly Finding[] => unique(findings, ({ rule }) => rule);

function onePerLine(analysis: Analysis, findings: readonly Finding[]): readonly Finding[] {
  const lineOf = ({ place }: Finding): number => analysis.document.positionAt(analysis.rangeOf(place).start).line;
  return unique(findings, finding => `${finding.rule} ${lineOf(finding)}`);
}

function unique(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(finding => {
    const key = keyOf(finding);
    return !seen.has(key) && seen.add(key);
  });
}
