/** A manifest of `count` operations of about 300 bytes each; a tenth of them violates a constraint. */
export function generate(count) {
  const lines = ['apiVersion: ims/v1', 'region: cn-north-4', 'operations:'];
  for (let i = 0; i < count; i += 2) {
    const encrypted =
      i % 10 === 0 ? 'cmk_id: 8e7e9cb9-763d-44ae-8105-d88f5f052426' : 'description: nightly build of the base image';
    lines.push(
      `  # build ${i}: imported from the nightly export of the build farm, kept for a year by the rules of the audit`,
      '  - action: import-system-disk-image',
      `    name: nightly-${i}`,
      `    image_url: build-exports:nightly/2026/base-${i}.qcow2`,
      '    size: 21 GB',
      '    min_disk: 40 GB',
      '    os_version: Ubuntu 22.04 server 64bit',
      `    ${encrypted}`,
      '    tags: { team: platform, stage: nightly, cost: shared }',
      '  - action: share',
      `    image: nightly-${i}`,
      '    description: the projects of the two subsidiaries that build on it, see the list of the platform team',
      '    tenants:',
      '      - 5db8e21396a0461186ea6ce55ad78616',
      '      - 0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    );
  }
  return `${lines.join('\n')}\n`;
}
