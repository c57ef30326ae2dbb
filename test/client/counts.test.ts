import { expect, test } from 'vitest';
import { fixedText, summaryText } from '../../client/src/counts.ts';
import type { Say } from '../../client/src/say.ts';
import chinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

const texts: Readonly<Record<string, string>> = chinese;
const filled = (text: string, values: readonly unknown[]) =>
  text.replace(/\{(\d)\}/g, (_, i) => `${values[Number(i)]}`);
const inEnglish: Say = (text, ...values) => filled(text, values);
const inChinese: Say = (text, ...values) => filled(texts[text] ?? '', values);

test.each([
  [{ manifests: 0, errors: 0, warnings: 0, notes: 0 }, 'The workspace has no manifests.', '工作区中没有清单。'],
  [{ manifests: 1, errors: 0, warnings: 0, notes: 0 }, 'No problems in 1 manifest.', '1 份清单中没有问题。'],
  [{ manifests: 3, errors: 0, warnings: 0, notes: 0 }, 'No problems in 3 manifests.', '3 份清单中没有问题。'],
  [{ manifests: 1, errors: 1, warnings: 0, notes: 0 }, '1 error in 1 manifest.', '1 份清单中有 1 个错误。'],
  [
    { manifests: 2, errors: 3, warnings: 1, notes: 1 },
    '3 errors · 1 warning · 1 note in 2 manifests.',
    '2 份清单中有 3 个错误 · 1 个警告 · 1 条提示。',
  ],
  [{ manifests: 3, errors: 0, warnings: 0, notes: 2 }, '2 notes in 3 manifests.', '3 份清单中有 2 条提示。'],
] as const)('%o is told', (summary, english, chinese) => {
  expect(summaryText(summary, inEnglish)).toBe(english);
  expect(summaryText(summary, inChinese)).toBe(chinese);
});

test.each([
  [1, 1, '1 fix in 1 manifest.', '已在 1 份清单中应用 1 处修复。'],
  [2, 1, '2 fixes in 1 manifest.', '已在 1 份清单中应用 2 处修复。'],
  [5, 3, '5 fixes in 3 manifests.', '已在 3 份清单中应用 5 处修复。'],
] as const)('%i fixes in %i manifests are told', (fixes, manifests, english, chinese) => {
  expect(fixedText(fixes, manifests, inEnglish)).toBe(english);
  expect(fixedText(fixes, manifests, inChinese)).toBe(chinese);
});
