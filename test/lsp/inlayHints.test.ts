import { expect, test } from 'vitest';
import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver/node';
import { sharesEncrypted } from '../support/manifests.ts';
import { Client, type Document, pulling } from './client.ts';

const hints = (document: Document, range: Range): Promise<InlayHint[]> =>
  document.client.request('textDocument/inlayHint', { textDocument: { uri: document.uri }, range });

const inAll = (document: Document): Promise<InlayHint[]> => hints(document, document.rangeOf(0, document.text.length));

test('a hint tells an inferred fact, and leads to where it comes from', async () => {
  const client = await Client.start();
  expect(client.initialized.capabilities.inlayHintProvider).toBe(true);
  const document = await client.open(sharesEncrypted);
  const [hint, ...others] = await inAll(document);
  expect(others).toEqual([]);
  const end = document.text.indexOf('image: payroll') + 'image: payroll'.length;
  expect(hint).toMatchObject({ position: document.rangeOf(end, end).start, paddingLeft: true });
  const [part] = (hint as InlayHint).label as InlayHintLabelPart[];
  expect(part).toMatchObject({
    value: 'encrypted',
    tooltip: 'encrypted here (line 4)',
    location: { uri: document.uri },
  });
  expect(part?.location && document.textAt(part.location.range)).toBe('true');
  await client.stop();
});

test('hints are those of the range', async () => {
  const client = await Client.start({ locale: 'zh' });
  const document = await client.open(sharesEncrypted);
  const start = document.text.indexOf('operations:');
  expect(await hints(document, document.rangeOf(0, start))).toEqual([]);
  const [hint] = await hints(document, document.rangeOf(start, document.text.length));
  expect(hint?.label).toMatchObject([{ value: '已加密', tooltip: '在此处加密（第 4 行）' }]);
  await client.stop();
});

test('hints can be turned off, and the editor asks again', async () => {
  const capabilities = { ...pulling, workspace: { ...pulling.workspace, inlayHint: { refreshSupport: true } } };
  const client = await Client.start({ capabilities });
  const document = await client.open(sharesEncrypted);
  expect(await inAll(document)).toHaveLength(1);
  const refreshed = client.nextRequest('workspace/inlayHint/refresh');
  await client.configure({ inlayHints: { enabled: false } });
  await refreshed;
  expect(await inAll(document)).toEqual([]);
  await client.stop();
});
