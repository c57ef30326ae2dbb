// Takes the picture of Neovim for docs/editors.md. usage: node test/editors/picture.mjs
// Needs Neovim, tmux and aha (Debian: apt-get install neovim tmux aha), and the Chromium of the tests in VS Code.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '../vscode/host/install.mjs';

const sample = 'encryption.ims.yaml';
const picture = 'docs/images/neovim.png';
const [width, height] = [120, 30];
const look = `
vim.o.number, vim.o.wrap = true, false
vim.cmd('colorscheme slate | highlight SignColumn ctermbg=NONE | highlight NormalFloat ctermbg=233 ctermfg=231')
`;
const cell = { width: 8.43, height: 18 };

const temp = mkdtempSync(join(tmpdir(), 'ims-picture-'));
const tmux = (...args) => execFileSync('tmux', ['-S', join(temp, 'tmux'), ...args], { encoding: 'utf8' });
try {
  writeFileSync(join(temp, 'page.html'), page(await screen()));
  const size = `--window-size=${Math.ceil(width * cell.width + 24)},${height * cell.height + 24}`;
  const flags = ['--headless', '--no-sandbox', '--hide-scrollbars', '--force-device-scale-factor=1.5', size];
  execFileSync(chromium(), [...flags, `--screenshot=${resolve(picture)}`, join(temp, 'page.html')], {
    stdio: 'ignore',
  });
} finally {
  tmux('kill-server');
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}

/** What Neovim shows of the sample, set up as the guide says for versions before 0.11, as HTML. */
async function screen() {
  const [, setup] = readFileSync('docs/editors.md', 'utf8').matchAll(/^```lua\n([\s\S]*?)^```$/gm);
  writeFileSync(join(temp, 'init.lua'), setup[1] + look);
  copyFileSync(join('samples/bad', sample), join(temp, sample));
  mkdirSync(join(temp, 'bin'));
  writeFileSync(join(temp, 'bin/ims-manifest'), `#!/bin/sh\nexec node ${resolve('dist/cli.js')} "$@"\n`);
  chmodSync(join(temp, 'bin/ims-manifest'), 0o755);
  const nvim = `cd ${temp} && PATH=${temp}/bin:$PATH HOME=${temp} nvim -n -u init.lua ${sample}`;
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', `${width}`, '-y', `${height}`, nvim);
  for (let wait = 0; wait < 100 && !/■/.test(tmux('capture-pane', '-p')); wait++) await setTimeout(100);
  tmux('send-keys', ':lua vim.diagnostic.goto_next()', 'Enter', 'C-l');
  await setTimeout(500);
  return execFileSync('aha', ['--no-header'], { input: tmux('capture-pane', '-e', '-p'), encoding: 'utf8' });
}

function page(text) {
  return `<meta charset="utf-8"><style>
body { margin: 12px; background: #262626; color: #ffffff }
pre { margin: 0; font: 14px/${cell.height}px 'DejaVu Sans Mono', monospace }
</style><pre>${text}</pre>`;
}
