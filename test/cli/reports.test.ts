import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Outcome, Problem } from '../../server/src/cli/outcome.ts';
import { checked } from '../../server/src/cli/problems.ts';
import { githubReport } from '../../server/src/cli/report/github.ts';
import { junitReport } from '../../server/src/cli/report/junit.ts';
import { sarifReport } from '../../server/src/cli/report/sarif.ts';
import { textReport } from '../../server/src/cli/report/text.ts';
import type { Language } from '../../server/src/localized.ts';
import { Document } from '../../server/src/syntax/document.ts';
import { samples } from '../rules/cases.ts';
import { applied } from '../support/apply.ts';
import { manifest, sharesEncrypted } from '../support/manifests.ts';

const outcomeOf = (files: Readonly<Record<string, string>>, missing: readonly string[] = []): Outcome => ({
  files: Object.entries(files).map(([path, text]) =>
    checked(path, new Analysis(text), { undecided: true, fixes: true }),
  ),
  unreadable: missing.map(path => ({ path, reason: { en: 'no such file', zh: '没有此文件' } })),
});

const bad = outcomeOf(Object.fromEntries(samples('bad').map(({ file, text }) => [file, text])), ['gone/ü.ims.yaml']);

/** One problem whose texts try to leave their places. */
const hostile: Outcome = {
  files: [
    {
      path: 'a,b:c%\n"<&>.ims.yaml',
      text: '',
      problems: [
        {
          rule: 'tag-limit',
          severity: 'hint',
          message: { en: '50%: "a"\r\n::error::\u0007 ]]> <b> \ud800 & \uffff', zh: '' },
          range: { start: { line: 0, character: 1 }, end: { line: 2, character: 0 } },
          related: [],
          fixes: [],
        },
      ],
      undecided: undefined,
    },
  ],
  unreadable: [],
};

describe('SARIF', () => {
  // One of its patterns is a regular expression in the lenient syntax alone.
  const ajv = new Ajv({ allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(schema);

  test.each<[string, Outcome, Language]>([
    ['of all bad samples', bad, 'en'],
    ['in Chinese', bad, 'zh'],
    ['of hostile texts', hostile, 'en'],
    ['of an absolute path', outcomeOf({ '/tmp/a b.ims.yaml': sharesEncrypted }), 'en'],
    ['of nothing', outcomeOf({}), 'en'],
  ])('%s is as the published schema wants it', (_, outcome, language) => {
    isValid(JSON.parse(sarifReport(outcome, language)));
    expect(isValid.errors).toBeNull();
  });

  test.each([
    [{ 'a b/ü%.ims.yaml': '' }, { uri: 'a%20b/%C3%BC%25.ims.yaml', uriBaseId: 'SRCROOT' }],
    [{ '/tmp/a b.ims.yaml': '' }, { uri: 'file:///tmp/a%20b.ims.yaml' }],
  ])('the file of %j is found', (files, location) => {
    expect(JSON.parse(sarifReport(outcomeOf(files), 'en')).runs[0].artifacts).toEqual([{ location }]);
  });

  const [run] = JSON.parse(sarifReport(bad, 'en')).runs;

  test('it has every finding, under its rule', () => {
    const findings = bad.files.flatMap(({ path, problems }) =>
      problems.map(({ rule, range: { start, end } }) => [
        ...[path, rule, start.line + 1, start.character + 1],
        ...[end.line + 1, end.character + 1],
      ]),
    );
    const { rules } = run.tool.driver;
    const told = run.results.flatMap(({ kind, ruleId, ruleIndex, locations: [{ physicalLocation }] }: Result) => {
      const { artifactLocation, region } = physicalLocation;
      expect(rules[ruleIndex].id).toBe(ruleId);
      if (kind === 'open') return [];
      return [[artifactLocation.uri, ruleId, region.startLine, region.startColumn, region.endLine, region.endColumn]];
    });
    expect(told).toEqual(findings);
    expect(findings.length).toBeGreaterThan(50);
  });

  test('what is undecided is open, and what cannot be read is a notification', () => {
    expect(run.results.some(({ kind }: Result) => kind === 'open')).toBe(true);
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations;
    expect(executionSuccessful).toBe(false);
    expect(toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'gone/%C3%BC.ims.yaml',
    );
  });

  test('each fix takes a finding of its rule away', () => {
    const texts = new Map(bad.files.map(({ path, text }) => [path, text]));
    const count = (text: string, rule: string): number =>
      new Analysis(text).findings().filter(finding => finding.rule === rule).length;
    let fixes = 0;
    for (const { ruleId, fixes: offered = [] } of run.results as readonly Result[]) {
      for (const { artifactChanges } of offered) {
        for (const { artifactLocation, replacements } of artifactChanges) {
          const text = texts.get(artifactLocation.uri) ?? '';
          const document = new Document(text);
          const changes = replacements.map(({ deletedRegion: region, insertedContent }) => ({
            start: document.offsetAt({ line: region.startLine - 1, character: region.startColumn - 1 }),
            end: document.offsetAt({ line: region.endLine - 1, character: region.endColumn - 1 }),
            text: insertedContent?.text ?? '',
          }));
          expect(count(applied(text, changes), ruleId), artifactLocation.uri).toBeLessThan(count(text, ruleId));
          fixes++;
        }
      }
    }
    expect(fixes).toBeGreaterThan(10);
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly kind?: 'open';
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region } },
  ];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
}

const message = (rule: string, outcome: Outcome): string =>
  outcome.files.flatMap(({ problems }) => problems).find((problem: Problem) => problem.rule === rule)?.message.en ?? '';

const shares = outcomeOf(
  { 'ops/share.ims.yaml': sharesEncrypted.replace('{ type', '{ published: false, tenants: 0, type') },
  ['gone.ims.yaml'],
);

test('what is said steers no terminal', () => {
  const told = textReport(outcomeOf({ 'a\x1b.ims.yaml': steering }), 'en', false);
  expect(told).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(told).toContain('There is no image `\ufffd[31mfo\ufffdo` at this point');
});

/** YAML can write what a terminal obeys. */
const steering = manifest('operations:\n  - { action: share, image: "\\e[31mfo\\no", tenants: [t] }\n');

describe('annotations of GitHub', () => {
  test('are at the places of the findings', () => {
    expect(githubReport(shares, 'en')).toBe(`\
::error file=ops/share.ims.yaml,line=7,col=12,endColumn=19,title=share-encrypted::${message('share-encrypted', shares)}%0Aops/share.ims.yaml:4: encrypted here
::notice file=ops/share.ims.yaml,line=6,col=13,endColumn=18,title=share-status (undecided)::Missing: \`status\` of \`payroll\`.
::error file=gone.ims.yaml::no such file
1 error, 1 undecided constraint in 1 manifest.
`);
  });

  test('nothing leaves its place', () => {
    expect(githubReport(hostile, 'en').split('\n')[0]).toBe(
      '::notice file=a%2Cb%3Ac%25%0A"<&>.ims.yaml,line=1,endLine=3,title=tag-limit::50%25: "a"\ufffd\ufffd::error::\ufffd ]]> <b> \ud800 & \uffff',
    );
  });
});

describe('JUnit', () => {
  test('has a suite for each manifest, and a case for each problem', () => {
    const text = message('share-encrypted', shares).replaceAll('"', '&quot;');
    const clean = outcomeOf({ 'clean.ims.yaml': manifest('operations: []\n') });
    expect(junitReport({ ...shares, files: [...shares.files, ...clean.files] }, 'en')).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ims-manifest" tests="4" failures="1" errors="1" skipped="1">
  <testsuite name="ops/share.ims.yaml" tests="2" failures="1" errors="0" skipped="1">
    <testcase name="share-encrypted (7:12)" classname="ops/share.ims.yaml"><failure message="${text}" type="share-encrypted">error ops/share.ims.yaml:7:12: ${text}
ops/share.ims.yaml:4:74: encrypted here
https://github.com/ims-manifest/ims-manifest/blob/main/docs/rules/share-encrypted.md</failure></testcase>
    <testcase name="share-status (6:13)" classname="ops/share.ims.yaml"><skipped message="Missing: \`status\` of \`payroll\`."></skipped></testcase>
  </testsuite>
  <testsuite name="clean.ims.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no problems" classname="clean.ims.yaml"/>
  </testsuite>
  <testsuite name="gone.ims.yaml" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="cannot be read" classname="gone.ims.yaml"><error message="no such file"></error></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('what XML cannot say is left out, and what is no error is no failure', () => {
    const report = junitReport(hostile, 'en');
    expect(report).toContain('<testsuite name="a,b:c%&#10;&quot;&lt;&amp;&gt;.ims.yaml" tests="1" failures="0"');
    expect(report).toContain('50%: &quot;a&quot;\r\n::error:: ]]&gt; &lt;b&gt;  &amp; \n');
    expect(report).toMatch(/<system-out>hint /);
  });
});
