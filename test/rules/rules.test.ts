import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { actions } from '../../server/src/model/vocabulary/index.ts';
import { ruleIds as allRules, constraintRules, groupRules, manifestRules } from '../../server/src/rules/index.ts';
import { analysisOf, analysisOfSample, casesOf, fixed, folder, joined, ruleIds, samples, titleOf } from './cases.ts';

/**
 * The margin of a manifest: `#! rule "underlined text", rule` for what is found on the line, `#? rule fact, fact` on
 * the line of an operation's action for what leaves the rule undecided. Without a text, any will do.
 */
interface Margin {
  readonly findings: readonly { readonly line: number; readonly rule: string; readonly text: string | undefined }[];
  readonly undecided: readonly string[];
}

function marginOf(text: string): Margin {
  const findings: { line: number; rule: string; text: string | undefined }[] = [];
  const undecided: string[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const told = / #! ((?:(?! #\?).)*)/.exec(content)?.[1] ?? '';
    for (const [, rule = '', underlined] of told.matchAll(/([a-z0-9-]+)(?: "(.*?)"(?=,|$))?(?:, |$)/g)) {
      findings.push({ line, rule, text: underlined });
    }
    const open = / #\? (.*)/.exec(content)?.[1];
    if (open !== undefined) undecided.push(`${line}: ${open}`);
  }
  return { findings, undecided };
}

/** Messages are whole sentences, in both languages. */
function checkSentences(analysis: Analysis): void {
  for (const { message, rule } of analysis.findings()) {
    expect(message.en, rule).toMatch(/^[A-Z`\d].*[.?]$/s);
    expect(message.zh, rule).toMatch(/[。？]$/);
    expect(message.zh, rule).toMatch(/\p{Script=Han}/u);
    for (const text of [message.en, message.zh]) expect(text, rule).not.toMatch(/undefined|NaN|\[object/);
  }
}

/** Holds a manifest's findings to its margin, and for one rule also what it is undecided for. */
function check(text: string, analysis: Analysis, rule?: string): void {
  checkSentences(analysis);
  const expected = marginOf(text);
  const lineOf = (offset: number): number => analysis.document.positionAt(offset).line + 1;

  const findings = analysis.findings().map(finding => {
    const { start, end } = analysis.rangeOf(finding.place);
    return { line: lineOf(start), rule: finding.rule, text: text.slice(start, end) };
  });
  const tell = (found: { line: number; rule: string; text: string | undefined }, withText: boolean): string =>
    `${found.line}: ${found.rule}${withText ? ` ${found.text}` : ''}`;
  const wantsText = (line: number, id: string): boolean =>
    expected.findings.some(other => other.line === line && other.rule === id && other.text !== undefined);
  const told = (all: readonly { line: number; rule: string; text: string | undefined }[]): string[] =>
    all.map(finding => tell(finding, wantsText(finding.line, finding.rule))).sort();
  expect(told(findings)).toEqual(told(expected.findings));

  if (rule === undefined) return;
  const undecided = [...analysis.document.slots()].flatMap(slot =>
    analysis.operationsOf(slot).flatMap(({ scene, verdicts }) =>
      verdicts
        .filter(verdict => verdict.rule.id === rule && verdict.outcome === 'undecided')
        .map(({ missing }) => {
          const facts = new Set(missing.map(({ fact }) => fact));
          return `${lineOf(analysis.rangeOf(scene.place).start)}: ${rule} ${[...facts].join(', ')}`;
        }),
    ),
  );
  expect(undecided).toEqual(expected.undecided);
}

test('every rule has cases', () => {
  expect([...ruleIds].sort()).toEqual(allRules);
});

for (const rule of ruleIds) {
  test.each(casesOf(rule).map(text => [titleOf(text), text]))(`${rule}: %s`, (_title, text) =>
    check(text, analysisOf(text), rule),
  );
}

const fixable = [...constraintRules, ...groupRules, ...Object.values(manifestRules)].filter(
  ({ fixes }) => fixes !== undefined,
);

test.each(fixable.map(({ id }) => id))('%s: the first fix of each finding', async id => {
  const result = casesOf(id).map(text => fixed(text, ({ rule }) => rule === id));
  await expect(joined(result)).toMatchFileSnapshot(`../../${folder}/${id}.fixed.ims.yaml`);
});

test.each(samples('bad').map(sample => [sample.file, sample] as const))('samples/bad/%s', (_file, sample) => {
  check(sample.text, analysisOfSample(sample));
});

test.each(samples('good').map(sample => [sample.file, sample] as const))('samples/good/%s', (_file, sample) => {
  expect(analysisOfSample(sample).findings()).toEqual([]);
});

test('the bad samples show every rule', () => {
  const shown = new Set(samples('bad').flatMap(({ text }) => marginOf(text).findings.map(({ rule }) => rule)));
  expect(allRules.filter(id => !shown.has(id))).toEqual([]);
});

test('the good samples show every action', () => {
  const shown = new Set(
    samples('good').flatMap(({ text }) => [...text.matchAll(/"?action"?: "?([a-z-]+)/g)].map(([, name]) => name)),
  );
  expect(Object.keys(actions).filter(action => !shown.has(action))).toEqual([]);
});

test('a region can be exempt from fast export', () => {
  const text = `apiVersion: ims/v1
images:
  here: { region: cn-north-4, type: data-disk, size: 200 GB }
  there: { region: cn-south-1, type: data-disk, size: 200 GB }
  somewhere: { type: data-disk, size: 200 GB }
operations:
  - { action: export, image: here, bucket_url: "out:a.vhd", file_format: VHD }
  - { action: export, image: there, bucket_url: "out:b.vhd", file_format: VHD }
  - { action: export, image: somewhere, bucket_url: "out:c.vhd", file_format: VHD }
`;
  const found = (normalExportRegions: readonly string[]): string[] => {
    const analysis = new Analysis(text, { rules: {}, normalExportRegions });
    return analysis.findings().map(({ place }) => {
      const { start, end } = analysis.rangeOf(place);
      return text.slice(start, end);
    });
  };
  expect(found([])).toEqual(['here', 'there', 'somewhere']);
  expect(found(['cn-north-4'])).toEqual(['there']);
  expect(found(['cn-north-4', 'cn-south-1'])).toEqual([]);
});

test('in a region that is exempt from fast export, an encrypted image is exported normally', () => {
  const exporting = (size: string): string => `apiVersion: ims/v1
region: cn-north-4
images:
  web: { type: data-disk, size: ${size}, encrypted: true }
operations:
  - { action: export, image: web, bucket_url: "out:a.vhd", is_quick_export: true }
`;
  const told = (size: string, normalExportRegions: readonly string[]): unknown[] => {
    const analysis = new Analysis(exporting(size), { rules: {}, normalExportRegions });
    return analysis
      .findings()
      .filter(({ rule }) => rule === 'export-encrypted-fast')
      .map(finding => [
        /Export it normally|ends at .*There is no way/.exec(finding.message.en)?.[0],
        /请使用普通导出|没有可用的导出方式/.exec(finding.message.zh)?.[0],
        ...analysis.fixes(finding).map(({ title }) => title.en),
      ]);
  };
  const normally = ['Export it normally', '请使用普通导出', 'Export normally, as VHD'];
  const noWay = (most: string): string[] => [`ends at ${most}. There is no way`, '没有可用的导出方式'];
  expect(told('200 GB', ['cn-north-4'])).toEqual([normally]);
  expect(told('128 GB', [])).toEqual([normally]);
  expect(told('200 GB', ['cn-south-1'])).toEqual([noWay('128 GB')]);
  expect(told('200 GB', [])).toEqual([noWay('128 GB')]);
  expect(told('1 TB', ['cn-north-4'])).toEqual([noWay('1 TB')]);
});
