import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { aPart, edits, manifestText, type RandomEdit } from '../../support/arbitrary.ts';

const root = mkdtempSync(join(tmpdir(), 'ims-races-'));

/** The workspace folders, and the manifests that may be in them. */
export const folder = join(root, 'one');
export const second = join(root, 'two');
export const manifests = [join(folder, 'a.ims.yaml'), join(folder, 'b.ims.yaml'), join(second, 'c.ims.yaml')];
for (const at of [folder, second]) mkdirSync(at, { recursive: true });

export const removeFolders = (): void => rmSync(root, { recursive: true });

/**
 * What an editor and its user may do at any time, each without waiting for the answers to what was done before: only
 * edits that the server makes are waited for.
 */
export type Step =
  | { readonly do: 'open' | 'rewrite'; readonly path: string; readonly text: string }
  | { readonly do: 'openLarge' | 'format' | 'close' | 'remove'; readonly path: string }
  | { readonly do: 'edit'; readonly path: string; readonly edits: readonly RandomEdit[] }
  | { readonly do: 'rename'; readonly path: string; readonly at: number }
  | { readonly do: 'move'; readonly path: string; readonly to: string }
  | {
      readonly do: 'ask';
      readonly path: string;
      readonly method: number;
      readonly at: number;
      readonly cancel: boolean;
    }
  | { readonly do: 'cancel' | 'wait' | 'folder' }
  | { readonly do: 'configure'; readonly settings: unknown }
  | { readonly do: 'write'; readonly path: string; readonly text: string };

const aManifest = fc.constantFrom(...manifests);

const someSettings = fc.constantFrom(undefined, { rules: { 'missing-key': 'off' } }, { maxProblems: 2 });

const image = (name: string): string => JSON.stringify([{ id: '8db6', name, __imagetype: 'private' }]);
const inventory = join(folder, 'listed.json');
const projectFile = join(folder, '.ims-manifest.yaml');
const aText = fc.oneof(
  fc.record({ path: aManifest, text: manifestText }),
  fc.record({ path: fc.constant(inventory), text: fc.constantFrom(image('listed'), image('x'), '{') }),
  fc.record({
    path: fc.constant(projectFile),
    text: fc.constantFrom('rules: { missing-key: off }\n', 'rules: { unknown-key: hint }\n', 'rules: ['),
  }),
);

const doing = <D extends Step['do']>(what: D): fc.Arbitrary<D> => fc.constant(what);

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: doing('open'), path: aManifest, text: manifestText }) },
  { weight: 1, arbitrary: fc.record({ do: doing('openLarge'), path: aManifest }) },
  { weight: 5, arbitrary: fc.record({ do: doing('edit'), path: aManifest, edits }) },
  { weight: 1, arbitrary: fc.record({ do: doing('rewrite'), path: aManifest, text: manifestText }) },
  { weight: 2, arbitrary: fc.record({ do: doing('rename'), path: aManifest, at: aPart }) },
  { weight: 1, arbitrary: fc.record({ do: doing('format'), path: aManifest }) },
  { weight: 2, arbitrary: fc.record({ do: doing('close'), path: aManifest }) },
  { weight: 1, arbitrary: fc.record({ do: doing('move'), path: aManifest, to: aManifest }) },
  {
    weight: 14,
    arbitrary: fc.record({ do: doing('ask'), path: aManifest, method: fc.nat(), at: aPart, cancel: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'wait', 'folder') }) },
  { weight: 2, arbitrary: fc.record({ do: doing('configure'), settings: someSettings }) },
  { weight: 3, arbitrary: aText.map(file => ({ do: 'write' as const, ...file })) },
  {
    weight: 1,
    arbitrary: fc.record({ do: doing('remove'), path: fc.constantFrom(...manifests, inventory, projectFile) }),
  },
);

export const script: fc.Arbitrary<Step[]> = fc.array(aStep, { minLength: 30, maxLength: 80 });
