const rulePages = 'https://github.com/ims-manifest/ims-manifest/blob/main/docs/rules';

/** The page that explains a rule. */
export const rulePage = (rule: string): string => `${rulePages}/${rule}.md`;
