import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installAside } from '../../scripts/installAside.mjs';
import { importBundled } from '../../scripts/rules/bundle.mjs';
import { bundle } from './bundle.mjs';
import { formats } from './format.mjs';

const peerFolder = '.bench';
const peer = name => join(peerFolder, 'node_modules', name);
const manifest = { uri: 'file:///bench/build-farm.ims.yaml', languageId: 'ims-manifest', format: formats.yaml };

/** The servers by name. Each is a Node program that speaks over stdio. */
export async function prepareServers(out) {
  installAside('test/bench', peerFolder);
  const nullServer = join(out, 'nullServer.cjs');
  await bundle('test/bench/nullServer.mjs', nullServer);
  const { manifestSchema } = await importBundled('server/src/features/schema.ts');
  const schema = manifestSchema('en');
  const schemaFile = join(out, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(schema));
  return {
    product: { ...manifest, title: 'IMS Manifest', program: 'dist/server.js', wait: 0 },
    null: { ...manifest, title: 'empty server', program: nullServer, wait: 0 },
    yaml: {
      ...manifest,
      languageId: 'yaml',
      title: `yaml-language-server ${versionOf('yaml-language-server')}`,
      program: peer('yaml-language-server/bin/yaml-language-server'),
      // What it waits for more typing before it looks at the text.
      wait: 200,
      settings: {
        yaml: {
          schemas: { [pathToFileURL(schemaFile).href]: '*.ims.yaml' },
          schemaStore: { enable: false },
          validate: true,
          hover: true,
          completion: true,
        },
      },
      pushedSettings: {},
    },
    json: {
      title: `vscode-json-language-server ${versionOf('vscode-langservers-extracted')}`,
      program: peer('vscode-langservers-extracted/bin/vscode-json-language-server'),
      uri: 'file:///bench/build-farm.ims.json',
      languageId: 'json',
      format: formats.json,
      wait: 0,
      pushedSettings: {
        json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.ims.json'], schema }], resultLimit: 5000 },
      },
    },
  };
}

const versionOf = name => JSON.parse(readFileSync(peer(`${name}/package.json`), 'utf8')).version;
