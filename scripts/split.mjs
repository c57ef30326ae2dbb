import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';

/**
 * Gives what is imported on demand a file of its own in `chunks/`, and what it shares with the entry another. Only ES
 * modules can be split, but Node starts CommonJS sooner: so each file is made that in the end.
 * @type {import('esbuild').Plugin}
 */
export const split = {
  name: 'split',
  setup({ initialOptions, onEnd }) {
    const { platform, target, minify, outdir } = initialOptions;
    const sourcemap = initialOptions.sourcemap && 'inline';
    const chunkNames = 'chunks/[name]-[hash]';
    Object.assign(initialOptions, { format: 'esm', splitting: true, chunkNames, sourcemap, write: false });
    const commonJs = { format: 'cjs', platform, target, minify, sourcemap, supported: { 'dynamic-import': false } };
    onEnd(async ({ errors, outputFiles }) => {
      if (errors.length > 0) return;
      rmSync(join(outdir, 'chunks'), { recursive: true, force: true });
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text, commonJs);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, code);
      }
    });
  },
};
