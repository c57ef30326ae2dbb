// Bundles what ships, and in development also the tests that run inside VS Code.
// usage: node scripts/build.mjs [--production | --watch]
import { build, context } from 'esbuild';
import { split } from './split.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Some dependencies have a UMD `main`, whose `require` calls cannot be bundled.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // Some are ES modules that make a `require` of their own from it.
  define: { 'import.meta.url': '__filename' },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: watch ? 'info' : 'warning',
};

const bundles = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js' },
  { entryPoints: { server: 'server/src/node.ts' }, outdir: 'dist', plugins: [split] },
  { entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];
if (!production) bundles.push({ entryPoints: ['test/vscode/suite/index.ts'], outfile: 'dist/test/vscode.cjs' });

await Promise.all(
  bundles.map(async bundle => {
    const options = { ...common, ...bundle };
    if (!watch) return build(options);
    const watched = await context(options);
    return watched.watch();
  }),
);
