import { expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import { fixAll } from '../../server/src/analysis/fixAll.ts';
import type { Fix } from '../../server/src/analysis/fixes.ts';
import { silenceInFile, silenceOnLine } from '../../server/src/analysis/silence.ts';
import { samePlace } from '../../server/src/model/place.ts';
import type { TextChange } from '../../server/src/syntax/document.ts';
import { applied } from '../support/apply.ts';
import { layouts } from '../support/variants.ts';
import { analysisOf, casesOf, fixed, mayReveal, ruleIds, samples, titleOf } from './cases.ts';

const manifests = [
  ...ruleIds.flatMap(rule => casesOf(rule).map(text => ({ name: `${rule}: ${titleOf(text)}`, text }))),
  ...[...samples('good'), ...samples('bad')].map(({ file, text }) => ({ name: file, text })),
];

/** What no fix may bring about, whatever it reveals. */
const broken = ['yaml-syntax', 'duplicate-key'];

const count = (all: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

const countByRule = (findings: readonly Finding[]): Map<string, number> => count(findings.map(({ rule }) => rule));

/** What there is more of after than before. */
const added = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key);

const commentsIn = (text: string): string[] => text.match(/(?<=^|[ \t])#.*?(?=[ \t]*\r?$)/gm) ?? [];

/** Comments behind what is taken out with them. */
const commentsOnWhatGoes = (text: string, changes: readonly TextChange[]): string[] =>
  changes.flatMap(({ start, end }) =>
    text
      .slice(start, end)
      .split('\n')
      .filter(line => !/^\s*#/.test(line))
      .flatMap(commentsIn),
  );

const told = (analysis: Analysis): unknown[] =>
  analysis.findings().map(({ rule, place, message }) => ({ rule, message, ...analysis.rangeOf(place) }));

/** Where a place is after changes, if it is still there. */
function moved(offset: number, changes: readonly TextChange[]): number | undefined {
  if (changes.some(({ start, end }) => start < offset && offset < end)) return undefined;
  return changes.reduce((at, { start, end, text }) => (end <= offset ? at + text.length - (end - start) : at), offset);
}

function expectInOrder(changes: readonly TextChange[], label: string): void {
  for (const [i, { start }] of changes.entries()) expect(start, label).toBeGreaterThan(changes[i - 1]?.end ?? -1);
}

/** One fix: its finding is gone, nothing is added, and what it does not concern stays. */
function checkFix(
  text: string,
  before: ReadonlyMap<string, number>,
  { rule, start, alone }: { readonly rule: string; readonly start: number; readonly alone: boolean },
  fix: Fix,
  name: string,
): void {
  const label = `${name}: ${rule}: ${fix.title.en}`;
  expectInOrder(fix.changes, label);
  const result = applied(text, fix.changes);
  const analysis = analysisOf(result);
  const after = countByRule(analysis.findings());
  const more = added(before, after).filter(other => rule === 'unused-suppression' || other !== 'unused-suppression');
  if (mayReveal(rule, fix)) {
    expect(
      more.filter(other => broken.includes(other)),
      label,
    ).toEqual([]);
  } else {
    expect(more, label).toEqual([]);
    expect(after.get(rule) ?? 0, label).toBeLessThan(before.get(rule) ?? 0);
  }
  // Twice is the same as once: there is no second time.
  const place = alone ? moved(start, fix.changes) : undefined;
  for (const other of analysis.findings()) {
    if (other.rule !== rule || analysis.rangeOf(other.place).start !== place) continue;
    expect(
      analysis.fixes(other).map(({ title }) => title.en),
      label,
    ).not.toContain(fix.title.en);
  }
  if (rule !== 'unused-suppression') {
    const rest = [...commentsIn(result), ...commentsOnWhatGoes(text, fix.changes)];
    expect(added(count(rest), count(commentsIn(text))), label).toEqual([]);
  }
  expectLineEnding(text, result, label);
}

function expectLineEnding(text: string, result: string, label: string): void {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  expect([...new Set(result.match(/\r?\n/g) ?? [eol])], label).toEqual([eol]);
}

/** A suppression: nothing of its rule is told there any more, and all else stays. */
function checkSilence(text: string, before: ReadonlyMap<string, number>, finding: Finding, fix: Fix, name: string) {
  const { rule } = finding;
  const label = `${name}: ${rule}: ${fix.title.en}`;
  const result = applied(text, fix.changes);
  const after = countByRule(analysisOf(result).findings());
  expect(after.get(rule) ?? 0, label).toBeLessThan(before.get(rule) ?? 0);
  expect(added(before, after), label).toEqual([]);
  expectLineEnding(text, result, label);
}

/** All safe fixes in one go: as good as one after the other, and nothing is left for another go. */
function checkAll(text: string, before: ReadonlyMap<string, number>, analysis: Analysis, name: string): number {
  const reveals = analysis
    .findings()
    .some(finding => analysis.fixes(finding).some(fix => mayReveal(finding.rule, fix)));
  const { changes, count: fixes } = fixAll(analysis);
  expectInOrder(changes, name);
  expect(changes.length > 0, name).toBe(fixes > 0);
  const result = applied(text, changes);
  const again = analysisOf(result);
  const more = added(before, countByRule(again.findings()));
  expect(
    more.filter(rule => rule !== 'unused-suppression' && (!reveals || broken.includes(rule))),
    name,
  ).toEqual([]);
  expect(fixAll(again), name).toEqual({ changes: [], count: 0 });
  for (const finding of again.findings()) {
    expect(
      again.fixes(finding).filter(({ safe }) => safe),
      `${name}: ${finding.rule}`,
    ).toEqual([]);
  }
  expectLineEnding(text, result, name);
  return fixes;
}

/** Every manifest in every layout takes its time: else each has some, in turn. */
const everything = process.env.ALL_LAYOUTS !== undefined;
const share = 4;

test.each(Object.entries(layouts).map(([name, layout], i) => ({ name, layout, i })))(
  'the laws of fixes: $name',
  { timeout: 300_000 },
  ({ name: layoutName, layout, i }) => {
    let fixes = 0;
    let silences = 0;
    let together = 0;
    for (const [n, manifest] of manifests.entries()) {
      const text = everything || i === 0 || (n + i) % share === 0 ? layout(manifest.text) : undefined;
      if (text === undefined) continue;
      const name = `${manifest.name} (${layoutName})`;
      const analysis = analysisOf(text);
      const before = countByRule(analysis.findings());
      const scratch = told(analysis);
      const findings = analysis.findings();
      for (const finding of findings) {
        const { start } = analysis.rangeOf(finding.place);
        // A merged key is the place of a problem of every operation that merges it.
        const alone =
          findings.filter(({ rule, place }) => rule === finding.rule && samePlace(place, finding.place)).length === 1;
        for (const fix of analysis.fixes(finding)) {
          checkFix(text, before, { rule: finding.rule, start, alone }, fix, name);
          fixes++;
        }
        for (const silence of [silenceOnLine(analysis, finding), silenceInFile(analysis, finding)]) {
          if (silence === undefined) continue;
          checkSilence(text, before, finding, silence, name);
          silences++;
        }
      }
      together += checkAll(text, before, analysis, name);
      expect(analysis.document.text, name).toBe(text);
      expect(told(analysis), name).toEqual(scratch);
    }
    expect(fixes).toBeGreaterThan(0);
    console.log(
      `the laws of fixes, ${layoutName}: ${fixes} one by one, ${together} together, ${silences} suppressions`,
    );
  },
);

test('the first fix of each finding, one after the other, comes to an end', { timeout: 60_000 }, () => {
  for (const { name, text } of manifests) {
    const once = fixed(text);
    expect(fixed(once), name).toBe(once);
  }
});
