import { execFileSync } from 'node:child_process';

/** Tests of what ships run against `dist/`. */
export default function build(): void {
  const node = (...args: readonly string[]): unknown => execFileSync(process.execPath, args, { stdio: 'inherit' });
  node('scripts/build.mjs');
  node('node_modules/typescript/bin/tsc', '--project', 'tsconfig.library.json');
}
