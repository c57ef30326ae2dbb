import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const mount = '/extension-under-test';

/**
 * Puts an extension into the web worker of a window, and the tests with it: it is fetched over HTTP, from the origin of
 * the page, which alone the page trusts. The tests are held back until the file `settled` is there.
 */
export async function serveExtension(page, { origin, extension, tests, settled }) {
  await page.context().route(
    url => url.pathname.startsWith(`${mount}/`),
    async route => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(mount.length + 1);
      while (path === tests && !existsSync(settled)) await delay(50);
      const file = join(extension, path);
      return route.fulfill(existsSync(file) ? { path: file } : { status: 404 });
    },
  );
  const uri = path => ({ scheme: 'http', authority: new URL(origin).host, path });
  const options = { extensions: [uri(mount)], extensionTestsPath: uri(`${mount}/${tests}`) };
  await page.addInitScript(inject, options);
}

/** Runs in the page: an extension by HTTP counts only if the page itself names it. */
function inject(options) {
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    Object.assign(configuration.developmentOptions, options);
    return JSON.stringify(configuration);
  };
}
