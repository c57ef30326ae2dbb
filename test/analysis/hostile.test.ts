import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';

const head = 'apiVersion: ims/v1\n';
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Texts that would hurt a careless reader, with the number of findings that each deserves. */
const cases: Record<string, { text: string; findings: number }> = {
  'names of JavaScript as keys': {
    text: `${head}constructor: {a: 1}\n__proto__: 1\nimages:\n  constructor: { toString: 1 }\noperations:\n  - { action: constructor, valueOf: 1 }\n`,
    findings: 4,
  },
  'thousands of broken operations on one line': {
    text: `${head}operations: [${many(16_000, () => '{ action: share },')}]\n`,
    findings: 32_000,
  },
  'one name made again and again': {
    text: `${head}region: r\noperations:\n${many(5_000, () => '  - { action: register-iso, name: a, image_url: "b:o.iso", min_disk: 40, os_version: x }\n')}`,
    // One of them is the fifty-first image.
    findings: 5_000,
  },
  'one image shared with ever more tenants': {
    text: `${head}images: { a: { type: system-disk, tenants: 0 } }\noperations:\n${many(5_000, i => `  - { action: share, image: a, tenants: [t${i}] }\n`)}`,
    findings: 4_872,
  },
  'merges of merges': {
    text: `${head}a0: &a0 { region: r }\n${many(40, i => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}] }\n`)}operations:\n  - { action: delete, image: 7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e, <<: *a40 }\n`,
    findings: 41,
  },
  'a long chain of merges': {
    text: `${head}images:\n  a0: &a0 { type: iso }\n${many(10_000, i => `  a${i + 1}: &a${i + 1} { <<: *a${i} }\n`)}operations: []\n`,
    findings: 0,
  },
  'a merge of lists of lists': {
    text: `${head}a0: &a0 [{ region: r }]\n${many(40, i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}operations:\n  - { action: delete, image: 7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e, <<: *a40 }\n`,
    findings: 41,
  },
  'an alias within what it names': {
    text: `${head}operations:\n  - &a { action: share, image: *a, tenants: [*a, *b] }\n`,
    findings: 3,
  },
};

for (const [name, { text, findings }] of Object.entries(cases)) {
  test(`bounded: ${name}`, { timeout: 10_000 }, () => {
    expect(new Analysis(text).findings()).toHaveLength(findings);
  });
}
