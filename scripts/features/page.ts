import { existsSync, readFileSync } from 'node:fs';
import { table } from '../rules/page.ts';
import { ownRequests, served } from './served.ts';
import { tested, testName } from './tested.ts';
import { requestTexts, sentTexts, takenTexts } from './texts.ts';

export const featuresFile = 'docs/features.md';

/** A line of the matrix. */
export interface Feature {
  readonly name: string;
  readonly what: string;
  readonly when: string;
  /** The test files that have to do with it. */
  readonly tests: readonly string[];
}

export interface Features {
  readonly requests: readonly Feature[];
  readonly taken: readonly Feature[];
  readonly sent: readonly Feature[];
  readonly commands: readonly Feature[];
}

/** What the server serves, takes and sends, and the commands of the extension. */
export function features(): Features {
  const tests = tested();
  const textOf = (method: string): string => {
    const text = requestTexts[method];
    if (text === undefined) throw new Error(`what does ${method} do for the user?`);
    return text;
  };
  const requests = [...served(), ...ownRequests().map(method => [method, undefined] as const)].map(
    ([name, ability]): Feature => ({
      name,
      what: textOf(name),
      when: ability === undefined ? 'always' : `the client ${ability}`,
      tests: tests(name),
    }),
  );
  return {
    requests,
    taken: Object.entries(takenTexts).map(([name, what]) => ({ name, what, when: 'always', tests: tests(name) })),
    sent: Object.entries(sentTexts).map(([name, { what, when }]) => ({ name, what, when, tests: tests(name) })),
    commands: commands().map(({ command, title, when }) => ({
      name: command,
      what: title,
      when,
      tests: tests(command),
    })),
  };
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly when: string;
}

/** The commands of the extension, and when the palette has them. */
function commands(): readonly Command[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  const palette: readonly { command: string; when: string }[] = contributes.menus.commandPalette;
  return contributes.commands.map(({ command, title }: { command: string; title: string }) => {
    const when = palette.find(entry => entry.command === command)?.when;
    return { command, title: texts[title.slice(1, -1)], when: when === undefined ? 'always' : `\`${when}\`` };
  });
}

/** More test files than that are counted. */
const mostTests = 3;

function testsCell(tests: readonly string[]): string {
  const shown = tests.slice(0, mostTests).map(file => `[${testName(file)}](../${file})`);
  const rest = tests.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ') || 'not tested';
}

const matrix = (title: string, all: readonly Feature[]): string => `## ${title}

${table(
  ['', 'what it does for the user', 'served when', 'tested in'],
  all.map(({ name, what, when, tests }) => [`\`${name}\``, what, when, testsCell(tests)]),
)}
`;

/** The matrix as a page. */
export const featuresPage = ({ requests, taken, sent, commands } = features()): string =>
  [
    `# Features

What the language server serves, for whom, and where that is tested. Written by \`npm run generate\` from the capabilities that the server announces to an editor that can do much and to one that can do little, and from the tests.
`,
    matrix('Requests', requests),
    matrix('Notifications that are taken in', taken),
    matrix('What the server sends', sent),
    matrix('Commands of the extension', commands),
  ].join('\n');

/** Whether the file is another than the page. A checkout may have its own line endings. */
export const isStale = (page: string): boolean =>
  !existsSync(featuresFile) || readFileSync(featuresFile, 'utf8').replaceAll('\r\n', '\n') !== page;
