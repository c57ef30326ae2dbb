import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { name, version } from '../../package.json';
import { sharesEncrypted } from '../support/manifests.ts';
import { installPackage } from './install.ts';

const { home } = installPackage();
const read = (file: string) => parse(readFileSync(file, 'utf8'));
const good = 'apiVersion: ims/v1\nregion: cn-north-4\noperations: []\n';

/** The YAML of a section of the guide. */
const guide = (title: string) =>
  [
    ...(readFileSync('docs/pipelines.md', 'utf8').split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(
      /^```yaml\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, text = '']) => parse(text));

/** A folder with files, in which the package is installed. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(home, 'pipeline-'));
  symlinkSync(join(home, 'node_modules'), join(path, 'node_modules'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

/** Runs a script as pipelines do. */
const bash = (cwd: string, script: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', npm_config_offline: 'true', ...env },
  });

/** Runs the action with some of its inputs. */
function action(cwd: string, inputs: Readonly<Record<string, string>>) {
  const { inputs: known, runs } = read('action.yml');
  const [{ run, env }] = runs.steps;
  const inputOf = (expression: string): string => {
    const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(expression) ?? [];
    return inputs[input] ?? known[input].default;
  };
  const values = Object.fromEntries(Object.entries<string>(env).map(([key, value]) => [key, inputOf(value)]));
  return bash(cwd, run, { ...values, GITHUB_ACTION_PATH: process.cwd() });
}

test('the GitHub action annotates what is wrong, and fails', () => {
  const { status, stdout } = action(folder({ 'a.ims.yaml': sharesEncrypted }), {});
  expect(stdout).toMatch(/^::error .*file=a\.ims\.yaml,line=7,.*title=share-encrypted/m);
  expect(status).toBe(1);
});

test('the GitHub action takes paths and options as they are, and leaves SARIF', () => {
  const cwd = folder({ 'a b.ims.yaml': sharesEncrypted, '-c.ims.yaml': good, 'other.ims.yaml': sharesEncrypted });
  const { status, stdout } = action(cwd, {
    paths: 'a b.ims.yaml\n-c.ims.yaml\n',
    options: '--lang zh-cn --max-warnings 0',
    sarif: 'ims.sarif',
  });
  expect(stdout).toMatch(/^::error .*\p{Script=Han}.*$/mu);
  const [{ artifacts, results }] = JSON.parse(readFileSync(join(cwd, 'ims.sarif'), 'utf8')).runs;
  expect(artifacts).toHaveLength(2);
  expect(results).toHaveLength(1);
  expect(status).toBe(1);
});

test('the GitHub action passes where nothing is wrong, and fails on what is no option', () => {
  const cwd = folder({ 'a.ims.yaml': good });
  expect(action(cwd, {}).status).toBe(0);
  expect(action(cwd, { options: '--no-such' }).status).toBe(2);
});

test('the GitHub workflow of the guide gives the action inputs that it has', () => {
  const [{ jobs }] = guide('GitHub');
  const [, check, upload] = jobs.images.steps;
  expect(check.uses).toBe(`${name}/${name}@v${version}`);
  expect(Object.keys(read('action.yml').inputs)).toEqual(expect.arrayContaining(Object.keys(check.with)));
  expect(upload.with.sarif_file).toBe(check.with.sarif);
});

test.each([
  [sharesEncrypted, 1, 1],
  [good, 0, 0],
])('the GitLab job tells what is wrong in its log and its report', (text, count, exitCode) => {
  const [{ images: job }] = guide('GitLab');
  const cwd = folder({ 'a.ims.yaml': text });
  const { status, stdout } = bash(cwd, job.script.join('\n'));
  expect(stdout.match(/ {2}error {2}/g) ?? []).toHaveLength(count);
  expect(readFileSync(join(cwd, job.artifacts.reports.junit), 'utf8')).toContain(`failures="${count}"`);
  expect(status).toBe(exitCode);
});

const hooks: readonly Hook[] = read('.pre-commit-hooks.yaml');

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

test.each(hooks)(
  'the hook $id runs on manifests, and fails where it finds or changes something',
  ({ entry, files }) => {
    expect(['a.ims.yaml', 'b/c.ims.yml', 'a.yaml'].filter(file => new RegExp(files).test(file))).toHaveLength(2);
    const cwd = folder({ 'a.ims.yaml': sharesEncrypted, 'b.ims.yaml': good });
    const status = (file: string) => bash(cwd, `PATH=node_modules/.bin:$PATH ${entry} ${file}`).status;
    expect([status('a.ims.yaml'), status('b.ims.yaml')]).toEqual([1, 0]);
  },
);

test('the guide uses hooks that there are', () => {
  const [fromGit, fromNpm] = guide('pre-commit').map(({ repos: [repo] }) => repo);
  expect(fromGit.rev).toBe(`v${version}`);
  expect(hooks.map(({ id }) => id)).toContain(fromGit.hooks[0].id);
  const [{ id, entry, files }] = fromNpm.hooks;
  expect(hooks).toContainEqual(expect.objectContaining({ id, entry, files }));
  expect(fromNpm.hooks[0].additional_dependencies).toEqual([`${name}@${version}`]);
});
