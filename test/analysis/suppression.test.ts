import { expect, test } from 'vitest';
import { Analysis, type Settings } from '../../server/src/analysis/analysis.ts';
import { seen } from '../support/seen.ts';

/** Findings as `line rule`, where the first line is 1. */
function found(text: string, settings?: Settings): string[] {
  const analysis = new Analysis(text, settings);
  return analysis.findings().map(({ rule, place }) => {
    const { line } = analysis.document.positionAt(analysis.rangeOf(place).start);
    return `${line + 1} ${rule}`;
  });
}

const images = 'images: { base: { type: system-disk, encrypted: true } }';
const head = `apiVersion: ims/v1\n${images}\noperations:\n`;

/** Each finds `share-encrypted` on the line of `image` where the comment does not count. */
const cases: Record<string, { text: string; findings: readonly string[] }> = {
  'without a comment': {
    text: `${head}  - action: share\n    image: base\n    tenants: [a]\n`,
    findings: ['5 share-encrypted'],
  },
  'on the line': {
    text: `${head}  - action: share\n    image: base # ims-ignore: share-encrypted\n    tenants: [a]\n`,
    findings: [],
  },
  'on the line of another key': {
    text: `${head}  - action: share # ims-ignore: share-encrypted\n    image: base\n    tenants: [a]\n`,
    findings: ['4 unused-suppression', '5 share-encrypted'],
  },
  'above the first operation': {
    text: `${head}  # ims-ignore: share-encrypted -- known\n  - action: share\n    image: base\n    tenants: [a]\n`,
    findings: [],
  },
  'above an operation behind another': {
    text: `${head}  - { action: unpublish, image: base }\n  # ims-ignore: share-encrypted\n  - action: share\n    image: base\n    tenants: [a]\n`,
    findings: [],
  },
  'above an operation, for no other': {
    text: `${head}  # ims-ignore: share-encrypted\n  - { action: share, image: base, tenants: [a] }\n  - { action: share, image: base, tenants: [b] }\n`,
    findings: ['6 share-encrypted'],
  },
  'above a key, for its line': {
    text: `${head}  - action: share\n    # ims-ignore: share-encrypted\n    image: base\n    tenants: [a]\n`,
    findings: [],
  },
  'above another key': {
    text: `${head}  - action: share\n    image: base\n    # ims-ignore: share-encrypted\n    tenants: [a]\n`,
    findings: ['5 share-encrypted', '6 unused-suppression'],
  },
  'above a key, for all of its value': {
    text: `${head}  - action: replicate\n    image: base\n    name: copy\n    # ims-ignore: invalid-value\n    cmk_id:\n      - a\n`,
    findings: [],
  },
  'above an operation of a group': {
    text: `${head}  - parallel:\n      - { action: share, image: base, tenants: [a] }\n      # ims-ignore: share-encrypted\n      - action: share\n        image: base\n        tenants: [b]\n`,
    findings: ['5 share-encrypted'],
  },
  'above a group': {
    text: `${head}  # ims-ignore: share-encrypted\n  - parallel:\n      - { action: share, image: base, tenants: [a] }\n      - { action: share, image: base, tenants: [b] }\n`,
    findings: [],
  },
  'above a section': {
    text: `apiVersion: ims/v1\n${images}\n# ims-ignore: share-encrypted\noperations:\n  - { action: share, image: base, tenants: [a] }\n  - { action: share, image: base, tenants: [b] }\n`,
    findings: [],
  },
  'above a section in flow style': {
    text: `apiVersion: ims/v1\n${images}\n# ims-ignore: share-encrypted\noperations: [{ action: share, image: base, tenants: [a] },\n  { action: share, image: base, tenants: [b] }]\n`,
    findings: [],
  },
  'above an entry': {
    text: 'apiVersion: ims/v1\nimages:\n  # ims-ignore: invalid-value\n  base:\n    type: floppy\n  other:\n    type: floppy\noperations: []\n',
    findings: ['7 invalid-value'],
  },
  'above an operation of a list in flow style': {
    text: `${head.trimEnd()} [\n  # ims-ignore: share-encrypted\n  { action: share, image: base,\n    tenants: [a] },\n  { action: share, image: base, tenants: [b] }]\n`,
    findings: ['7 share-encrypted'],
  },
  'above, with other comments and blank lines between': {
    text: `${head}  # ims-ignore: share-encrypted\n  # as agreed\n\n  - action: share\n    image: base\n    tenants: [a]\n`,
    findings: [],
  },
  'two above': {
    text: `${head}  # ims-ignore: share-encrypted\n  # ims-ignore: tag-limit\n  - { action: share, image: base, tenants: [a] }\n`,
    findings: ['5 unused-suppression'],
  },
  'for the file, anywhere': {
    text: `${head}  - { action: share, image: base, tenants: [a] }\n  - { action: share, image: base, tenants: [b] }\n# ims-ignore-file: share-encrypted -- agreed\n`,
    findings: [],
  },
  'for the file, of one manifest only': {
    text: `${head}  - { action: share, image: base, tenants: [a] } # ims-ignore-file: share-encrypted\n---\n${head}  - { action: share, image: base, tenants: [b] }\n`,
    findings: ['9 share-encrypted'],
  },
  'at the end of a manifest, before another': {
    text: `${head.trimEnd()} []\n# ims-ignore: invalid-value\n---\napiVersion: 1\noperations: []\n`,
    findings: ['4 unused-suppression', '6 invalid-value'],
  },
  'at the start of a second manifest': {
    text: `${head.trimEnd()} []\n---\n# ims-ignore: invalid-value\napiVersion: 1\noperations: []\n`,
    findings: [],
  },
  'missing keys, told at the first one': {
    text: '# ims-ignore: missing-key\napiVersion: ims/v1\n',
    findings: [],
  },
  'the nearest counts, the other is unused': {
    text: `# ims-ignore-file: share-encrypted\n${head}  # ims-ignore: share-encrypted\n  - action: share\n    image: base # ims-ignore: share-encrypted\n    tenants: [a]\n`,
    findings: ['1 unused-suppression', '5 unused-suppression'],
  },
  'the same rule twice': {
    text: `${head}  - { action: share, image: base, tenants: [a] } # ims-ignore: share-encrypted, share-encrypted\n`,
    findings: ['4 unused-suppression'],
  },
  'what suppresses nothing can be suppressed': {
    text: `# ims-ignore-file: unused-suppression\n${head.trimEnd()} [] # ims-ignore: share-encrypted\n`,
    findings: [],
  },
  'nor does that suppress itself': {
    text: `${head.trimEnd()} [] # ims-ignore: unused-suppression\n`,
    findings: ['3 unused-suppression'],
  },
  'broken YAML is always told': {
    text: '# ims-ignore-file: yaml-syntax\napiVersion: ims/v1\noperations: [\n',
    findings: ['3 yaml-syntax'],
  },
  'another version': {
    text: 'apiVersion: ims/v9 # ims-ignore: invalid-value\noperations: {} # ims-ignore: tag-limit\n',
    findings: [],
  },
  'in a quoted scalar': {
    text: `${head}  - action: share\n    image: base\n    description: "\n      # ims-ignore-file: share-encrypted\n      "\n    tenants: [a]\n`,
    findings: ['5 share-encrypted'],
  },
  'in a block scalar, and behind it': {
    text: `${head}  - action: update\n    image: base\n    description: |\n      # ims-ignore-file: tag-limit\n    # ims-ignore: share-encrypted\n  - { action: share, image: base, tenants: [a] }\n`,
    findings: [],
  },
  'on the line of a block scalar': {
    text: `${head}  - action: update\n    image: base\n    min_ram: | # ims-ignore: invalid-value\n      much\n`,
    findings: [],
  },
  'behind another comment': {
    text: `${head}  - { action: share, image: base, tenants: [a] } # agreed # ims-ignore: share-encrypted\n`,
    findings: [],
  },
  'with no space where none is needed': {
    text: `${head}  - { action: share, image: base, tenants: [a] } #ims-ignore:tag-limit,share-encrypted\n`,
    findings: ['4 unused-suppression'],
  },
};

for (const [name, { text, findings }] of Object.entries(cases)) {
  for (const [eol, lineBreak] of Object.entries({ LF: '\n', CRLF: '\r\n' })) {
    test(`${name} (${eol})`, () => {
      expect(found(text.replaceAll('\n', lineBreak))).toEqual(findings);
    });
  }
}

const share = (tenant: string): string => `  - { action: share, image: base, tenants: [${tenant}] }\n`;
const above = '  # ims-ignore: share-encrypted\n';
const list = `${head}  - { action: unpublish, image: base }\n`;

/** A text, and what is put in the place of what in it, one after the other. */
const edited: Record<string, readonly [text: string, ...edits: readonly (readonly [was: string, is: string])[]]> = {
  'what follows goes': [`${list}${above}${share('a')}${share('b')}`, [share('a'), '']],
  'another comes before what follows': [`${list}${above}${share('a')}`, [share('a'), `${share('b')}${share('a')}`]],
  'what follows becomes another': [
    `${list}${above}${share('a')}${share('b')}`,
    ['share', 'publish'],
    ['publish', 'share'],
  ],
  'nothing follows any more': [`${list}${share('a')}${above}${share('b')}`, [share('b'), '']],
  'the rule is another': [`${list}${share('a')}${above}${share('b')}`, ['ore: share-encrypted', 'ore: tag-limit']],
  'it comes beside another, and goes': [
    `# ims-ignore-file: tag-limit\n${head}${share('a')}${share('b')}`,
    [share('b'), above + share('b')],
    [above, ''],
  ],
  'it moves within its slot': [`${list}${share('a')}${above}${share('b')}`, ['[a]', '[a, c, d]'], ['[b]', '[e, f]']],
  'for all of the manifest, it comes and goes': [
    `${head}${share('a')}${share('b')}`,
    ['images:', '# ims-ignore-file: share-encrypted\nimages:'],
    ['-file: share-encrypted', '-file: tag-limit'],
    ['# ims-ignore-file: tag-limit\n', ''],
  ],
  'for all of the manifest, it is for more and for less': [
    `${head}${share('a')}${share('b').replace('base', 'absent')}`,
    ['images:', '# ims-ignore-file: unknown-reference\nimages:'],
    ['unknown-reference', 'unknown-reference, share-encrypted'],
    ['unknown-reference, ', ''],
  ],
  'for a section, which becomes another': [
    `# ims-ignore: share-encrypted\noperations:\n${share('a')}${share('b')}${images}\n`,
    ['operations:', 'operation:'],
    ['operation:', 'operations: []\nbackups:'],
    [' []\nbackups:', ''],
  ],
  'the nearest of two goes': [
    `# ims-ignore-file: share-encrypted\n${head}${above}${share('a')}${share('b')}`,
    [above, ''],
    [share('a'), ''],
    [share('b'), ''],
  ],
  'what it suppresses is mended': [
    `${list}${above}${share('a')}`,
    ['encrypted: true', 'encrypted: false'],
    ['false', 'true'],
  ],
  'it suppresses that it suppresses nothing': [
    `${list}${above}${share('a')}`,
    ['encrypted: true', 'encrypted: false'],
    ['images:', '# ims-ignore-file: unused-suppression\nimages:'],
    ['encrypted: false', 'encrypted: true'],
  ],
  'the last one goes, and a text that looks like one comes': [
    `${list}${above}${share('a')}`,
    [above, ''],
    ['[a]', "['# ims-ignore: tag-limit']"],
  ],
  'the version is another for a while': [
    `${list}${above}${share('a')}${share('b')}`,
    ['ims/v1', 'ims/v2'],
    [above, ''],
    ['ims/v2', 'ims/v1'],
  ],
  'the text is broken for a while': [
    `${list}${above}${share('a').replace('share', 'publish')}`,
    ['[a]', '[a'],
    ['[a', '[a]'],
  ],
};

for (const [name, [text, ...edits]] of Object.entries(edited)) {
  test(`after edits as from scratch: ${name}`, () => {
    const analysis = new Analysis(text);
    let expected = text;
    for (const [was, is] of edits) {
      const start = expected.indexOf(was);
      expect(start).toBeGreaterThanOrEqual(0);
      analysis.findings();
      analysis.edit({ start, end: start + was.length, text: is });
      expected = expected.replace(was, () => is);
      expect(seen(analysis)).toEqual(seen(new Analysis(expected)));
    }
  });
}

test('a suppression is used whatever severity the settings give its rule', () => {
  const text = `${head}  - { action: share, image: base, tenants: [a] } # ims-ignore: share-encrypted\n`;
  for (const severity of ['off', 'hint', 'error'] as const) {
    expect(found(text, { rules: { 'share-encrypted': severity }, normalExportRegions: [] })).toEqual([]);
  }
  const unused = `${head.trimEnd()} [] # ims-ignore: share-encrypted\n`;
  expect(found(unused, { rules: { 'share-encrypted': 'off' }, normalExportRegions: [] })).toEqual([
    '3 unused-suppression',
  ]);
});

test('a fix may leave a suppression without use', () => {
  const text = `${head}  # ims-ignore: share-encrypted\n  - { action: sharing, image: base, tenants: [a] }\n`;
  expect(found(text)).toContain('5 invalid-value');
  const mended = `${head}  # ims-ignore: export-encrypted-fast
  - { action: export, image: base, bucket_url: "b:o.vhd", is_quick_export: true, file_format: VHD }\n`;
  const analysis = new Analysis(mended);
  const [finding] = analysis.findings();
  expect(finding?.rule).toBe('exclusive-keys');
  expect(finding && analysis.fixes(finding).map(({ title }) => title.en)).toContain('Remove `is_quick_export`');
});

test('a suppression takes nothing but what it names, also of what an alias has elsewhere', () => {
  const text = [
    'images:',
    '  old: [',
    'images:',
    '  listed: &b [*b]',
    'operations:',
    '  - { <<: *b, action: delete } # ims-ignore: size',
  ].join('\n');
  const rulesIn = (text: string): string[] => new Analysis(text).findings().map(({ rule }) => rule);
  const all = rulesIn(text.replace(/ # .*/, ''));
  expect(all.length).toBeGreaterThan(3);
  expect(rulesIn(text).sort()).toEqual(all.sort());
});
