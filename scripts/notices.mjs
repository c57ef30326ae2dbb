import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes what of others ships: their licences, and a bill of materials (CycloneDX).
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles that ship
 */
export function writeNotices(metafiles) {
  const packages = packagesIn(metafiles);
  writeFileSync('dist/ThirdPartyNotices.txt', packages.map(noticeOf).join(`\n${'-'.repeat(80)}\n\n`));
  writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(billOfMaterials(packages), null, 2)}\n`);
}

/** The packages of which something is in the bundles. */
function packagesIn(metafiles) {
  const outputs = metafiles.flatMap(metafile => Object.values(metafile.outputs));
  const inputs = outputs.flatMap(output => Object.entries(output.inputs));
  const folders = inputs.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []) : [],
  );
  return [...new Set(folders)].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, name, version, license };
  });
}

function noticeOf({ folder, name, version, license }) {
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no licence that could be shipped with it`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** What npm says of all packages, of those alone that ship. */
function billOfMaterials(packages) {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' };
  const npm = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], options);
  const { metadata, components, dependencies, ...bill } = JSON.parse(npm);
  const product = { ...metadata.component, name: 'ims-manifest', description: 'IMS Manifest' };
  const shipped = components
    .filter(({ name, version }) => packages.some(each => each.name === name && each.version === version))
    // To npm, what is bundled may be of the development alone.
    .map(({ scope, properties, ...component }) => component);
  const refs = new Set([product, ...shipped].map(component => component['bom-ref']));
  return {
    ...bill,
    metadata: { ...metadata, component: product },
    components: shipped,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) })),
  };
}
