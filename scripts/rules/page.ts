import { code, list, paragraphs } from '../../server/src/features/markdown.ts';
import type { Language } from '../../server/src/localized.ts';
import type { Severity } from '../../server/src/rules/rule.ts';
import { diff } from './diff.ts';
import { prose } from './prose.ts';
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

const generated = '<!-- Generated from the rules and their cases: npm run generate -->';

/** The page that explains a rule. */
export function rulePage(study: Study, language: Language): string {
  const { rule } = study;
  const { headings, allRules } = prose[language];
  const failing = failingExample(study);
  return page(
    `# ${rule.id}`,
    `**${rule.constraint[language]}**`,
    facts(study, language),
    `## ${headings.why}`,
    why(rule, language),
    ...(failing === undefined
      ? []
      : [
          `## ${headings.fails}`,
          yaml(failing.text),
          list(failing.findings.map(finding => told(finding, rule, language))),
        ]),
    ...passing(study, language),
    `## ${headings.fix}`,
    ...fix(study, language),
    `## ${headings.severity}`,
    severity(rule, language),
    `## ${headings.suppress}`,
    suppress(rule, language),
    `[${allRules}](README.md) · ${otherLanguage(`${rule.id}.md`, language)}`,
  );
}

/** The table of all rules. */
export function indexPage(studies: readonly Study[], language: Language): string {
  const { headings, columns, intro, fixesIntro } = prose[language];
  const constraints = studies.filter(({ rule }) => isConstraint(rule));
  const own = studies.filter(({ rule }) => !isConstraint(rule));
  return page(
    `# ${headings.rules}`,
    intro(source, constraints.length, own.length),
    fixesIntro,
    `## ${headings.constraints}`,
    table(
      [columns.rule, columns.source, columns.severity, columns.fix, columns.constraint],
      constraints.map(study => [link(study.rule.id), sourceOf(study.rule), ...summary(study, language)]),
    ),
    `## ${headings.own}`,
    table(
      [columns.rule, columns.severity, columns.fix, columns.constraint],
      own.map(study => [link(study.rule.id), ...summary(study, language)]),
    ),
    otherLanguage('README.md', language),
  );
}

/** A link to the same page in the other language. */
const otherLanguage = (file: string, language: Language): string =>
  language === 'en' ? `[简体中文](zh-cn/${file})` : `[English](../${file})`;

const page = (title: string, ...parts: readonly string[]): string => `${paragraphs(title, generated, ...parts)}\n`;

const summary = (study: Study, language: Language): readonly string[] => [
  severities(study, language),
  fixKind(study, language),
  study.rule.constraint[language],
];

export const sourceOf = (rule: Rule): string => (isConstraint(rule) ? rule.source.join(', ') : '–');

const severities = (study: Study, language: Language): string =>
  severitiesOf(study)
    .map(severity => prose[language].severities[severity])
    .join(prose[language].or);

const safeties = (safety: readonly Safety[], language: Language): string =>
  safety.map(one => prose[language].safeties[one]).join(prose[language].or);

/** How safe the rule's fixes are, as far as its cases show. */
export const fixKind = ({ cases }: Study, language: Language): string =>
  safeties(safetyOf(cases.flatMap(({ fixes }) => fixes)), language) || '–';

function facts(study: Study, language: Language): string {
  const { rule } = study;
  const { headings, none, checkedFor, colon, listComma } = prose[language];
  const kind = fixableExample(study) ? fixKind(study, language) : none;
  return list([
    `${headings.severity}${colon}${severities(study, language)}`,
    `${headings.fix}${colon}${kind}`,
    ...(isConstraint(rule) ? [`${checkedFor}${colon}${rule.actions.map(code).join(listComma)}`] : []),
  ]);
}

function why(rule: Rule, language: Language): string {
  const { ownWhy, tables, semicolon, consequence, constraintWhy, constraintsPage, undecidedWhy } = prose[language];
  if (!isConstraint(rule)) return ownWhy;
  const tellers = rule.source.map(row => tables[row]).join(semicolon);
  return paragraphs(
    constraintWhy(
      `[${constraintsPage}](${source})`,
      tellers,
      consequence[rule.severity === 'error' ? 'error' : 'milder'],
    ),
    undecidedWhy,
  );
}

function passing(study: Study, language: Language): readonly string[] {
  const { headings, line, colon, undecided, and } = prose[language];
  const example = passingExample(study);
  if (example === undefined) return [];
  const open = example.verdicts.filter(({ outcome }) => outcome === 'undecided');
  return [
    `## ${headings.passes}`,
    yaml(example.text),
    list(open.map(verdict => `${line(verdict.line)}${colon}${undecided(verdict.missing.map(code).join(and))}`)),
  ];
}

function fix(study: Study, language: Language): readonly string[] {
  const { noFix, aside, explained, fixed } = prose[language];
  const example = fixableExample(study);
  if (example === undefined) return [noFix];
  const shown = fixesShown(study, example);
  return [
    list(shown.map(({ title, safety }) => `${title[language]}${aside(safeties(safety, language))}`)),
    ...safetyOf(study.cases.flatMap(({ fixes }) => fixes)).map(safety => explained[safety]),
    fixed(example === failingExample(study)),
    fence('diff', diff(example.text, example.fixed).join('\n')),
  ];
}

/** The fixes of an example, and one that is as safe as none of them if the rule has such. */
function fixesShown({ cases }: Study, example: Case): readonly KnownFix[] {
  const all = fixesOf(cases);
  const titles = new Set(example.fixes.map(({ title }) => title.en));
  const shown = all.filter(({ title }) => titles.has(title.en));
  const other = all.find(({ safety }) => !shown.some(fix => safety.every(one => fix.safety.includes(one))));
  return other === undefined ? shown : [...shown, other];
}

function severity({ id, severity }: Rule, language: Language): string {
  const level = milder[severity];
  const { severityForOne, severityForAll } = prose[language];
  return paragraphs(
    severityForOne,
    fence('json', `{ "imsManifest.rules": { "${id}": "${level}" } }`),
    severityForAll,
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

function suppress({ id }: Rule, language: Language): string {
  const { neverSuppressed, suppressHere, suppressInFile, reason } = prose[language];
  if (id === 'yaml-syntax') return neverSuppressed;
  return paragraphs(
    suppressHere,
    fence('yaml', `# ims-ignore: ${id} -- ${reason}`),
    suppressInFile,
    fence('yaml', `# ims-ignore-file: ${id} -- ${reason}`),
  );
}

function told({ rule, severity, line, text, message, related }: Told, page: Rule, language: Language): string {
  const { severities, comma, colon, aside, line: lineOf } = prose[language];
  const by = rule === page.id ? '' : aside(link(rule));
  const origins = related.map(({ line, message }) => `\n  - ${lineOf(line)}${colon}${message[language]}`);
  const place = [lineOf(line), code(firstLine(text)), severities[severity]].join(comma);
  return `${place}${colon}${message[language]}${by}${origins.join('')}`;
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
