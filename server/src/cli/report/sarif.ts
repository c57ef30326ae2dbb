import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';

import type { Severity } from '../../analysis/finding.ts';
import { describeMissing } from '../../features/describe/missing.ts';
import { encodeStep } from '../../files/uri.ts';
import type { Language } from '../../localized.ts';
import { rulePage } from '../../rulePage.ts';
import type { Range } from '../../syntax/document.ts';
import type { CheckedFile, Outcome, Problem, SafeFix, Undecided } from '../outcome.ts';
import { ruleList } from '../ruleList.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Where relative paths start. */
const uriBaseId = 'SRCROOT';

/** What a viewer would take for a link or a placeholder in a text is none. */
const plain = (text: string): { readonly text: string } => ({
  text: text.replaceAll('](', '] (').replace(/[{}]/g, '$&$&'),
});

/** SARIF 2.1.0, for code scanning. Safe fixes are told as replacements; what is undecided is open for review. */
export function sarifReport({ files, unreadable }: Outcome, language: Language): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(language) },
        language: language === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(({ path, reason }) => ({
              level: 'error',
              message: plain(reason[language]),
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        artifacts: files.map(({ path }) => ({ location: artifact(path) })),
        results: files.flatMap(file => resultsOf(file, language)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const ruleIndexes = new Map(ruleList.map(({ id }, index) => [id, index]));

const driver = (language: Language) => ({
  name: 'IMS Manifest',
  version,
  semanticVersion: version,
  informationUri: 'https://github.com/ims-manifest/ims-manifest',
  rules: ruleList.map(({ id, constraint, severities }) => ({
    id,
    shortDescription: plain(constraint[language]),
    fullDescription: plain(constraint[language]),
    help: {
      text: `${constraint[language]}\n${rulePage(id, language)}`,
      markdown: `${constraint[language]}\n\n[${id}](${rulePage(id, language)})`,
    },
    helpUri: rulePage(id, language),
    defaultConfiguration: { level: levels[severities[0] ?? 'error'] },
  })),
});

const resultsOf = ({ path, problems, undecided = [] }: CheckedFile, language: Language) => [
  ...problems.map(problem => resultOf(problem, path, language)),
  ...undecided.flatMap(operation => openResults(operation, path, language)),
];

const resultOf = (
  { rule, severity, message, range, related, fixes = [] }: Problem,
  path: string,
  language: Language,
) => ({
  ...byRule(rule),
  level: levels[severity],
  message: plain(message[language]),
  locations: [locationOf(path, range)],
  ...(related.length > 0 && {
    relatedLocations: related.map(({ message, range }, id) => ({
      id,
      ...locationOf(path, range),
      message: plain(message[language]),
    })),
  }),
  ...(fixes.length > 0 && { fixes: fixes.map(fix => fixOf(fix, path, language)) }),
});

/** A constraint that cannot be decided is no failure: somebody has to look. */
const openResults = ({ range, constraints }: Undecided, path: string, language: Language) =>
  constraints.map(({ rule, missing }) => ({
    ...byRule(rule),
    kind: 'open',
    level: 'none',
    message: plain(describeMissing(missing)[language]),
    locations: [locationOf(path, range)],
  }));

const byRule = (rule: string) => ({ ruleId: rule, ruleIndex: ruleIndexes.get(rule) });

const fixOf = ({ title, changes }: SafeFix, path: string, language: Language) => ({
  description: plain(title[language]),
  artifactChanges: [
    {
      artifactLocation: artifact(path),
      replacements: changes.map(({ range, text }) => ({
        deletedRegion: region(range),
        ...(text !== '' && { insertedContent: { text } }),
      })),
    },
  ],
});

const locationOf = (path: string, range: Range) => ({
  physicalLocation: { artifactLocation: artifact(path), region: region(range) },
});

/** Lines and columns count from 1. */
const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const artifact = (path: string) =>
  isAbsolute(path) ? { uri: pathToFileURL(path).href } : { uri: path.split('/').map(encodeStep).join('/'), uriBaseId };
