import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
    globalSetup: 'test/support/build.ts',
    // Nothing is measured by it: on a busy machine a test takes its time.
    testTimeout: 60_000,
  },
});
