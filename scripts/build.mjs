// Bundles what ships, with the licences of what is in it, and in development also the tests that run inside VS Code.
// usage: node scripts/build.mjs [--production | --watch]
import { build, context } from 'esbuild';
import { writeNotices } from './notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  metafile: true,
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
  alias: {
    // By which they try for packages that may be there.
    module: './scripts/noRequire.mjs',
    // What it gives to Node cannot be taken in parts.
    yaml: './node_modules/yaml/browser/index.js',
  },
};
/** @type {import('esbuild').BuildOptions} */
const web = { platform: 'browser', target: 'es2022' };

const shipped = [
  { ...node, entryPoints: ['client/src/desktop.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/src/library.ts'], outfile: 'dist/library.js' },
  { ...web, entryPoints: ['client/src/web.ts'], outfile: 'dist/web/client.js' },
  { ...web, entryPoints: ['server/src/browser.ts'], outfile: 'dist/web/server.js' },
];
const suite = 'test/vscode/suite';
const tests = [
  {
    ...node,
    entryPoints: ['desktop', 'crashes', 'restricted', 'chinese', 'installed'].map(name => `${suite}/${name}.ts`),
    outdir: 'dist/test',
  },
  { ...web, entryPoints: { web: `${suite}/index.ts` }, outdir: 'dist/test' },
].map(bundles => ({ ...bundles, outExtension: { '.js': '.cjs' } }));

async function make(bundle) {
  const options = { ...common, ...bundle };
  if (!watch) return build(options);
  const watched = await context(options);
  return watched.watch();
}

const made = await Promise.all(shipped.map(make));
if (!production) await Promise.all(tests.map(make));
if (!watch) writeNotices(made.map(({ metafile }) => metafile));
