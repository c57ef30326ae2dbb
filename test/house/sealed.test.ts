import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { served } from '../../scripts/features/served.ts';
import { runProgram } from '../cli/run.ts';
import { Client, pulling } from '../lsp/client.ts';
import { cli, server } from '../support/dist.ts';
import { manifestOf } from '../support/hostile.ts';
import { leadingNowhere, leadingOut } from '../support/outside.ts';

/** What a program is started with that is to reach nothing: no code can be made of texts either. */
const sealed = [
  '--disallow-code-generation-from-strings',
  '--require',
  fileURLToPath(new URL('../support/sealed.cjs', import.meta.url)),
];

let outer: string;
let root: string;

/** A workspace of all samples, and of manifests that name files outside of it and commands. */
beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'ims-sealed-'));
  root = join(outer, 'in');
  cpSync('samples', root, { recursive: true });
  cpSync('samples/inventory', join(outer, 'out'), { recursive: true });
  symlinkSync(join(outer, 'out'), join(root, 'linked'));
  symlinkSync(join(outer, 'out/images.json'), join(root, 'link.json'));
  writeFileSync(join(outer, '.ims-manifest.yaml'), 'rules: { tag-limit: off }\n');
  writeFileSync(
    join(root, '.ims-manifest.yaml'),
    'extends: https://example.invalid/a.yaml\nrules: { server-batch: off }\n',
  );
  for (const [i, path] of [...leadingOut, ...leadingNowhere].entries()) {
    writeFileSync(join(root, `outside-${i}.ims.yaml`), manifestOf(path));
  }
  process.env.SEALED_FOLDER = root;
  process.env.SEALED_LOG = join(outer, 'log');
});
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const reached = (): string => (existsSync(join(outer, 'log')) ? readFileSync(join(outer, 'log'), 'utf8') : '');

describe('nothing gets in or out', () => {
  test.each([
    ['check'],
    ['check', '--undecided', '--threads', '2', '--format', 'sarif'],
    ['fix'],
    ['fix', '--dry-run'],
    ['rules'],
    ['explain', 'share-encrypted'],
  ])('of the command line: %s %s', async (...args) => {
    const [option = '', ...options] = sealed;
    const { code } = await runProgram(option, root, [...options, cli, ...args]);
    expect(code).toBeLessThan(2);
    expect(reached()).toBe('');
  });

  test.each([
    ['lsp of the command line', [cli, 'lsp']],
    ['server of the extension', [server]],
  ])('of the %s, whatever it is asked', async (_, program) => {
    const client = new Client({ rules: { 'share-encrypted': 'https://example.invalid' } }, [...sealed, ...program]);
    const textDocument = { ...pulling.textDocument, rename: { prepareSupport: true } };
    await client.initialize({ capabilities: { ...pulling, textDocument }, folder: root });
    await client.notify('initialized', {});
    const answered = new Set<string>();
    for (const name of [
      'bad/inventory.ims.yaml',
      'good/inventory.ims.yaml',
      'outside-0.ims.yaml',
      'outside-23.ims.yaml',
    ]) {
      const text = readFileSync(join(root, name), 'utf8');
      const document = await client.open(text, pathToFileURL(join(root, name)).href);
      const diagnostics = await document.diagnostics();
      for (const place of ['inventory', 'image: ', 'action', 'name: '].filter(place => text.includes(place))) {
        const position = document.positionOf(place);
        const answers = new Map<string, unknown>();
        for (const method of served().keys()) {
          const params = {
            ...itemFor(method, answers),
            textDocument: { uri: document.uri },
            position: { line: position.line, character: position.character + place.length },
            range: document.rangeOf(0, text.length),
            context: { diagnostics, includeDeclaration: true },
            options: { tabSize: 2, insertSpaces: true },
            positions: [position],
            ranges: [],
            previousResultIds: [],
            query: '',
            newName: 'other',
            ch: '\n',
          };
          answers.set(method, await client.request(method, params).catch(() => undefined));
          if (answers.get(method) !== undefined) answered.add(method);
        }
      }
    }
    for (const method of ['ims/checkWorkspace', 'ims/fixAllInWorkspace']) await client.request(method, {});
    await client.changed(join(root, 'inventory/images.json'), 2);
    await client.changed('/etc/passwd', 2);
    await client.request('workspace/diagnostic', { previousResultIds: [] });
    expect(await client.stop()).toBe(0);
    expect(reached()).toBe('');
    expect([...served().keys()].filter(method => !answered.has(method))).toEqual([]);
  });
});

/** What a request is about that goes on from the answer to another. */
function itemFor(method: string, answers: ReadonlyMap<string, unknown>): object {
  const from = {
    'codeAction/resolve': 'textDocument/codeAction',
    'codeLens/resolve': 'textDocument/codeLens',
    'completionItem/resolve': 'textDocument/completion',
  }[method];
  const [first] = (answers.get(from ?? '') ?? []) as readonly object[];
  const [item] = (answers.get('textDocument/prepareTypeHierarchy') ?? []) as readonly object[];
  return first ?? { item };
}

test.each([
  "fetch('https://example.invalid')",
  "require('node:net').connect(1)",
  "require('node:net').createServer().listen(0)",
  "require('node:dns').lookup('example.invalid', () => {})",
  "require('node:https').get('https://example.invalid')",
  "require('node:child_process').execSync('id')",
  "require('node:fs').readFileSync('/etc/passwd')",
  "require('node:fs/promises').readFile('/etc/passwd')",
  "require('node:fs').readdirSync('..')",
  "require('node:fs').writeFileSync('../a', '')",
  "require('node:fs').readFileSync('link.json')",
])('the seal knows %s', code => {
  const log = join(outer, 'broken');
  const program = join(root, 'break.cjs');
  writeFileSync(program, `try { ${code} } catch {}`);
  execFileSync(process.execPath, [...sealed, program], { cwd: root, env: { ...process.env, SEALED_LOG: log } });
  expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(1);
  rmSync(log);
});
