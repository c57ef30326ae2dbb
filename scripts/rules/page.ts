import { code, list, paragraphs } from '../../server/src/features/markdown.ts';
import type { Localized } from '../../server/src/localized.ts';
import type { Severity, SourceRow } from '../../server/src/rules/rule.ts';
import { diff } from './diff.ts';
import {
  type Case,
  failingExample,
  fixableExample,
  fixesOf,
  isConstraint,
  type KnownFix,
  passingExample,
  type Rule,
  type Safety,
  type Study,
  safetyOf,
  severitiesOf,
  type Told,
} from './study.ts';

const source = 'https://support.huaweicloud.com/intl/en-us/productdesc-ims/ims_01_0005.html';

/** What each table of the source is about. */
const tables: Readonly<Record<SourceRow, string>> = {
  T1: 'table 1, on creating private images',
  T2: 'table 2, on importing private images',
  T3: 'table 3, on sharing images',
  T4: 'table 4, on replicating images',
  T5: 'table 5, on exporting images',
  T6: 'table 6, on other operations',
  O: 'its other constraints',
};

const generated = '<!-- Generated from the rules and their cases: npm run generate -->';

/** The page that explains a rule. */
export function rulePage(study: Study): string {
  const { rule } = study;
  const failing = failingExample(study);
  return page(
    `# ${rule.id}`,
    `**${rule.constraint.en}**`,
    facts(study),
    '## Why',
    why(rule),
    ...(failing ? ['## Fails', yaml(failing.text), list(failing.findings.map(finding => told(finding, rule)))] : []),
    ...passing(study),
    '## Fix',
    ...fix(study),
    '## Severity',
    severity(rule),
    '## Suppress',
    suppress(rule),
    '## 中文',
    translation(study, failing),
    '[All rules](README.md)',
  );
}

/** The table of all rules. */
export function indexPage(studies: readonly Study[]): string {
  const constraints = studies.filter(({ rule }) => isConstraint(rule));
  const own = studies.filter(({ rule }) => !isConstraint(rule));
  return page(
    '# Rules',
    `The first ${constraints.length} rules are [constraints of IMS](${source}); T1 to T6 are the tables of that page, O its other constraints. The other ${own.length} are about the manifest itself.`,
    'A *safe* fix gives what the author means, so "fix all" applies it. An *unsafe* one is offered, and never applied on its own. Either is offered only where it takes the finding away and adds none.',
    '## Constraints of IMS',
    table(
      ['rule', 'source', 'severity', 'fix', 'constraint'],
      constraints.map(study => [link(study.rule.id), sourceOf(study.rule), ...summary(study)]),
    ),
    "## The manifest's own rules",
    table(
      ['rule', 'severity', 'fix', 'constraint'],
      own.map(study => [link(study.rule.id), ...summary(study)]),
    ),
  );
}

const page = (title: string, ...parts: readonly string[]): string => `${paragraphs(title, generated, ...parts)}\n`;

const summary = (study: Study): readonly string[] => [
  severitiesOf(study).join(' or '),
  fixKind(study),
  study.rule.constraint.en,
];

export const sourceOf = (rule: Rule): string => (isConstraint(rule) ? rule.source.join(', ') : '–');

/** How safe the rule's fixes are, as far as its cases show. */
export const fixKind = ({ cases }: Study): string => safetyOf(cases.flatMap(({ fixes }) => fixes)).join(' or ') || '–';

function facts(study: Study): string {
  const { rule } = study;
  return list([
    `Severity: ${severitiesOf(study).join(' or ')}`,
    `Fix: ${fixableExample(study) ? fixKind(study) : 'none'}`,
    ...(isConstraint(rule) ? [`Checked for: ${rule.actions.map(code).join(', ')}`] : []),
  ]);
}

function why(rule: Rule): string {
  if (!isConstraint(rule)) {
    return 'This is a rule of the manifest itself, not one of IMS: a manifest that keeps it says what its author means, and the constraints are judged with the right facts.';
  }
  const tellers = rule.source.map(row => tables[row]).join('; ');
  const consequence =
    rule.severity === 'error'
      ? 'IMS may still accept a call that breaks it, and fail it minutes or hours later.'
      : 'A call that breaks it may go through or fail: that depends on more than a manifest says.';
  return paragraphs(
    `IMS has this constraint: see [the constraints page](${source}), ${tellers}. ${consequence}`,
    'Where a fact that matters is unknown, the rule is undecided, and nothing is reported.',
  );
}

function passing(study: Study): readonly string[] {
  const example = passingExample(study);
  if (example === undefined) return [];
  const open = example.verdicts.filter(({ outcome }) => outcome === 'undecided');
  return [
    '## Passes',
    yaml(example.text),
    list(open.map(({ line, missing }) => `Line ${line}: undecided, for ${missing.map(code).join(' and ')} is unknown`)),
  ];
}

function fix(study: Study): readonly string[] {
  const example = fixableExample(study);
  if (example === undefined) return ['There is no automatic fix: only the author can tell what to do instead.'];
  const shown = fixesShown(study, example);
  return [
    list(shown.map(({ title, safety }) => `${title.en} (${safety.join(' or ')})`)),
    ...safetyOf(study.cases.flatMap(({ fixes }) => fixes)).map(safety => explained[safety]),
    `The ${example === failingExample(study) ? 'failing example' : 'following'}, after the first fix of each finding:`,
    fence('diff', diff(example.text, example.fixed).join('\n')),
  ];
}

const explained: Readonly<Record<Safety, string>> = {
  safe: 'A safe fix gives what the author means, so "fix all" applies it.',
  unsafe: 'An unsafe fix is offered, and never applied on its own.',
};

/** The fixes of an example, and one that is as safe as none of them if the rule has such. */
function fixesShown({ cases }: Study, example: Case): readonly KnownFix[] {
  const all = fixesOf(cases);
  const titles = new Set(example.fixes.map(({ title }) => title.en));
  const shown = all.filter(({ title }) => titles.has(title.en));
  const other = all.find(({ safety }) => !shown.some(fix => safety.every(one => fix.safety.includes(one))));
  return other === undefined ? shown : [...shown, other];
}

function severity({ id, severity }: Rule): string {
  const level = milder[severity];
  return paragraphs(
    "It can be `off`, `hint`, `information`, `warning` or `error`. For yourself, in the editor's settings:",
    fence('json', `{ "imsManifest.rules": { "${id}": "${level}" } }`),
    "For everyone who works on the project, and for the command line, in a file `.ims-manifest.yaml` in the manifest's folder or one above it. The nearest file counts, and it wins over the settings:",
    fence('yaml', `rules:\n  ${id}: ${level}`),
  );
}

/** What somebody who looks for the setting may want. */
const milder: Readonly<Record<Severity, Severity | 'off'>> = {
  error: 'warning',
  warning: 'information',
  information: 'off',
  hint: 'off',
};

const suppress = ({ id }: Rule): string =>
  id === 'yaml-syntax'
    ? 'This rule cannot be suppressed: what is broken cannot be read.'
    : paragraphs(
        'On the line, or alone on the line above an operation, then for all of it:',
        fence('yaml', `# ims-ignore: ${id} -- the reason`),
        'Anywhere, for the whole file:',
        fence('yaml', `# ims-ignore-file: ${id} -- the reason`),
      );

function translation({ rule }: Study, failing: Case | undefined): string {
  const messages = failing?.findings.filter(finding => finding.rule === rule.id).map(({ message }) => message) ?? [];
  const texts = [rule.constraint, ...messages];
  const unique = [...new Map(texts.map(text => [text.en, text])).values()];
  return table(
    ['English', '中文'],
    unique.map(({ en, zh }: Localized) => [en, zh]),
  );
}

function told({ rule, severity, line, text, message, related }: Told, page: Rule): string {
  const by = rule === page.id ? '' : ` (${link(rule)})`;
  const origins = related.map(({ line, message }) => `\n  - Line ${line}: ${message.en}`);
  return `Line ${line}, ${code(firstLine(text))}, ${severity}: ${message.en}${by}${origins.join('')}`;
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

const link = (rule: string): string => `[${rule}](${rule}.md)`;

const yaml = (text: string): string => fence('yaml', text.trimEnd());

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
