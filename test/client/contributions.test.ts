import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import { Command, offeredCommands } from '../../client/src/commands.ts';
import { contributes, default as manifest } from '../../package.json';

const commands: readonly string[] = Object.values(Command);
const { commandPalette, ...menus } = contributes.menus;
const [walkthrough] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];

test('the commands are those that the client has', () => {
  expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...commands].sort());
  expect(commands).toEqual(expect.arrayContaining([...offeredCommands]));
});

test('menus have commands that there are', () => {
  for (const { command } of [...commandPalette, ...Object.values(menus).flat()]) expect(commands).toContain(command);
});

test('the palette has a command only where it makes sense', () => {
  const always = commands.filter(id => !commandPalette.some(({ command }) => command === id));
  expect(always).toEqual([Command.createManifest]);
});

describe('the walkthrough', () => {
  test.each(steps.map(step => [step.id, step] as const))(
    '%s has its picture, and links that lead somewhere',
    (_, step) => {
      expect(existsSync(step.media.svg)).toBe(true);
      for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
        const texts = JSON.parse(readFileSync(file, 'utf8'));
        const description: string = texts[step.description.slice(1, -1)];
        for (const [, link] of description.matchAll(/\(command:([\w.]+)/g)) {
          expect([...commands, 'workbench.action.openSettings', 'workbench.actions.view.problems']).toContain(link);
        }
      }
      for (const event of 'completionEvents' in step ? step.completionEvents : []) {
        const [kind, id] = event.split(':');
        if (kind === 'onCommand') expect(commands).toContain(id);
        else expect(contributes.configuration.properties).toHaveProperty([`${id}`]);
      }
    },
  );

  test('has no picture without a step, and ships them', () => {
    const pictures = readdirSync('docs/walkthrough').map(file => `docs/walkthrough/${file}`);
    expect(pictures.sort()).toEqual(steps.map(({ media }) => media.svg).sort());
    expect(readFileSync('.vscodeignore', 'utf8')).toContain('!docs/walkthrough/*');
    expect(manifest).not.toHaveProperty('files');
  });
});

test('the package has its programs', async () => {
  const packed = await listFiles({ packageManager: PackageManager.None });
  const clients = [manifest.main, manifest.browser].map(file => file.slice(2));
  expect(packed).toEqual(expect.arrayContaining([...clients, 'dist/server.js', 'dist/web/server.js']));
});

test('a workspace that nobody trusts is served: its settings cannot name what is run or read', () => {
  expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
  const takesAnyText = (schema: unknown): boolean =>
    typeof schema === 'object' &&
    schema !== null &&
    (('type' in schema && schema.type === 'string' && !('enum' in schema)) || Object.values(schema).some(takesAnyText));
  const settings = Object.entries(contributes.configuration.properties);
  // Its texts are compared with the regions of a manifest.
  expect(settings.filter(([, schema]) => takesAnyText(schema)).map(([name]) => name)).toEqual([
    'imsManifest.normalExportRegions',
  ]);
});
