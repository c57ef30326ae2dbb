import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

/** What a TypeScript module exports, bundled in memory with all that it imports. */
export async function importBundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const filename = resolve(entry);
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'], { filename })(
    module,
    module.exports,
    createRequire(filename),
  );
  return module.exports;
}
