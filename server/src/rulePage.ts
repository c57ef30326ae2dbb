import type { Language } from './localized.ts';

const rulePages = 'https://github.com/ims-manifest/ims-manifest/blob/main/docs/rules';

/** The page that explains a rule. */
export const rulePage = (rule: string, language: Language = 'en'): string =>
  `${rulePages}/${language === 'zh' ? 'zh-cn/' : ''}${rule}.md`;
