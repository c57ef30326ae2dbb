import picocolors from 'picocolors';
import type { Language } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import { type ColorOptions, type LanguageOptions, languageOf, wantsColor } from './options.ts';
import { severityNames } from './report/severityNames.ts';
import { widthOf } from './report/width.ts';
import { type ListedRule, ruleList } from './ruleList.ts';

export interface RulesOptions extends LanguageOptions, ColorOptions {
  readonly format: 'text' | 'json';
}

/** Lists all rules. */
export function rules(options: RulesOptions): void {
  const language = languageOf(options);
  process.stdout.write(
    options.format === 'json' ? json(language) : table(language, wantsColor(options, process.stdout)),
  );
}

const json = (language: Language): string =>
  `${JSON.stringify(
    ruleList.map(({ constraint, ...rule }) => ({
      ...rule,
      constraint: constraint[language],
      url: rulePage(rule.id, language),
    })),
    undefined,
    2,
  )}\n`;

/** A line for each rule; the constraint is last, for it has no width of its own. */
function table(language: Language, color: boolean): string {
  const say = words[language];
  const rows = [say.head, ...ruleList.map(rule => cellsOf(rule, language))];
  const widths = say.head.map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? ''))));
  const colors = picocolors.createColors(color);
  const lines = rows.map((row, index) => {
    const cells = row.slice(0, -1).map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)));
    const [id = '', ...rest] = cells;
    const line = index === 0 ? cells : [colors.bold(id), ...rest];
    const text = [...line, row.at(-1)].join('  ');
    return index === 0 ? colors.dim(text) : text;
  });
  return `${lines.join('\n')}\n\n${say.legend}\n`;
}

function cellsOf({ id, severities, source, fixes, constraint }: ListedRule, language: Language): readonly string[] {
  const say = words[language];
  return [
    id,
    severities.map(severity => severityNames[severity][language]).join('/'),
    source.join(',') || '–',
    fixes.map(fix => say[fix]).join('/') || '–',
    constraint[language],
  ];
}

const words = {
  en: {
    head: ['rule', 'severity', 'source', 'fix', 'constraint'],
    safe: 'safe',
    unsafe: 'unsafe',
    legend:
      'T1 to T6 are the tables of the constraints page of IMS, O its other constraints. `fix` makes safe fixes; editors offer the others, too.\n`ims-manifest explain <rule>` tells more.',
  },
  zh: {
    head: ['规则', '级别', '来源', '修复', '约束'],
    safe: '安全',
    unsafe: '不安全',
    legend:
      'T1 至 T6 是 IMS 约束与限制页面中的表，O 是其中的其他约束限制。`fix` 只应用安全的修复；编辑器还提供其他修复。\n详情请运行 `ims-manifest explain <规则>`。',
  },
} as const;
