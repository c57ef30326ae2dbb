import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientOf } from '../../server/src/lsp/client.ts';
import { defaultConfiguration } from '../../server/src/lsp/configuration.ts';
import { diagnosticsOf, keptDiagnostics } from '../../server/src/lsp/diagnostics.ts';
import { OpenDocument } from '../../server/src/lsp/documents.ts';
import { generate } from '../bench/manifest.mjs';
import { edits, inventories, manifestText } from '../support/arbitrary.ts';
import { pulling } from './client.ts';

const client = clientOf({ processId: null, rootUri: null, capabilities: pulling });

async function opened(text: string, maxProblems: number): Promise<OpenDocument> {
  const document = new OpenDocument(
    { uri: 'file:///a.ims.yaml', languageId: 'ims-manifest', version: 1, text },
    inventories,
  );
  document.configure({ ...defaultConfiguration, maxProblems });
  await document.opened;
  return document;
}

const whole = fc.oneof(
  { weight: 5, arbitrary: manifestText },
  { weight: 1, arbitrary: fc.constantFrom(...[9, 50, 200].map(count => generate(count))) },
);

test('after any edits, the diagnostics are those of the text from scratch, and another list only if they are others', async () => {
  await fc.assert(
    fc.asyncProperty(whole, edits, fc.constantFrom(1000, 1000, 3), async (start, script, most) => {
      const diagnosticsIn = keptDiagnostics(client);
      const document = await opened(start, most);
      let before = diagnosticsIn(document);
      let text = start;
      for (const [i, { at, remove, insert }] of script.entries()) {
        const from = Math.floor(at * (text.length + 1));
        const to = Math.min(text.length, from + remove);
        const [head, tail] = [text.slice(0, from), text.slice(to)];
        const range = {
          start: document.analysis.document.positionAt(from),
          end: document.analysis.document.positionAt(to),
        };
        if (document.analysis.document.offsetAt(range.start) !== from) return;
        if (document.analysis.document.offsetAt(range.end) !== to) return;
        document.change(i + 2, [{ range, text: insert }]);
        text = head + insert + tail;
        const now = diagnosticsIn(document);
        expect(now).toEqual(diagnosticsOf(await opened(text, most), client));
        expect(now === before).toBe(JSON.stringify(now) === JSON.stringify(before));
        before = now;
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
