import { manifest, twoFindings } from './manifests.ts';

const many = (count: number, write: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join('');

/** A manifest without findings, of at least a size. */
export function ordinary(size: number): string {
  const image = (i: number): string => `  image-${i}: { type: system-disk }\n`;
  const operation = (i: number): string => `  - action: delete\n    image: image-${i}\n`;
  const count = Math.ceil(size / `${image(0)}${operation(0)}`.length);
  return manifest(`images:\n${many(count, image)}operations:\n${many(count, operation)}`);
}

const long = 'x'.repeat(5_000_000);

const nine = (to: number): string => `[${Array(9).fill(`*a${to}`)}]`;
const bomb = many(40, i => `  a${i}: &a${i} ${i === 0 ? '[lol]' : nine(i - 1)}\n`);

const conflict = '<<<<<<< HEAD\n    size: 160 GB\n=======\n    size: 1 GB\n>>>>>>> b\n';

/** Texts that nobody writes by hand, some of which are meant to take long. */
export const badTexts: readonly (readonly [name: string, text: string])[] = Object.entries({
  'an empty file': '',
  'only a byte order mark': '\ufeff',
  'not YAML': '%PDF-1.7\n\x00\x01\x02}{][\t"\'\n\t- : ? |\n',
  HTML: '<!doctype html><html><body class="a"><p>not a manifest: [</p></body></html>',
  JSON: JSON.stringify({ apiVersion: 'ims/v1', region: 'cn-north-4', operations: [{ action: 'share' }] }),
  'another version': twoFindings.replace('ims/v1', 'ims/v9'),
  'a scalar': 'hello',
  'a list': '- a\n- b\n',
  tabs: twoFindings.replaceAll('  ', '\t'),
  NULs: twoFindings.replaceAll(' ', '\0'),
  'lone surrogates': twoFindings.replaceAll('s', '\ud83d').replaceAll('t', '\udca9'),
  'conflict markers': twoFindings.replace('    size: 160 GB\n', conflict),
  '1,000 conflicts': many(1_000, i => `operations${i}:\n  - name: a\n${conflict}`),

  'a line of 5 MB': long,
  'a value of 5 MB': manifest(`operations:\n  - action: share\n    image: ${long}\n`),
  'a comment of 5 MB': `${twoFindings}# ${long}\n`,
  'a list of 5 MB on one line': manifest(
    `operations:\n  - action: share\n    image: a\n    tenants: [${`${'x'.repeat(1000)}, `.repeat(5000)}]\n`,
  ),
  '100,000 items of one list': manifest(
    `operations:\n  - action: share\n    image: a\n    tenants: [${'x, '.repeat(100_000)}]\n`,
  ),
  'a map of 10,000 on one line': manifest(`images: { ${many(10_000, i => `a${i}: {type: iso}, `)} }\n`),
  'a text of 5 MB full of escapes': manifest(`images:\n  a: { name: "${'\\n'.repeat(2_500_000)}" }\n`),

  '1,000 levels of maps': many(1000, i => `${' '.repeat(2 * i)}a:\n`),
  '1,000 levels of lists': manifest(`operations: ${'['.repeat(1000)}${']'.repeat(1000)}\n`),
  '1,000 levels of lists in blocks': manifest(`operations:\n  ${'- '.repeat(1000)}a\n`),
  '1,000 levels of braces in an operation': manifest(`operations:\n  - ${'{ a: '.repeat(1000)}${'}'.repeat(1000)}\n`),
  '20,000 levels that nobody closes': manifest(`operations: ${'['.repeat(20_000)}`),

  '100,000 keys': many(100_000, i => `key-${i}: ${i}\n`),
  '20,000 keys in one image': manifest(`images:\n  a:\n${many(20_000, i => `    key-${i}: ${i}\n`)}`),
  '10,000 keys of one name': manifest(`images:\n  a:\n${'    size: 1 GB\n'.repeat(10_000)}`),
  '10,000 images of one name': manifest(`images:\n${'  a: { type: iso }\n'.repeat(10_000)}`),
  '10,000 operations that make one name': manifest(
    `operations:\n${'  - { action: replicate, image: a, name: a }\n'.repeat(10_000)}`,
  ),
  '10,000 members of a group': manifest(
    `operations:\n  - parallel:\n${many(10_000, i => `      - { action: delete, image: a${i} }\n`)}`,
  ),
  '10,000 documents': many(10_000, () => '---\napiVersion: ims/v1\n'),
  '10,000 half-typed lines': manifest(many(10_000, i => `ima${i}\n`)),
  '10,000 open quotes': manifest(`images:\n${many(10_000, i => `  a${i}: "\n`)}`),
  '10,000 suppressions': manifest(
    `operations:\n${many(10_000, () => '  - action: share # ims-ignore: missing-key\n')}`,
  ),

  'an alias bomb': manifest(`images:\n${bomb}operations: *a39\n`),
  '10,000 aliases': manifest(`images:\n  a: &a { type: iso }\n${many(10_000, i => `  b${i}: *a\n`)}`),
  '10,000 anchors, each with its alias': manifest(
    `images:\n${many(10_000, i => `  a${i}: &a${i} { type: iso }\n  b${i}: *a${i}\n`)}`,
  ),
  '10,000 anchors of one name, each with its alias': manifest(
    `images:\n${many(10_000, i => `  a${i}: &a { type: iso }\n  b${i}: *a\n`)}`,
  ),
  '10,000 aliases in one list': manifest(`images:\n  a: &a { type: iso }\noperations: [${'*a, '.repeat(10_000)}]\n`),
  'a chain of 10,000 merges': manifest(
    `images:\n  a0: &a0 { type: iso }\n${many(10_000, i => `  a${i + 1}: &a${i + 1} { <<: *a${i} }\n`)}`,
  ),
  'a merge of itself': manifest('images: &a\n  <<: *a\n'),

  ...Object.fromEntries(
    [...'\n\r\t -:?,[]{}&*!|>\'"%@`#\\\0\ud83d'].map(character => [
      `200 kB of ${JSON.stringify(character)}`,
      character.repeat(200_000),
    ]),
  ),
});
