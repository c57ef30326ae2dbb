import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allAnswers } from '../anyText/answers.ts';
import { startHere } from '../anyText/server.ts';
import { hostileText, manifestOf, steering } from '../support/hostile.ts';
import { Lines } from '../support/lines.ts';
import { sharesEncrypted } from '../support/manifests.ts';

const server = await startHere('en');
let opened = 0;

/** What the server answers about a manifest, at each of its words. */
async function answersAbout(text: string): Promise<readonly unknown[]> {
  const uri = `file:///w/${++opened}.ims.yaml`;
  const offsets = [...text.matchAll(/: [\w"[]/g)].map(({ index }) => index + 2);
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'ims-manifest', version: 1, text },
  });
  const answers = await allAnswers(server, uri, new Lines(text), offsets);
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return answers.map(({ answer }) => answer);
}

/** The fields that editors show as they are. */
const shown: ReadonlySet<string> = new Set([
  ...['label', 'detail', 'name', 'containerName', 'title', 'tooltip', 'value', 'message', 'documentation'],
]);

/** All that an editor shows of an answer. */
function* shownIn(answer: unknown): Iterable<string> {
  if (typeof answer !== 'object' || answer === null) return;
  for (const [key, value] of Object.entries(answer)) {
    if (typeof value === 'string' && shown.has(key)) yield value;
    else if (key !== 'data') yield* shownIn(value);
  }
}

test('nothing in a name is hidden or turned where an editor shows it', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(hostileText, async hostile => {
      for (const text of shownIn(await answersAbout(manifestOf(hostile)))) {
        expect(text.replaceAll('\n', '')).not.toMatch(steering);
        seen++;
      }
    }),
    { numRuns: 15 },
  );
  expect(seen).toBeGreaterThan(300);
});

test('what is inserted, and what it is found by, is the name itself', async () => {
  const text = sharesEncrypted.replaceAll('payroll', '"pay\u202eroll"');
  const items = (await answersAbout(text)).flatMap(answer => (answer as { items?: object[] } | null)?.items ?? []);
  expect(items).toContainEqual(
    expect.objectContaining({
      label: 'pay\ufffdroll',
      filterText: '"pay\u202eroll',
      textEdit: expect.objectContaining({ newText: '"pay\u202eroll"' }),
    }),
  );
});
