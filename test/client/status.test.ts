import { describe, expect, test } from 'vitest';
import type { Say } from '../../client/src/say.ts';
import { type OperationStatus, projectFiles, statusText } from '../../client/src/status.ts';

const say: Say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => `${values[Number(i)]}`);

const undecided = (count: number): OperationStatus => ({
  action: { start: { line: 0, character: 0 } },
  constraints: { holds: 2, violated: 1, undecided: count },
});

test.each([
  [0, null, 'No problems'],
  [1, undecided(0), '1 problem'],
  [2, undecided(3), '2 problems · 3 undecided here'],
  [0, undecided(1), 'No problems · 1 undecided here'],
] as const)('%i problems are told as such', (problems, operation, text) => {
  expect(statusText(problems, operation, say)).toBe(text);
});

describe('the settings of a manifest', () => {
  test.each([
    ['/w/a/b/x.ims.yaml', '/w', ['/w/a/b', '/w/a', '/w']],
    ['/w/x.ims.yaml', '/w', ['/w']],
    ['/w/a/x.ims.yaml', '/w/', ['/w/a', '/w']],
    ['/a/x.ims.yaml', '/', ['/a', '']],
    ['/other/x.ims.yaml', '/w', []],
    ['/elsewhere/x.ims.yaml', '/w', []],
  ])('of %s in %s are the nearest', (manifest, folder, folders) => {
    expect(projectFiles(manifest, folder)).toEqual(folders.map(path => `${path}/.ims-manifest.yaml`));
  });
});
