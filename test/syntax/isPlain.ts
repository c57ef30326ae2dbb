import { expect } from 'vitest';
import { readAny } from '../../server/src/syntax/parse.ts';
import { readPlain } from '../../server/src/syntax/plain.ts';

/** Whether a text is read as plain, and if so as `yaml` reads it. */
export function isPlain(text: string): boolean {
  const tree = readPlain(text);
  if (tree !== undefined) expect(tree, JSON.stringify(text)).toEqual(readAny(text));
  return tree !== undefined;
}
