import type { Outcome, Verdict } from '../../analysis/judge.ts';
import type { Missing } from '../../facts/truth.ts';
import type { Language, Localized } from '../../localized.ts';
import { type ActionName, actions } from '../../model/vocabulary/index.ts';
import { code, list, paragraphs, ruleLink } from '../markdown.ts';
import { describeMissing, undecided } from './missing.ts';
import type { Subject } from './subject.ts';

const marks: Readonly<Record<Outcome, string>> = { violated: '✗', undecided: '?', holds: '✓' };

const outcomes: Readonly<Record<Outcome, Localized>> = {
  violated: { en: '**violated**', zh: '**违反**' },
  undecided,
  holds: { en: 'holds', zh: '满足' },
};

/** What the operation does, and its ledger. */
export function describeAction(action: ActionName, { language, judged }: Pick<Subject, 'language' | 'judged'>): string {
  const { doc, requests } = actions[action];
  const calls = requests.map(code).join({ en: ' or ', zh: ' 或 ' }[language]);
  const how = {
    en: requests.length > 0 ? `IMS request: ${calls}` : 'Only the console does this.',
    zh: requests.length > 0 ? `IMS 请求：${calls}` : '只能在控制台中完成。',
  };
  const verdicts = inOrder(judged?.verdicts ?? []);
  return paragraphs(
    `**${action}**`,
    doc[language],
    how[language],
    list(verdicts.map(verdict => describeVerdict(verdict, language))),
  );
}

function describeVerdict({ rule, outcome, missing }: Verdict, language: Language): string {
  const tail = outcome === 'undecided' ? { en: ' ', zh: '' }[language] + describeMissing(missing)[language] : '';
  return `${marks[outcome]} ${outcomes[outcome][language]} ${ruleLink(rule.id, language)} ${rule.constraint[language]}${tail}`;
}

const ranks: readonly Outcome[] = ['violated', 'undecided', 'holds'];

export const inOrder = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  ranks.flatMap(rank => verdicts.filter(({ outcome }) => outcome === rank));

/** `✗ rule-id` */
export const describeOutcome = ({ rule, outcome }: Verdict, language: Language): string =>
  `${marks[outcome]} ${ruleLink(rule.id, language)}`;

/** The facts of something that an operation's constraints ask for and do not find. */
export function missingOf(label: string, { judged }: Pick<Subject, 'judged'>): readonly string[] {
  const missing: readonly Missing[] = judged?.verdicts.flatMap(verdict => verdict.missing) ?? [];
  return unique(missing.filter(({ of }) => of === label).map(({ fact }) => fact));
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
