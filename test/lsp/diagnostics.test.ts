import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { sharesEncrypted, twoFindings } from '../support/manifests.ts';
import { Client, eventually, simple } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

test('a diagnostic says what, where, how grave and where to read on', async () => {
  const document = await client.open(twoFindings);
  const [first] = await document.diagnostics();
  expect(first).toMatchObject({
    range: document.rangeOf(twoFindings.indexOf('160 GB'), twoFindings.indexOf('160 GB') + '160 GB'.length),
    severity: 1,
    source: 'ims',
    code: 'import-size',
    codeDescription: { href: expect.stringMatching(/^https:.*\/docs\/rules\/import-size\.md$/) },
    message: expect.stringContaining('160 GB'),
  });
});

test('a diagnostic says where its facts come from', async () => {
  const document = await client.open(sharesEncrypted);
  const [{ relatedInformation } = {}] = await document.diagnostics();
  expect(relatedInformation).toHaveLength(1);
  expect(relatedInformation?.[0]?.location.uri).toBe(document.uri);
  expect(relatedInformation?.[0]?.location.range.start.line).toBe(document.positionOf('encrypted').line);
});

test('what has not changed is not told again', async () => {
  const document = await client.open(twoFindings);
  const { resultId } = await document.pull();
  expect(await document.pull(resultId)).toEqual({ kind: 'unchanged', resultId });
  await document.replace('name: first', 'name: another');
  expect(await document.pull(resultId)).toEqual({ kind: 'unchanged', resultId });
  await document.replace('200 GB', '20 GB');
  const changed = await document.pull(resultId);
  expect(changed.kind).toBe('full');
  expect(changed.resultId).not.toBe(resultId);
});

test('of a burst, only the newest version is answered', async () => {
  const document = await client.open(twoFindings);
  const answers: Promise<string>[] = [];
  for (let size = 1; size <= 50; size++) {
    void document.replace(/\d+ GB/.exec(document.text)?.[0] ?? '', `${size + 400} GB`);
    answers.push(
      document.pull().then(
        ({ kind }) => kind,
        error => `${error.code}`,
      ),
    );
  }
  const kinds = await Promise.all(answers);
  expect(kinds.at(-1)).toBe('full');
  expect(kinds.filter(kind => kind === `${LSPErrorCodes.ServerCancelled}`).length).toBeGreaterThan(25);
  expect(await document.findings()).toEqual(['import-size: 450 GB', 'import-size: 200 GB']);
});

test('a request that is cancelled is not answered', async () => {
  const document = await client.open(twoFindings);
  const cancel = new CancellationTokenSource();
  const params = { textDocument: { uri: document.uri } };
  const answer = client.connection.sendRequest('textDocument/diagnostic', params, cancel.token);
  cancel.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await document.findings()).toHaveLength(2);
});

test('the settings decide, also when they change', async () => {
  const mild = await Client.start({ settings: { rules: { 'import-size': 'hint' } } });
  const document = await mild.open(twoFindings);
  const severities = async () => (await document.diagnostics()).map(({ severity }) => severity);
  expect(await severities()).toEqual([4, 4]);
  await mild.configure({ rules: { 'import-size': 'off' } });
  expect(await severities()).toEqual([]);
  expect(mild.refreshes).toBe(1);
  await mild.configure({ rules: { 'import-size': 'Warning' } });
  expect(await severities()).toEqual([2, 2]);
  await mild.configure({ rules: { 'import-size': 'nonsense' }, maxProblems: 'many', normalExportRegions: 7 });
  expect(await severities()).toEqual([1, 1]);
  await mild.configure(null);
  expect(await severities()).toEqual([1, 1]);
  await mild.stop();
});

test('what is too much is counted', async () => {
  const limited = await Client.start({ settings: { maxProblems: 2 } });
  const document = await limited.open(`${twoFindings}${operationsOf(twoFindings)}`);
  const diagnostics = await document.diagnostics();
  expect(diagnostics).toHaveLength(2);
  expect(diagnostics[1]).toMatchObject({
    severity: 3,
    source: 'ims',
    message: expect.stringMatching(/^\d+ more problems/),
  });
  await limited.stop();
});

test('diagnostics are told in the language of the editor', async () => {
  const chinese = await Client.start({ locale: 'zh-cn' });
  const [inChinese] = await (await chinese.open(twoFindings)).diagnostics();
  const [inEnglish] = await (await client.open(twoFindings)).diagnostics();
  expect(inChinese?.message).toMatch(/\p{Script=Han}/u);
  expect(inChinese?.codeDescription?.href).toBe(inEnglish?.codeDescription?.href.replace('/rules/', '/rules/zh-cn/'));
  const untold = { message: '', codeDescription: undefined };
  expect({ ...inChinese, ...untold }).toEqual({ ...inEnglish, ...untold });
  await chinese.stop();
});

test('a client that cannot pull is told, once for each burst', async () => {
  const pushed = await Client.start({ capabilities: simple });
  const document = await pushed.open(twoFindings);
  const versions = () => pushed.published.map(({ version }) => version);
  await eventually(() => expect(versions()).toEqual([1]));
  for (let i = 0; i < 20; i++) void document.replace('\n    name: first', '\n\n    name: first');
  await eventually(() => expect(versions().at(-1)).toBe(21));
  expect(versions().length).toBeLessThan(10);
  expect(document.inShort(pushed.published.at(-1)?.diagnostics ?? [])).toEqual([
    'import-size: 160 GB',
    'import-size: 200 GB',
  ]);
  await document.close();
  await eventually(() => expect(pushed.published.at(-1)?.diagnostics).toEqual([]));
  await pushed.stop();
});

test('a client that pulls is told nothing unasked', () => {
  expect(client.published).toEqual([]);
});

function operationsOf(text: string): string {
  return text.slice(text.indexOf('operations:\n') + 'operations:\n'.length);
}
