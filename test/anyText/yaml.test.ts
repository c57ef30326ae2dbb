import { expect, test } from 'vitest';
import { served } from '../../scripts/features/served.ts';
import { Lines } from '../support/lines.ts';
import { sharesEncrypted } from '../support/manifests.ts';
import { allAnswers } from './answers.ts';
import { startHere } from './server.ts';
import { yamlTexts } from './texts.ts';
import { wrongWith } from './wrong.ts';

const servers = await Promise.all([startHere('en'), startHere('zh')]);

test.each(servers)('every feature is asked, and has something to say', async server => {
  expect(server.methods).toEqual(expect.arrayContaining([...served().keys()]));
  const uri = 'file:///w/a.ims.yaml';
  const text = `inventory: images.json\n${sharesEncrypted.replace('operations:', '  copy: {}\noperations:')}`;
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'ims-manifest', version: 1, text },
  });
  const offsets = ['encrypted: true', 'payroll\n'].map(word => text.indexOf(word));
  const answers = await allAnswers(server, uri, new Lines(text), offsets);
  const asked = new Set(answers.map(({ method }) => method));
  const told = new Set(answers.flatMap(({ method, answer }) => (answer ? [method] : [])));
  expect([...asked].filter(method => !told.has(method))).toEqual([]);
  expect(asked.size).toBeGreaterThanOrEqual(server.methods.length - 3);
});

test('every feature answers about every text of the YAML test suite', { timeout: 600_000 }, async () => {
  const wrong = new Map<string, readonly string[]>();
  for (const [i, [name, text]] of yamlTexts.entries()) {
    const server = servers[i % servers.length] as (typeof servers)[number];
    const found = await wrongWith(server, { text, edits: [] }, [0.6]);
    if (found.length > 0) wrong.set(name, found);
  }
  expect(Object.fromEntries(wrong)).toEqual({});
  console.log(`${yamlTexts.length} texts from the YAML test suite`);
});
