import type { Language } from '../../localized.ts';
import { projectKey } from '../../model/vocabulary/index.ts';
import { describeType } from '../../rules/describe-type.ts';
import { paragraphs } from '../markdown.ts';

/** What a key of project files is and takes; nothing where there is no such key. */
export function describeProjectKey(name: string, language: Language): string | undefined {
  const def = projectKey(name);
  if (def === undefined) return undefined;
  const type = describeType(def.value);
  return paragraphs(
    `**${name}**`,
    def.doc[language],
    { en: `Value: ${type.en}`, zh: `取值：${type.zh.trim()}` }[language],
  );
}
