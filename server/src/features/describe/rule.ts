import type { Language } from '../../localized.ts';
import { constraintRules, groupRules, manifestRules } from '../../rules/index.ts';
import { paragraphs, ruleLink } from '../markdown.ts';

/** What a rule says, with its page; nothing where there is no such rule. */
export function describeRule(id: string, language: Language): string | undefined {
  const rule = [...constraintRules, ...groupRules, ...Object.values(manifestRules)].find(rule => rule.id === id);
  return rule && paragraphs(`**${rule.id}**`, rule.constraint[language], ruleLink(rule.id, language));
}
