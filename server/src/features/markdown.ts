import type { Language } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import { visible } from '../visible.ts';

/** A text of the manifest as inline code: no mark, tag or line's end in it counts. What is empty is a space, or it were no code. */
export function code(text: string): string {
  const shown = visible(text.replace(/\s+/g, ' ')) || ' ';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

export const ruleLink = (rule: string, language: Language): string => `[\`${rule}\`](${rulePage(rule, language)})`;

export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n');

export const list = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n');
