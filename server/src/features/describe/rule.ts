import type { Language } from '../../localized.ts';
import { rulesById } from '../../rules/index.ts';
import { paragraphs, ruleLink } from '../markdown.ts';

/** What a rule says, with its page; nothing where there is no such rule. */
export function describeRule(id: string, language: Language): string | undefined {
  const rule = rulesById.get(id);
  return rule && paragraphs(`**${rule.id}**`, rule.constraint[language], ruleLink(rule.id, language));
}
