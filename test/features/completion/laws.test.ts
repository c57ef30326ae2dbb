import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { asText } from '../../../server/src/edit/template.ts';
import { Inventory, type InventoryFiles, parseInventory } from '../../../server/src/facts/inventory/inventory.ts';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { documentationOf } from '../../../server/src/features/completion/documentation.ts';
import type { Topic } from '../../../server/src/features/completion/item.ts';
import { spotAt } from '../../../server/src/features/spot.ts';
import { generate } from '../../bench/manifest.mjs';
import { aPart, manifestText } from '../../support/arbitrary.ts';
import { manifest } from '../../support/manifests.ts';
import { applied } from './support.ts';

/** What does not hold at an offset: the word that is replaced is in the cursor's line, and each item has something to say. */
function wrongAt(analysis: Analysis, text: string, offset: number): readonly string[] {
  const found = complete(analysis, offset, 'en');
  if (found === undefined) return [];
  const { start, end, items } = found;
  const isInLine = start <= offset && offset <= end && !/[\r\n]/.test(text.slice(start, end));
  const isEmpty = items.length === 0 || items.some(({ label, insert }) => label === '' || asText(insert).trim() === '');
  return [...(isInLine ? [] : [`${offset}: replaces ${start} to ${end}`]), ...(isEmpty ? [`${offset}: nothing`] : [])];
}

const samples = ['good', 'bad'].flatMap(folder =>
  readdirSync(`samples/${folder}`).map(name => path.join('samples', folder, name)),
);

describe('at every offset', () => {
  test.each(samples)('of %s', { timeout: 60_000 }, file => {
    const text = readFileSync(file, 'utf8');
    const analysis = new Analysis(text);
    const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
    expect(offsets.flatMap(offset => wrongAt(analysis, text, offset))).toEqual([]);
    expect(complete(analysis, text.length, 'en')).toBeDefined();
  });

  test('of any text, however broken', () => {
    fc.assert(
      fc.property(manifestText, fc.array(aPart, { minLength: 4, maxLength: 4 }), (text, places) => {
        const analysis = new Analysis(text);
        const offsets = places.map(place => Math.round(place * text.length));
        expect(offsets.flatMap(offset => wrongAt(analysis, text, offset))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Of several spellings, only the canonical one is offered. */
const good = samples.filter(file => file.includes('good') && !file.includes('request-bodies'));

describe('what stands in a good manifest is offered there', () => {
  test.each(good)('%s', file => {
    const text = readFileSync(file, 'utf8');
    const missing = wordsIn(text).flatMap(({ start, end }) => {
      const word = text.slice(start, end);
      // The first letter is typed already, with its quotes: of a key, the colon and the value are there too.
      const quotes = /^["']/.test(word) ? 1 : 0;
      const cursor = start + quotes + 1;
      const typed = text.slice(0, cursor) + text.slice(end - quotes);
      const found = complete(new Analysis(typed, undefined, inventoryFile), cursor, 'en');
      const results = found?.items.map(item => applied(typed, found, item)) ?? [];
      return results.includes(text) ? [] : [`${word} at ${start}`];
    });
    expect(missing).toEqual([]);
  });
});

describe('what stands in a good manifest is offered while the rest of its line is still to come', () => {
  test.each(good)('%s', file => {
    const text = readFileSync(file, 'utf8');
    const missing = wordsIn(text).flatMap(({ start, end }) => {
      const word = text.slice(start, end).replace(/["']/g, '');
      const cursor = start + (/^["']/.test(text.slice(start)) ? 2 : 1);
      const typed = text.slice(0, cursor) + text.slice(text.indexOf('\n', end));
      const found = complete(new Analysis(typed, undefined, inventoryFile), cursor, 'en');
      return found?.items.some(({ label }) => label === word) ? [] : [`${word} at ${start}`];
    });
    expect(missing).toEqual([]);
  });
});

const inventoryFile: InventoryFiles = () => parseInventory(readFileSync('samples/inventory/images.json', 'utf8'));

/** The keys of a text, and the values that are words of the vocabulary or names, which ids are not. */
function wordsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const analysis = new Analysis(text, undefined, inventoryFile);
  const words = new Map<number, { start: number; end: number }>();
  for (let offset = 0; offset < text.length; offset++) {
    const found = analysis.document.slotAt(offset);
    const spot = found && spotAt(analysis, found.slot, offset - found.start);
    if (found === undefined || spot === undefined) continue;
    const isWord = spot.kind === 'key' || (spot.kind === 'value' && offered.has(spot.type.kind) && !isId(spot.text));
    const start = found.start + spot.span.start;
    if (isWord) words.set(start, { start, end: found.start + spot.span.end });
  }
  return [...words.values()];
}

/** An id, or a name with a region: that is offered only where the name alone means another. */
const isId = (text: string | undefined): boolean => /^[0-9a-f-]{36}$|@/.test(text ?? '');

const offered: ReadonlySet<string> = new Set(['word', 'boolean', 'region', 'reference']);

/** Manifests with a mark, and what the text must not come to hold when any of the items is taken there. */
const places: Readonly<Record<string, string>> = {
  'a key of an operation': manifest('operations:\n  - action: share\n    ‸\n'),
  'a key in flow style': manifest('operations:\n  - { action: replicate, ‸ }\n'),
  'an item': manifest('operations:\n  ‸\n'),
  'an item of a group': manifest('operations:\n  - parallel: [‸]\n'),
  'a key of a server': manifest('servers:\n  a:\n    ‸\n'),
  'a key at top level': manifest('‸\n'),
  'a word': manifest('servers:\n  a: { type: ‸ }\n'),
};

test.each(Object.entries(places))('what is inserted reads well: %s', (_, marked) => {
  const text = marked.replace('‸', '');
  const found = complete(new Analysis(text), marked.indexOf('‸'), 'en');
  expect(found).toBeDefined();
  for (const { insert } of found?.items ?? []) {
    const lines = asText(insert).replaceAll('\n', `\n${found?.indentation}`);
    const result = text.slice(0, found?.start) + lines + text.slice(found?.end);
    const broken = new Analysis(result)
      .findings()
      .filter(({ rule }) => /^(yaml-syntax|unknown-key|duplicate-key)$/.test(rule));
    expect(broken, result).toEqual([]);
  }
});

describe('in a manifest of 10,000 operations', () => {
  const text = generate(10_000);
  const analysis = new Analysis(text);
  const middle = text.indexOf('image: archive', text.length / 2) + 'image: '.length;

  test('nothing is bound or evaluated, and no other part is read again', () => {
    const read = [...analysis.document.slots()].map(({ tree }) => tree);
    const before = { ...analysis.work() };
    expect(complete(analysis, middle, 'en')?.items.length).toBeGreaterThan(0);
    expect(analysis.work()).toEqual(before);
    expect([...analysis.document.slots()].filter(({ tree }, i) => tree !== read[i])).toEqual([]);
  });

  test('the nearest hundred names are offered', () => {
    const found = complete(analysis, middle, 'en');
    const names = found?.items.map(({ label }) => label) ?? [];
    expect(names).toHaveLength(100);
    expect(found?.isIncomplete).toBe(true);
    const nearest = text
      .slice(0, middle)
      .match(/(?<= name: )\S+/g)
      ?.at(-1);
    expect(names.slice(0, 3)).toContain(nearest);
  });

  test('keys cost no more than in a small one', () => {
    const key = text.lastIndexOf('\n', middle) + 5;
    const started = performance.now();
    for (let i = 0; i < 100; i++) complete(analysis, key, 'en');
    expect((performance.now() - started) / 100).toBeLessThan(20);
  });
});

describe('of 10,000 images', () => {
  const kinds: Readonly<Record<string, (names: readonly string[]) => Analysis>> = {
    'that operations make': names =>
      new Analysis(
        manifest(
          `operations:\n${names.map(name => `  - { action: register-iso, name: ${name}, image_url: "a:b.iso" }\n`).join('')}${reference}`,
        ),
      ),
    'that are declared': names =>
      new Analysis(manifest(`images:\n${names.map(name => `  ${name}: {}\n`).join('')}operations:\n${reference}`)),
    'in an inventory, with operations that make as many': names => {
      const inventory = new Inventory(names.map(name => ({ id: `id-${name}`, name })));
      return new Analysis(
        generate(10_000).replace('images:\n', 'inventory: images.json\nimages:\n') + reference,
        undefined,
        () => inventory,
      );
    },
  };

  test.each(Object.entries(kinds))('%s, each is offered once enough of it is typed, and from then on', (_, analyse) => {
    const names = Array.from({ length: 10_000 }, (_, i) => `team-${i % 7}-image-${i}`);
    const analysis = analyse(names);
    const { length } = analysis.document;
    for (let i = 0; i < names.length; i += 2503) {
      const name = names[i] as string;
      const isOffered = Array.from({ length: name.length + 1 }, (_, typed) => {
        analysis.edit({ start: length - 1, end: length - 1, text: name.slice(0, typed) });
        const { items = [], isIncomplete } = complete(analysis, length - 1 + typed, 'en') ?? {};
        analysis.edit({ start: length - 1, end: length - 1 + typed, text: '' });
        expect(items.length).toBeLessThanOrEqual(100);
        expect(isIncomplete).toBe(true);
        return items.some(({ label }) => label === name);
      });
      expect(isOffered.at(-1), name).toBe(true);
      expect(isOffered.slice(isOffered.indexOf(true)), name).not.toContain(false);
    }
  });

  test('what is typed is looked for as editors do, and a few are looked at', () => {
    let looked = 0;
    const images = Array.from({ length: 10_000 }, (_, i) => ({ id: `id-${i}`, name: `nightly-${i}` }));
    const elsewhere = new Inventory(images.map(({ id, name }) => ({ id: `${id}-copy`, name })));
    const others = ['Gold', 'twin', 'twin'].map((name, i) => ({ id: `other-${i}`, name }));
    class Watched extends Inventory {
      override named(name: string): ReturnType<Inventory['named']> {
        looked++;
        return super.named(name);
      }
    }
    const inventory = new Watched([...images, ...others]);
    const labels = (typed: string): readonly string[] => {
      const paths = '[here.json, { path: there.json, region: cn-south-1 }]';
      const text = manifest(`inventory: ${paths}\noperations:\n${reference}`);
      const at = text.length - 1;
      const analysis = new Analysis(text.slice(0, at) + typed, undefined, path =>
        path === 'there.json' ? elsewhere : inventory,
      );
      looked = 0;
      const { items = [] } = complete(analysis, at + typed.length, 'en') ?? {};
      expect(looked).toBeLessThan(1500);
      return items.map(({ label }) => label);
    };
    expect(labels('go')).toEqual(['Gold']);
    expect(labels('gd')).toEqual(['Gold']);
    expect(labels('tw')).toEqual(['other-1', 'other-2']);
    expect(labels('')).toHaveLength(100);
    expect(labels('nightly-7')).toContain('nightly-7');
    expect(labels('nightly-7@cn-s')).toContain('nightly-7@cn-south-1');
  });
});

const reference = '  - action: publish\n    image: \n';

/** What an item says when it is looked at more closely. */
const topics: Readonly<Record<string, readonly [Topic, string]>> = {
  'a key of an action': [{ of: 'key', action: 'share', name: 'tenants' }, '**tenants** · required'],
  'a key of every operation': [{ of: 'key', action: undefined, name: 'region' }, '**region**'],
  'a key of a server': [{ of: 'key', shape: 'server', name: 'boot_disk' }, '**boot_disk**'],
  'a group': [{ of: 'key', action: undefined, name: 'parallel' }, '**parallel**'],
  'a word': [{ of: 'word', list: 'server-status', word: 'Stopped' }, '`Stopped`'],
  'an action': [{ of: 'action', action: 'publish' }, '**publish**'],
  'a region': [{ of: 'region', region: 'cn-north-4' }, '**CN North-Beijing4** · `cn-north-4`'],
  'a rule': [{ of: 'rule', rule: 'share-encrypted' }, '**share-encrypted**'],
};

test.each(Object.entries(topics))('documentation of %s', (_, [topic, title]) => {
  expect(documentationOf(topic, undefined, 'en')?.split('\n')[0]).toBe(title);
  expect(documentationOf(topic, undefined, 'zh')).toMatch(/\p{Script=Han}/u);
});

test('documentation of an image is what is known where it is offered', () => {
  const marked = manifest(
    'images:\n  a: { type: iso }\noperations:\n  - { action: publish, image: a }\n  - { action: unpublish, image: ‸ }\n',
  );
  const analysis = new Analysis(marked.replace('‸', ''));
  const item = complete(analysis, marked.indexOf('‸'), 'en')?.items.find(({ label }) => label === 'a');
  const told = item?.topic && documentationOf(item.topic, analysis, 'en');
  expect(told?.split('\n').filter(line => line !== '')).toEqual([
    '**Image** `a` · line 4',
    '- region: `cn-north-4` (line 2)',
    '- type: `iso` (line 4)',
    '- published: `true` (line 6)',
  ]);
});
