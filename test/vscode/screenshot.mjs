// Takes the pictures of the README in a VS Code window of their own each.
// usage: node test/vscode/screenshot.mjs [names…]    (all of them without a name)
// The Chinese one takes a font that has the characters, as Debian's `fonts-wqy-microhei`.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from './host/install.mjs';
import { writeLanguagePack } from './host/language.mjs';
import { startServer } from './host/server.mjs';
import { writeSettings } from './host/settings.mjs';
import { openWindow, settled } from './host/window.mjs';
import { pictures } from './pictures.mjs';

const names = process.argv.slice(2);
const wanted = names.length === 0 ? pictures : pictures.filter(({ name }) => names.includes(name));

const root = fileURLToPath(new URL('../..', import.meta.url));
const temp = mkdtempSync(join(tmpdir(), 'ims-screenshot-'));
const hostDir = installHost();
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
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
  'workbench.statusBar.visible': false,
};

try {
  for (const picture of wanted) console.log(await take(picture));
} finally {
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts VS Code for a picture, in its language, and takes the picture. */
async function take(picture) {
  const userDataDir = join(temp, picture.name, 'user');
  writeSettings(userDataDir, settings);
  const locale = picture.language ? writeLanguagePack(userDataDir, picture.language) : [];
  const server = await startServer({ hostDir, userDataDir, args: ['--enable-smoke-test-driver', ...locale] });
  try {
    return await takeOf(server, picture);
  } finally {
    await server.stop();
  }
}

/** Opens the sample of a picture at its place, and takes the picture. */
async function takeOf(server, { name, sample, place, size = { width: 860, height: 560 }, show }) {
  // A folder of its own: a window would bring back what another one left in it.
  const workspace = join(temp, name, 'samples');
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const file = join(workspace, sample);
  const url = server.url(workspace, [
    ['extensionDevelopmentPath', server.remoteUri(root)],
    ['openFile', server.remoteUri(`${file}:${positionAfter(place, file)}`)],
    ['gotoLineMode', 'true'],
  ]);
  const view = { viewport: size, deviceScaleFactor: 1.5 };
  const window = await openWindow({ hostDir, profileDir: join(temp, name, 'chromium'), url, ...view });
  try {
    const { page } = window;
    await settled(page);
    await page.keyboard.press('Control+B'); // the side bar
    await page.locator('.codelens-decoration a', { hasText: '✓' }).first().waitFor(); // they move the lines
    const failure = await show(page).catch(error => error);
    const path = join(root, failure ? 'dist/test' : 'docs/images', `${name}.png`);
    await page.screenshot({ path });
    return failure ? `${path}: ${failure.message}` : path;
  } finally {
    await window.close();
  }
}

/** The line and the column behind a text of a file. */
function positionAfter(text, file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex(each => each.includes(text));
  return `${line + 1}:${lines[line].indexOf(text) + text.length + 1}`;
}
