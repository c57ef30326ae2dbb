/** How Stryker changes the code, and what of it. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.mts', dir: 'test', related: false },
  // Each change is tried on the tests that run through it alone. What a file does once, when it is loaded, is left as it
  // is: that would take all tests for each change, and texts and tables are held by what is generated of them.
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // A busy machine is no endless loop, which is what counts as noticed by running out of time.
  timeoutMS: 15_000,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  tempDirName: '.mutation/sandbox',
  ignorePatterns: ['/.*', '/dist', '/docs/images'],
  // TypeScript 7 cannot rewrite a tsconfig.json for Stryker, and nothing in ours is in need of it.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  warnings: { slow: false },
};
