import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from './format.mjs';
import { generate } from './manifest.mjs';
import { cyclesOf } from './scenarios.mjs';

export const variants = ['tenth', 'few'];

/** The one that the peers are measured on: a schema knows no constraint, so that it makes no difference to them. */
export const peerVariant = 'tenth';

/** A generated manifest in both spellings, in files, with what is typed in it. */
export function manifestIn(folder, variant, size) {
  const source = generate(size, { few: variant === 'few' });
  const spelled = Object.entries(formats).map(([name, format]) => {
    const text = format.textOf(source);
    const file = join(folder, `${variant}-${size}.ims.${name}`);
    writeFileSync(file, text);
    return [name, { text, file, format, cycles: cyclesOf(text, format) }];
  });
  return { variant, size, folder, ...Object.fromEntries(spelled) };
}
