import { assert } from 'chai';
import { languages, workspace } from 'vscode';
import { read, uriOf } from './files.ts';
import { ruleOf } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

test('manifests that are not open are checked, too', async () => {
  const samples = await workspace.fs.readDirectory(uriOf('bad'));
  assert.ok(samples.length > 10);
  for (const [name] of samples) {
    const path = `bad/${name}`;
    const uri = uriOf(path);
    assert.ok(!workspace.textDocuments.some(document => document.uri.toString() === uri.toString()), `${path} is open`);
    const marked = (await read(path)).split('\n').flatMap(line => /#! (.+)$/.exec(line)?.[1]?.split(/[ ,]+/) ?? []);
    const found = await poll(`findings of ${path}`, () => {
      const findings = languages.getDiagnostics(uri);
      return findings.length > 0 ? findings : undefined;
    });
    assert.deepEqual(found.map(ruleOf).sort(), marked.sort(), path);
  }
});
