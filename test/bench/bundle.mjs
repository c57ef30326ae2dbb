import { build } from 'esbuild';

/** Bundles as the product is bundled for production, so that a start costs what it costs there. */
export const bundle = (entry, outfile, options = {}) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
    ...options,
  });
