import { describeMissing } from '../../features/describe/missing.ts';
import type { Language, Localized } from '../../localized.ts';
import { rulePage } from '../../rulePage.ts';
import type { Range } from '../../syntax/document.ts';
import type { CheckedFile, Outcome, Problem } from '../outcome.ts';
import { severityNames } from './severityNames.ts';

/**
 * JUnit's XML: a suite for each manifest, with a case for each problem. Only an error is a failure; what is undecided
 * is skipped, and a manifest that cannot be read is an error of the run.
 */
export function junitReport({ files, unreadable }: Outcome, language: Language): string {
  const suites = [
    ...files.map(file => suite(file.path, casesOf(file, language))),
    ...unreadable.map(({ path, reason }) =>
      suite(path, [{ name: unread[language], outcome: 'error', message: reason[language] }]),
    ),
  ];
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'ims-manifest', ...counts })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>\n',
  ].join('\n');
}

interface Case {
  readonly name: string;
  readonly outcome: 'passed' | 'told' | 'failure' | 'error' | 'skipped';
  readonly message?: string;
  readonly type?: string;
  /** More than fits into a line. */
  readonly detail?: string;
}

function casesOf({ path, problems, undecided = [] }: CheckedFile, language: Language): readonly Case[] {
  const cases = [
    ...problems.map(problem => caseOf(problem, path, language)),
    ...undecided.flatMap(({ range, constraints }) =>
      constraints.map(({ rule, missing }): Case => {
        return { name: nameOf(rule, range), outcome: 'skipped', message: describeMissing(missing)[language] };
      }),
    ),
  ];
  return cases.length > 0 ? cases : [{ name: noProblems[language], outcome: 'passed' }];
}

function caseOf({ rule, severity, message, range, related }: Problem, path: string, language: Language): Case {
  const places = [{ message, range }, ...related].map(
    ({ message, range }) => `${path}:${range.start.line + 1}:${range.start.character + 1}: ${message[language]}`,
  );
  return {
    name: nameOf(rule, range),
    outcome: severity === 'error' ? 'failure' : 'told',
    message: message[language],
    type: rule,
    detail: `${severityNames[severity][language]} ${[...places, rulePage(rule, language)].join('\n')}`,
  };
}

const nameOf = (rule: string, { start }: Range): string => `${rule} (${start.line + 1}:${start.character + 1})`;

function suite(path: string, cases: readonly Case[]): { readonly cases: readonly Case[]; readonly lines: string[] } {
  const lines = [
    `  <testsuite${attributes({ name: path, ...countsOf(cases) })}>`,
    ...cases.map(one => testcase(path, one)),
    '  </testsuite>',
  ];
  return { cases, lines };
}

function testcase(path: string, { name, outcome, message, type, detail = '' }: Case): string {
  const start = `    <testcase${attributes({ name, classname: path })}`;
  if (outcome === 'passed') return `${start}/>`;
  const inner =
    outcome === 'told'
      ? `<system-out>${escaped(detail)}</system-out>`
      : `<${outcome}${attributes({ message, type })}>${escaped(detail)}</${outcome}>`;
  return `${start}>${inner}</testcase>`;
}

const countsOf = (cases: readonly Case[]) => {
  const count = (outcome: Case['outcome']): number => cases.filter(one => one.outcome === outcome).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
};

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(`${value}`).replaceAll('\n', '&#10;')}"`))
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot say at all is left out. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, one => entities[one] ?? '');

const noProblems: Localized = { en: 'no problems', zh: '没有问题' };
const unread: Localized = { en: 'cannot be read', zh: '无法读取' };
