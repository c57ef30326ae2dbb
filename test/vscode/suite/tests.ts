/** A test runner that needs no more than a bundle: the tests of a suite share one window, so they run one after another. */
const tests: { name: string; body: () => Promise<void> }[] = [];

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

export async function runTests(): Promise<void> {
  let failed = 0;
  for (const { name, body } of tests) {
    const started = Date.now();
    try {
      await body();
      console.log(`✓ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed++;
      console.error(`✗ ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed) throw new Error(`${failed} of ${tests.length} tests failed`);
}
