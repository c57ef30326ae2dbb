import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from './install.mjs';

/**
 * Opens a window of VS Code in Chromium. Nothing but this machine can be reached from it.
 * `prepare` is called with the page before VS Code is loaded.
 */
export async function openWindow({ hostDir, profileDir, url, prepare, ...options }) {
  const playwright = createRequire(join(hostDir, 'package.json'))('playwright-core');
  const context = await playwright.chromium.launchPersistentContext(profileDir, {
    executablePath: chromium(),
    viewport: { width: 1280, height: 800 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-quic'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
    ...options,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await prepare?.(page);
  await page.goto(url, { waitUntil: 'commit' });
  return { page, close: () => context.close() };
}

/** A window that still restores itself loses code actions and the like to providers that register late. */
export async function settled(page) {
  await page.waitForFunction(() => globalThis.driver?.whenWorkbenchRestored, null, { timeout: 60_000 });
  await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
  const lastPhase = () => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0;
  await page.waitForFunction(lastPhase, null, { timeout: 30_000, polling: 100 });
}
