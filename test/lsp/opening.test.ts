import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { generate } from '../bench/manifest.mjs';
import { twoFindings } from '../support/manifests.ts';
import { Client, type Document, telling } from './client.ts';

const text = generate(5_000);
const lastImage = /name: (archive-\d+)/g;

/** What the findings of a text are, each with the first words of what is underlined. */
const found = (text: string): string[] => {
  const analysis = new Analysis(text);
  return analysis.findings().map(finding => {
    const { start, end } = analysis.rangeOf(finding.place);
    return `${finding.rule}: ${text.slice(start, end)}`;
  });
};

async function opening(run: (document: Document, client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start();
  try {
    await run(await client.open(text), client);
  } finally {
    await client.stop();
  }
}

/** Notes in which order things come about. */
function order(): { note(name: string, what: Promise<unknown>): Promise<void>; readonly names: string[] } {
  const names: string[] = [];
  return {
    names,
    async note(name, what) {
      await what;
      names.push(name);
    },
  };
}

test('while a text is being opened, what has been looked at is explained, and other documents are served', () =>
  opening(async (document, client) => {
    const { note, names } = order();
    const whole = note('diagnostics', document.pull());
    const other = await client.open(twoFindings);
    await Promise.all([
      whole,
      note('hover', document.hover('import-system-disk-image')),
      note('other', other.findings()),
    ]);
    expect(names.at(-1)).toBe('diagnostics');
    expect(names).toContain('hover');
  }));

test('a hover at a place waits until it has been looked at, and has its facts', () =>
  opening(async document => {
    const last = [...text.matchAll(lastImage)].at(-1)?.[1];
    const position = document.positionOf(`image: ${last}`);
    const onName = { line: position.line, character: position.character + 'image: '.length };
    const facts: { contents: { value: string } } = await document.client.request('textDocument/hover', {
      textDocument: { uri: document.uri },
      position: onName,
    });
    expect(facts.contents.value).toContain('40 GB');
  }));

test('a text that is edited while it is being opened ends with its own findings', () =>
  opening(async document => {
    const refused = expect(document.pull()).rejects.toMatchObject({ code: -32802 });
    await document.replace('action: share', 'action: shore');
    await document.replace('encrypted: false', 'encrypted: true');
    await document.replace('\noperations:', '\nservers: { late: { type: BMS } }\noperations:');
    await refused;
    expect(await document.findings()).toEqual(found(document.text).slice(0, 1000));
  }));

test('a hover that waits while its text is edited is refused, and the next one is about the text as it is', () =>
  opening(async document => {
    const last = `name: ${[...text.matchAll(lastImage)].at(-1)?.[1]}`;
    const refused = expect(document.hover(last)).rejects.toMatchObject({ code: -32801 });
    void document.replace(last, 'name: renamed');
    const next = document.hover('renamed');
    await refused;
    expect(await next).toMatchObject(telling('renamed'));
  }));

test('a hover where all has been looked at is about the text that it was asked of, whatever is typed then', () =>
  opening(async (_, client) => {
    const document = await client.open(twoFindings);
    await document.findings();
    const before = document.hover('160 GB');
    void document.replace('160 GB', '1 GB');
    const after = document.hover('1 GB');
    expect(await before).toMatchObject(telling('160 GB'));
    expect(await after).toMatchObject(telling('1 GB'));
  }));

test('an answer about the whole text waits for all of it', () =>
  opening(async document => {
    const symbols: { children?: unknown[] }[] = await document.client.request('textDocument/documentSymbol', {
      textDocument: { uri: document.uri },
    });
    expect(JSON.stringify(symbols)).toContain('archive-499');
  }));

test('a question whose text is closed while it waits is refused', () =>
  opening(async document => {
    const refused = expect(document.complete('image: golden')).rejects.toMatchObject({ code: -32801 });
    await document.close();
    await refused;
  }));
