import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests of what ships run against `dist/`. */
export default function build(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
}
