import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../support/manifests.ts';
import { folder, run } from './run.ts';

const inventory = JSON.stringify({ images: [{ id: 'i', name: 'payroll', __system__cmkid: 'k' }] });

const using = (path: string): string =>
  manifest(`inventory: ${JSON.stringify(path)}\noperations:\n  - { action: share, image: payroll, tenants: [t] }\n`);

/** The rules of what is found, in the order of the output. */
const rulesIn = (stdout: string): string[] =>
  [...stdout.matchAll(/^\S+ {2}error .* {2}(\S+)$/gm)].map(match => `${match[1]}`);

test('an inventory is read, relative to the manifest', async () => {
  const cwd = folder({
    'ops/a.ims.yaml': using('../lists/i.json'),
    'b.ims.yaml': using('lists/i.json'),
    'lists/i.json': inventory,
  });
  const { stdout } = await run(cwd, ['check', 'ops', 'b.ims.yaml']);
  expect(rulesIn(stdout)).toEqual(['share-encrypted', 'share-encrypted']);
  expect(stdout).toContain('in this inventory file');
});

test.each([
  { what: 'missing', path: 'gone.json' },
  { what: 'a folder', path: 'lists' },
  { what: 'no text', path: 'binary' },
  { what: 'no JSON', path: 'in/a.ims.yaml' },
  { what: 'no response', path: 'other.json' },
  { what: 'above the folder', path: '../../i.json' },
  { what: 'absolute', path: '/etc/passwd' },
  { what: 'on a drive', path: 'C:\\i.json' },
  { what: 'on another machine', path: '\\\\server\\share\\i.json' },
  { what: 'a URI', path: 'file:///etc/passwd' },
  { what: 'a link that leads out', path: 'link.json' },
  { what: 'within a link that leads out', path: 'linked/i.json' },
  { what: 'no path at all', path: 'a\0b' },
])('an inventory that is $what is told, and the rest is checked', async ({ path }) => {
  const outer = folder({
    'i.json': inventory,
    'out/i.json': inventory,
    'in/a.ims.yaml': using(path === 'in/a.ims.yaml' ? 'a.ims.yaml' : path),
    'in/lists/i.json': inventory,
    'in/other.json': '{}',
    'in/binary': Uint8Array.of(0xff, 0xfe, 0xfd),
  });
  symlinkSync(join(outer, 'i.json'), join(outer, 'in/link.json'));
  symlinkSync(join(outer, 'out'), join(outer, 'in/linked'));
  const { code, stdout, stderr } = await run(join(outer, 'in'), ['check']);
  expect(rulesIn(stdout)).toEqual(['inventory-file']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});
