import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { folder, run } from '../cli/run.ts';
import { cli } from '../support/dist.ts';
import { emacs, install, neovim } from './install.ts';

const sample = 'encryption.ims.yaml';
const guide = readFileSync('docs/editors.md', 'utf8');

beforeAll(() => {
  install(neovim);
  install(emacs);
}, 600_000);

/** The pieces of code in a section of the guide. */
function codeOf(title: string): readonly string[] {
  const [, section = ''] = guide.split(`\n## ${title}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}

/** Runs an editor on the sample, set up as the guide says, until it tells on standard error what it shows. */
async function shownBy(program: string, args: readonly string[], files: Readonly<Record<string, string>>) {
  const cwd = folder({
    [sample]: readFileSync(`samples/bad/${sample}`),
    'bin/ims-manifest': `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`,
    ...files,
  });
  chmodSync(join(cwd, 'bin/ims-manifest'), 0o755);
  const env = { ...process.env, HOME: cwd, LC_ALL: 'C.UTF-8', PATH: join(cwd, 'bin') + delimiter + process.env.PATH };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill());
  const told = await text(child.stderr);
  const [, shown] = /^shown: (.*)$/m.exec(told) ?? expect.fail(told);
  return { shown: JSON.parse(shown ?? ''), found: await findingsIn(cwd) };
}

/** What the command line finds there: each with line, column, rule and message. */
async function findingsIn(cwd: string): Promise<readonly (readonly [number, number, string, string])[]> {
  const { files } = JSON.parse((await run(cwd, ['check', '--format', 'json', sample])).stdout);
  return files[0].findings.map(({ range: { start }, rule, message }: Finding) => [
    start.line,
    start.column,
    rule,
    message,
  ]);
}

interface Finding {
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
  readonly rule: string;
  readonly message: string;
}

const tellOfNeovim = `
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    local shown = {}
    for _, found in ipairs(vim.diagnostic.get(0)) do
      table.insert(shown, { found.lnum + 1, found.col + 1, found.code, found.message })
    end
    if #shown == 0 then return end
    io.stderr:write('shown: ' .. vim.json.encode(shown) .. '\\n')
    vim.cmd('qall!')
  end,
})
`;

test('Neovim shows what is found', async () => {
  const [, minor = ''] = /^NVIM v0\.(\d+)/m.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' })) ?? [];
  const [current = '', before = ''] = codeOf('Neovim');
  const setup = (Number(minor) >= 11 ? current : before) + tellOfNeovim;
  const { shown, found } = await shownBy('nvim', ['--headless', '-n', '-u', 'init.lua', sample], { 'init.lua': setup });
  expect(shown).toEqual(found);
  expect(found.length).toBeGreaterThan(3);
});

const tellOfEmacs = `
(find-file "${sample}")
(run-hooks 'post-command-hook)
(while (null (flymake-diagnostics)) (accept-process-output nil 0.1))
(require 'json)
(message "shown: %s" (json-encode (vconcat (mapcar
  (lambda (found) (let ((start (flymake-diagnostic-beg found)))
    (vector (line-number-at-pos start)
            (1+ (- start (save-excursion (goto-char start) (line-beginning-position))))
            (flymake-diagnostic-text found))))
  (flymake-diagnostics)))))
(kill-emacs)
`;

test('Emacs shows what is found', async () => {
  const [setup = ''] = codeOf('Emacs');
  const init = `(package-activate-all)\n${setup}${tellOfEmacs}`;
  const { shown, found } = await shownBy('emacs', ['--batch', '-l', 'init.el'], { 'init.el': init });
  const byPlace = ([line]: readonly unknown[], [other]: readonly unknown[]): number => Number(line) - Number(other);
  const wanted = found.map(([line, column, rule, message]) => [line, column, `ims [${rule}]: ${message}`]);
  expect(shown.sort(byPlace)).toEqual(wanted.toSorted(byPlace));
});
