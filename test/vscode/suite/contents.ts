import { assert } from 'chai';
import { extensions, FileType, Uri, workspace } from 'vscode';
import { test } from './tests.ts';

test('what is installed has both servers, both languages and the licences, and nothing that only its makers need', async () => {
  const extension = extensions.getExtension('ims-manifest.ims-manifest');
  assert.ok(extension);
  const files = await filesIn(extension.extensionUri);
  assert.includeMembers(files, [
    ...['dist/client.js', 'dist/server.js', 'dist/web/client.js', 'dist/web/server.js'],
    ...['package.nls.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json', 'docs/rules/zh-cn/import-size.md'],
    ...['LICENSE.txt', 'dist/ThirdPartyNotices.txt', 'dist/sbom.cdx.json'],
  ]);
  const others = files.filter(file => /\.(ts|map)$|^(test|samples|server|client|scripts|node_modules)\//.test(file));
  assert.deepEqual(others, []);
});

/** The files in a folder and those below it, as paths from there. */
async function filesIn(folder: Uri, way = ''): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const files = entries.map(async ([name, type]) =>
    type === FileType.Directory ? filesIn(Uri.joinPath(folder, name), `${way}${name}/`) : [`${way}${name}`],
  );
  return (await Promise.all(files)).flat();
}
