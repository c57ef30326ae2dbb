import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closestMatch } from 'leven';
import type { Language, Localized } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import { complain } from './complain.ts';
import { ExitCode } from './exitCode.ts';
import { type ColorOptions, type LanguageOptions, languageOf, wantsColor } from './options.ts';
import { renderPage } from './report/page.ts';
import { ruleList } from './ruleList.ts';

/** Shows the page of a rule, which comes with the program: no network is needed. */
export async function explain(id: string, options: LanguageOptions & ColorOptions): Promise<ExitCode> {
  const language = languageOf(options);
  const rule = ruleList.find(rule => rule.id === id);
  if (rule === undefined) {
    complain([unknown(id)[language]]);
    return ExitCode.usage;
  }
  const page = (await pageOf(id, language)) ?? `# ${id}\n\n**${rule.constraint[language]}**\n`;
  const text = renderPage(page, wantsColor(options, process.stdout));
  process.stdout.write(`${text}\n\n${rulePage(id, language)}\n`);
  return ExitCode.clean;
}

/** Beside the bundle; nothing where somebody has taken that elsewhere. */
const pageOf = (id: string, language: Language): Promise<string | undefined> =>
  readFile(join(__dirname, '../docs/rules', language === 'zh' ? 'zh-cn' : '', `${id}.md`), 'utf8').catch(
    () => undefined,
  );

function unknown(id: string): Localized {
  const near = nearRule(id);
  return {
    en: `There is no rule ${id}. Did you mean ${near}? \`ims-manifest rules\` lists all.`,
    zh: `没有规则 ${id}。是否为 ${near}？运行 \`ims-manifest rules\` 查看所有规则。`,
  };
}

/** One that the words are part of, or else the one that looks most like it. */
function nearRule(id: string): string {
  const ids = ruleList.map(rule => rule.id);
  const lower = id.toLowerCase();
  return ids.find(other => lower !== '' && other.includes(lower)) ?? (closestMatch(lower, ids) as string);
}
