import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import type { Fix } from '../../server/src/analysis/fixes.ts';
import { silenceInFile, silenceOnLine } from '../../server/src/analysis/silence.ts';
import { applied } from '../support/apply.ts';
import { manifest } from '../support/manifests.ts';

type Silence = (analysis: Analysis, finding: Finding) => Fix | undefined;

/** Suppresses the first finding of a rule: nothing is found there then, and the text is as expected. */
function check(silence: Silence, rule: string, text: string, expected: string | undefined): void {
  const analysis = new Analysis(text);
  const finding = analysis.findings().find(found => found.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule}`);
  const { start } = analysis.rangeOf(finding.place);
  const fix = silence(analysis, finding);
  expect(analysis.document.text).toBe(text);
  if (fix === undefined) {
    expect(expected).toBeUndefined();
    return;
  }
  const after = applied(text, fix.changes);
  expect(after).toBe(expected);
  const left = new Analysis(after);
  const shift = silence === silenceInFile ? after.length - text.length : 0;
  const still = left
    .findings()
    .filter(found => found.rule === rule && left.rangeOf(found.place).start === start + shift);
  expect(still).toEqual([]);
}

const images = 'images:\n  payroll: { type: system-disk, encrypted: true }\n';
const share = (image: string): string =>
  manifest(`${images}operations:\n  - action: share\n    image: ${image}\n    tenants: [a]\n`);

const onLine: Record<string, [rule: string, text: string, expected: string | undefined]> = {
  'behind what the line says': ['share-encrypted', share('payroll'), share('payroll # ims-ignore: share-encrypted')],
  'behind another comment, whatever the line ending': [
    'share-encrypted',
    share('payroll # agreed  ').replaceAll('\n', '\r\n'),
    share('payroll # agreed # ims-ignore: share-encrypted  ').replaceAll('\n', '\r\n'),
  ],
  'to the rules that are there, before the reason': [
    'share-encrypted',
    share('payroll # ims-ignore: share-region, tag-limit -- agreed'),
    share('payroll # ims-ignore: share-region, tag-limit, share-encrypted -- agreed'),
  ],
  'in flow style over several lines': [
    'share-encrypted',
    manifest(`${images}operations:\n  - { action: share,\n      image: payroll,\n      tenants: [a] }\n`),
    manifest(
      `${images}operations:\n  - { action: share,\n      image: payroll, # ims-ignore: share-encrypted\n      tenants: [a] }\n`,
    ),
  ],
  'at the end of a text without a line break': [
    'unknown-reference',
    manifest('operations:\n  - { action: delete, image: nobody }'),
    manifest('operations:\n  - { action: delete, image: nobody } # ims-ignore: unknown-reference'),
  ],
  'behind the blanks of a dash': [
    'missing-key',
    manifest('operations:\n  - \n  - {}\n').replaceAll('\n', '\r\n'),
    manifest('operations:\n  - # ims-ignore: missing-key\n  - {}\n').replaceAll('\n', '\r\n'),
  ],
  'not where it would end a key that goes on below': ['unknown-key', '? explicit\n      - a1\n', undefined],
  'never broken YAML': ['yaml-syntax', share('"payroll'), undefined],
};

test.each(Object.entries(onLine))('on the line: %s', (_, [rule, text, expected]) => {
  check(silenceOnLine, rule, text, expected);
});

const inFile: Record<string, [rule: string, text: string, expected: string | undefined]> = {
  'above all that it says': [
    'share-encrypted',
    share('payroll'),
    `# ims-ignore-file: share-encrypted\n${share('payroll')}`,
  ],
  'below what leads it, whatever the line ending': [
    'share-encrypted',
    `\uFEFF# All of them\n\n${share('payroll')}`.replaceAll('\n', '\r\n'),
    `\uFEFF# All of them\n\n# ims-ignore-file: share-encrypted\n${share('payroll')}`.replaceAll('\n', '\r\n'),
  ],
  'behind a byte order mark': [
    'share-encrypted',
    `\uFEFF${share('payroll')}`,
    `\uFEFF# ims-ignore-file: share-encrypted\n${share('payroll')}`,
  ],
  'to the rules that are there, wherever that is': [
    'share-encrypted',
    `${share('payroll')}# ims-ignore-file: share-region -- agreed\n`,
    `${share('payroll')}# ims-ignore-file: share-region, share-encrypted -- agreed\n`,
  ],
  'in the manifest that it is for': [
    'unknown-reference',
    `${share('payroll')}---\n${share('nobody')}`,
    `${share('payroll')}---\n# ims-ignore-file: unknown-reference\n${share('nobody')}`,
  ],
  'a manifest in flow style': [
    'unknown-reference',
    '{ apiVersion: ims/v1, region: cn-north-4, operations: [{ action: delete, image: nobody }] }\n',
    '# ims-ignore-file: unknown-reference\n{ apiVersion: ims/v1, region: cn-north-4, operations: [{ action: delete, image: nobody }] }\n',
  ],
  'not above text that is broken': ['unknown-reference', `note: "a\n${share('nobody')}`, undefined],
  'never broken YAML': ['yaml-syntax', share('"payroll'), undefined],
};

test.each(Object.entries(inFile))('in the file: %s', (_, [rule, text, expected]) => {
  check(silenceInFile, rule, text, expected);
});

test('where a comment would be in the middle of a text, none is put', () => {
  const analysis = new Analysis(share('"some\n      body"'));
  const [finding] = analysis.findings();
  if (finding === undefined) throw new Error('no finding');
  expect(silenceOnLine(analysis, finding)?.changes ?? []).toEqual([]);
});
