// Bundles what ships, and in development also the tests that run inside VS Code.
// usage: node scripts/build.mjs [--production | --watch]
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: watch ? 'info' : 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  target: 'node20',
  // Some dependencies have a UMD `main`, whose `require` calls cannot be bundled.
  mainFields: ['module', 'main'],
  // Some are ES modules that make a `require` of their own from it.
  define: { 'import.meta.url': '__filename' },
};
/** @type {import('esbuild').BuildOptions} */
const web = { platform: 'browser', target: 'es2022' };

const bundles = [
  { ...node, entryPoints: ['client/src/desktop.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...web, entryPoints: ['client/src/web.ts'], outfile: 'dist/web/client.js' },
  { ...web, entryPoints: ['server/src/browser.ts'], outfile: 'dist/web/server.js' },
];
if (!production) {
  bundles.push(
    { ...node, entryPoints: ['test/vscode/suite/desktop.ts'], outfile: 'dist/test/vscode.cjs' },
    { ...node, entryPoints: ['test/vscode/suite/chinese.ts'], outfile: 'dist/test/chinese.cjs' },
    { ...web, entryPoints: ['test/vscode/suite/index.ts'], outfile: 'dist/test/web.cjs' },
  );
}

await Promise.all(
  bundles.map(async bundle => {
    const options = { ...common, ...bundle };
    if (!watch) return build(options);
    const watched = await context(options);
    return watched.watch();
  }),
);
