import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Outcome } from '../../server/src/cli/outcome.ts';
import { checked } from '../../server/src/cli/problems.ts';
import { githubReport } from '../../server/src/cli/report/github.ts';
import { jsonReport } from '../../server/src/cli/report/json.ts';
import { junitReport } from '../../server/src/cli/report/junit.ts';
import { sarifReport } from '../../server/src/cli/report/sarif.ts';
import { textReport } from '../../server/src/cli/report/text.ts';
import { hostileText, manifestOf, steering } from '../support/hostile.ts';
import { folder, run } from './run.ts';

/** What comes of a manifest in which a text is everywhere, and of a file whose name it is. */
const outcomeOf = (hostile: string): Outcome => ({
  files: [checked(`${hostile}.ims.yaml`, new Analysis(manifestOf(hostile)), { undecided: true, fixes: true })],
  unreadable: [{ path: `${hostile}.ims.yaml`, reason: { en: hostile, zh: hostile } }],
});

/** What the runner of a GitHub workflow takes for a command: at the start of a line, and of the older kind in it. */
const workflowCommand = /^\s*::|##\[/m;

/** Tries a report of many outcomes. */
function holds(report: (outcome: Outcome) => void): void {
  fc.assert(
    fc.property(hostileText, hostile => void report(outcomeOf(hostile))),
    { numRuns: 60 },
  );
}

const messagesOf = ({ files }: Outcome): readonly string[] =>
  files.flatMap(({ problems }) => problems.map(({ message }) => message.en));

describe('whatever a manifest says', () => {
  test('no text steers a terminal', () => {
    holds(outcome => expect(textReport(outcome, 'en', false).replaceAll('\n', '')).not.toMatch(steering));
  });

  test('no text commands a workflow', () => {
    holds(outcome => expect(textReport(outcome, 'en', false)).not.toMatch(workflowCommand));
  });

  test('a workflow is given one command for each problem, and no other', () => {
    holds(outcome => {
      const commands = githubReport(outcome, 'en')
        .trimEnd()
        .split(/[\r\n]/)
        .slice(0, -1);
      const open = outcome.files.flatMap(({ undecided = [] }) => undecided.flatMap(({ constraints }) => constraints));
      expect(commands).toHaveLength(messagesOf(outcome).length + open.length + 1);
      const command = /^::(?:error|warning|notice) (?:\w+=[^:,]*,)*\w+=[^:,]*::/;
      for (const line of commands) expect(line).toMatch(command);
    });
  });

  test('JUnit has no other elements than its own, and the texts are whole', () => {
    const element =
      /<\/?(?:testsuites|testsuite|testcase|failure|error|skipped|system-out)(?: \w+="[^"<&]*(?:&[^"<&]*)*")*\/?>/g;
    holds(outcome => {
      const report = junitReport(outcome, 'en');
      expect(report.split('\n').slice(1).join('\n').replace(element, '')).not.toMatch(
        /[<>]|&(?!(?:amp|lt|gt|quot|#10);)/,
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML does not have
      expect(report).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    });
  });

  test('SARIF has no links and no placeholders in its texts', () => {
    holds(outcome => {
      const texts: string[] = [];
      JSON.parse(sarifReport(outcome, 'en'), (key, value) => {
        if (key === 'message' || key === 'description') texts.push(value.text);
        return value;
      });
      expect(texts.length).toBeGreaterThan(messagesOf(outcome).length);
      for (const text of texts) {
        expect(text).not.toContain('](');
        expect(text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
      }
    });
  });

  test('JSON tells the messages as they are', () => {
    holds(outcome => {
      const told: unknown[] = [];
      JSON.parse(jsonReport(outcome, 'en'), (key, value) => {
        if (key === 'findings') told.push(...value.map(({ message }: { readonly message: string }) => message));
        return value;
      });
      expect(told).toEqual(messagesOf(outcome));
    });
  });
});

test.each(['::error::a.ims.yaml', ' ::stop-commands::a.ims.yaml', '##[error]a.ims.yaml'])(
  'a file named %s commands no workflow',
  async name => {
    const cwd = folder({ [name]: 'operations: []\n' });
    const { code, stdout, stderr } = await run(cwd, ['check', name, `${name}.gone.ims.yaml`, '--format', 'text']);
    expect(code).toBe(2);
    expect(stdout).toContain('missing-key');
    expect(stdout + stderr).not.toMatch(workflowCommand);
  },
);

test('what is said of a project file is one line', async () => {
  const cwd = folder({ 'a.ims.yaml': 'operations: []\n', '.ims-manifest.yaml': '"a\\n::error::\\e[31m": 1\n' });
  const { stderr } = await run(cwd, ['check']);
  expect(stderr).toContain('`a\ufffd::error::\ufffd[31m`');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
