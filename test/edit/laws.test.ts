import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../server/src/model/place.ts';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import type { Node } from '../../server/src/syntax/tree.ts';
import { apply, type EditData } from './apply.ts';
import { manifest, withGroup } from './manifests.ts';

/** What a text says, without how: a list of items, a list of keys with values, a text. */
type Content = string | Content[] | { pairs: [key: string, value: Content][] };

function contentOf(node: Node | undefined): Content {
  switch (node?.kind) {
    case 'scalar':
      return node.value;
    case 'alias':
      return `*${node.name}`;
    case 'seq':
      return node.items.map(contentOf);
    case 'map':
      return { pairs: node.pairs.map(({ key, value }) => [String(contentOf(key)), contentOf(value)]) };
    default:
      return '';
  }
}

interface Read {
  readonly content: Content;
  /** The places of collections, from the root of the manifest, and what they hold. */
  readonly collections: readonly { readonly path: string; readonly node: Node }[];
}

/** A manifest read as one, not in segments. */
function read(text: string): Read {
  const { root, faults } = parseSegment(text);
  expect(faults).toEqual([]);
  const collections: { path: string; node: Node }[] = [];
  const walk = (node: Node, path: readonly Step[]): void => {
    if (path.length >= 2 && (node.kind === 'map' || node.kind === 'seq')) {
      collections.push({ path: path.join('/'), node });
    }
    if (node.kind === 'seq') for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    if (node.kind === 'map') for (const { key, value } of node.pairs) walk(value, [...path, String(contentOf(key))]);
  };
  if (root) walk(root, []);
  return { content: contentOf(root), collections };
}

/** The content with that at a path changed. */
function changed(content: Content, [step, ...rest]: readonly string[], change: (content: Content) => Content): Content {
  if (step === undefined) return change(content);
  if (Array.isArray(content))
    return content.map((item, i) => (String(i) === step ? changed(item, rest, change) : item));
  if (typeof content === 'string') return content;
  return { pairs: content.pairs.map(([key, value]) => [key, key === step ? changed(value, rest, change) : value]) };
}

const isMap = ({ node }: { node: Node }): boolean => node.kind === 'map';

/** Checks a law in a random collection of a random manifest. */
function holds(
  which: (collection: { node: Node }) => boolean,
  law: (text: string, path: string, node: Node & { kind: 'map' | 'seq' }, random: number) => void,
): void {
  fc.assert(
    fc.property(manifest, fc.nat(), fc.nat(), (text, pick, random) => {
      const collections = read(text).collections.filter(which);
      const collection = collections[pick % collections.length];
      if (collection) law(text, collection.path, collection.node as Node & { kind: 'map' | 'seq' }, random);
    }),
    { numRuns: 150 },
  );
}

function expectContent(text: string, edits: readonly EditData[], path: string, change: (content: Content) => Content) {
  const after = apply(text, ...edits);
  expect(read(after).content, after).toEqual(changed(read(text).content, path.split('/'), change));
  return after;
}

const pairsOf = (content: Content): [string, Content][] =>
  typeof content === 'string' || Array.isArray(content) ? [] : content.pairs;

describe('set', () => {
  test('a new key is the last one, and all else stays', () => {
    holds(isMap, (text, path) => {
      const after = expectContent(text, [['set', path, 'new', 'v']], path, map => ({
        pairs: [...pairsOf(map), ['new', 'v']],
      }));
      expect(apply(after, ['set', path, 'new', 'v'])).toBe(after);
    });
  });

  test('a new key taken out again leaves the text as it was', () => {
    holds(isMap, (text, path, node) => {
      if (node.kind === 'map' && node.pairs.length === 0) return;
      expect(apply(apply(text, ['set', path, 'new', 'v']), ['remove', path, 'new'])).toBe(text);
    });
  });

  test('a key has the value, and all else stays', () => {
    holds(isMap, (text, path, _, random) => {
      const keys = pairsOf(at(read(text).content, path));
      const index = random % Math.max(1, keys.length);
      const key = keys[index]?.[0];
      if (key === undefined) return;
      const edit: EditData = ['set', path, key, '[1, v]'];
      const after = expectContent(text, [edit], `${path}/${key}`, () => ['1', 'v']);
      expect(apply(after, edit)).toBe(after);
    });
  });
});

test('remove takes a key out, and all else stays', () => {
  holds(isMap, (text, path, _, random) => {
    const keys = pairsOf(at(read(text).content, path));
    const key = keys[random % Math.max(1, keys.length)]?.[0];
    if (key === undefined) return;
    expectContent(text, [['remove', path, key]], path, map => ({ pairs: pairsOf(map).filter(([k]) => k !== key) }));
  });
});

test('keep keeps the first, and all else stays', () => {
  holds(
    () => true,
    (text, path, _, random) => {
      const count = random % 4;
      const first = (content: Content): Content =>
        Array.isArray(content) ? content.slice(0, count) : { pairs: pairsOf(content).slice(0, count) };
      expectContent(text, [['keep', path, count]], path, first);
    },
  );
});

test('several edits of a map are as if made together', () => {
  holds(isMap, (text, path, _, random) => {
    const pairs = pairsOf(at(read(text).content, path));
    const gone = pairs.filter((_, i) => (random >> (2 * i)) % 4 === 0).map(([key]) => key);
    const fixed = pairs.filter((_, i) => (random >> (2 * i)) % 4 === 1).map(([key]) => key);
    const edits: EditData[] = [
      ['set', path, 'new', 'v'],
      ...gone.map((key): EditData => ['remove', path, key]),
      ...fixed.map((key): EditData => ['set', path, key, 'f']),
      ['set', path, 'newer', 'w'],
    ];
    expectContent(text, edits, path, map => ({
      pairs: [
        ...pairsOf(map)
          .filter(([key]) => !gone.includes(key))
          .map(([key, value]): [string, Content] => [key, fixed.includes(key) ? 'f' : value]),
        ['new', 'v'],
        ['newer', 'w'],
      ],
    }));
  });
});

test('insert puts an operation in front, and all else stays', () => {
  holds(
    ({ node }) => node.kind === 'map',
    (text, path) => {
      const list = path.split('/').slice(0, -1).join('/');
      const index = Number(path.split('/').at(-1));
      if (Number.isNaN(index)) return;
      const fields = { action: 'new', image: 'x' };
      expectContent(text, [['insert', path, fields]], list, items => {
        const all = items as Content[];
        return [...all.slice(0, index), { pairs: Object.entries(fields) }, ...all.slice(index)];
      });
    },
  );
});

/** Checks what becomes of the group that is the first operation, by the members that a number picks; comments stay. */
function holdsForGroup(
  edit: (picked: readonly number[]) => EditData,
  become: (members: readonly Content[], picked: readonly number[]) => readonly Content[],
): void {
  const comments = (text: string): number => text.split('#').length;
  fc.assert(
    fc.property(withGroup, fc.nat(), (text, random) => {
      const members = at(read(text).content, 'operations/0/parallel') as Content[];
      const picked = [...members.keys()].filter(i => i > 0 && (random >> i) % 2 === 1);
      if (picked.length === 0) return;
      const after = expectContent(text, [edit(picked)], 'operations', items => [
        ...become(members, picked),
        ...(items as Content[]).slice(1),
      ]);
      expect(comments(after), after).toBe(comments(text));
    }),
    { numRuns: 200 },
  );
}

const groupOf = (members: readonly Content[]): Content => ({ pairs: [['parallel', [...members]]] });

test('split makes consecutive groups of one', () => {
  holdsForGroup(
    picked => ['split', 'operations/0', picked],
    (members, picked) => [0, ...picked].map((start, i) => groupOf(members.slice(start, picked[i]))),
  );
});

test('unroll moves members behind their group', () => {
  holdsForGroup(
    picked => ['unroll', 'operations/0', picked.map(move => ({ move }))],
    (members, picked) => [
      groupOf(members.filter((_, i) => !picked.includes(i))),
      ...members.filter((_, i) => picked.includes(i)),
    ],
  );
});

function at(content: Content, path: string): Content {
  let found: Content = '';
  changed(content, path.split('/'), content => {
    found = content;
    return content;
  });
  return found;
}
