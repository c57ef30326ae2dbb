// Takes the picture of the README: a violated constraint in VS Code, underlined and explained.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from './host/install.mjs';
import { startServer } from './host/server.mjs';
import { writeSettings } from './host/settings.mjs';
import { openWindow, settled } from './host/window.mjs';

const SAMPLE = 'bad/vmware-migration.ims.yaml';
const LINE = 'image: payroll';
const VALUE = 'payroll';

const view = { viewport: { width: 960, height: 640 }, deviceScaleFactor: 2 };

const root = fileURLToPath(new URL('../..', import.meta.url));
const picture = join(root, 'docs/images/squiggle-and-hover.png');

const temp = mkdtempSync(join(tmpdir(), 'ims-screenshot-'));
const workspace = join(temp, 'samples');
const sample = join(workspace, SAMPLE);
const userDataDir = join(temp, 'user');
cpSync(join(root, 'samples'), workspace, { recursive: true });
const lineNumber =
  readFileSync(sample, 'utf8')
    .split('\n')
    .findIndex(line => line.includes(LINE)) + 1;
writeSettings(userDataDir, {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.hover.above': false,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
});

const hostDir = installHost();
const server = await startServer({ hostDir, userDataDir, args: ['--enable-smoke-test-driver'] });
let window;
try {
  const url = server.url(workspace, [
    ['extensionDevelopmentPath', server.remoteUri(root)],
    ['openFile', server.remoteUri(`${sample}:${lineNumber}`)],
    ['gotoLineMode', 'true'],
  ]);
  window = await openWindow({ hostDir, profileDir: join(temp, 'chromium'), url, ...view });
  await takePicture(window.page);
  console.log(picture);
} finally {
  await window?.close();
  await server.stop();
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}

async function takePicture(page) {
  await settled(page);
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('Control+B'); // the side bar
  const line = page.locator('.view-line', { hasText: LINE }).first();
  await line.getByText(VALUE).last().hover();
  await page.locator('.monaco-hover:visible', { hasText: 'share-encrypted' }).waitFor();
  await page.screenshot({ path: picture });
}
