import type { Language } from '../localized.ts';
import { rulePage } from '../rulePage.ts';

/** A text of the manifest as inline code: no mark, tag or line's end in it counts, and nothing reorders what is shown. */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ').replace(steering, '\ufffd');
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

const steering = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

export const ruleLink = (rule: string, language: Language): string => `[\`${rule}\`](${rulePage(rule, language)})`;

export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n');

export const list = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n');
