import type { Settings } from '../analysis/analysis.ts';
import type { Finding, Severity } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import { projectFileName } from '../model/vocabulary/index.ts';

export type Choice = Settings['rules'][string];

/** The severities that the rule of a finding may be given for all of a project: one milder, and off. */
export function severitiesFor({ rule, severity }: Finding): readonly { severity: Choice; title: Localized }[] {
  if (rule === 'yaml-syntax') return [];
  const milder = milderThan[severity];
  const choices: readonly Choice[] = milder === undefined ? ['off'] : [milder, 'off'];
  return choices.map(choice => ({ severity: choice, title: titleOf(rule, choice) }));
}

const milderThan: Readonly<Record<Severity, Severity | undefined>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: undefined,
};

const titleOf = (rule: string, severity: Choice): Localized =>
  severity === 'off'
    ? { en: `Turn \`${rule}\` off in \`${projectFileName}\``, zh: `在 \`${projectFileName}\` 中关闭 \`${rule}\`` }
    : {
        en: `Report \`${rule}\` as \`${severity}\` in \`${projectFileName}\``,
        zh: `在 \`${projectFileName}\` 中将 \`${rule}\` 的严重程度改为 \`${severity}\``,
      };
