// Builds the extension, checks the samples with it, and tells how to open them in an editor.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const expected = 1; // what is in samples/bad is bad on purpose

execFileSync('npm', ['run', '--silent', 'package'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});

console.log('$ node dist/cli.js check samples');
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'samples'], { cwd: root, stdio: 'inherit' });
console.log(`(exit code ${status})`);

if (status === expected) {
  console.log(`
To see this in an editor:
  npm run vscode                                         opens the samples in VS Code, or in a browser
  code --install-extension dist/ims-manifest.vsix        installs it in your VS Code, for good`);
} else {
  process.exitCode = 1;
}
