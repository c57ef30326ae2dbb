import { expect, test } from 'vitest';
import type { Evidence } from '../../server/src/facts/truth.ts';
import type { Localized } from '../../server/src/localized.ts';
import type { Place } from '../../server/src/model/place.ts';
import { rulesById } from '../../server/src/rules/index.ts';
import type { RuleBase } from '../../server/src/rules/rule.ts';
import { manifest } from '../support/manifests.ts';
import { analysisOf, casesOf, folder, ruleIds, titleOf } from './cases.ts';

/** What a rule says of the operations, in both languages. */
function check(rule: string, text: string, en: RegExp, zh: RegExp): void {
  test(`${rule}: ${en.source}`, () => {
    const found = analysisOf(manifest(text))
      .findings()
      .find(finding => finding.rule === rule);
    expect(found?.message.en).toMatch(en);
    expect(found?.message.zh).toMatch(zh);
  });
}

const group = (count: number, operation: (n: number) => string): string =>
  ['operations:', '  - parallel:', ...Array.from({ length: count }, (_, n) => `      - { ${operation(n)} }`), ''].join(
    '\n',
  );
const image = (facts: string, operation: string): string =>
  `images:\n  web: { ${facts} }\noperations:\n  - { ${operation}, image: web }\n`;
const server = (facts: string, operation: string): string =>
  `servers:\n  web: { ${facts} }\noperations:\n  - { ${operation}, name: made, server: web }\n`;

// The number that is found, and the limit.
check(
  'create-concurrency',
  group(43, n => `action: import-data-disk-image, name: d${n}, image_url: "b:d.vhd", min_disk: 40 GB`),
  /\b43 images\b.*at most 40\b/,
  /43 个镜像.*上限 40 个/,
);
check(
  'replicate-concurrency',
  group(7, n => `action: replicate, image: 7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e, name: c${n}`),
  /\b7 images\b.*at most 5\b/,
  /7 个镜像.*上限 5 个/,
);
check(
  'replicate-cross-region-sequence',
  `images:\n  web: { type: system-disk }\n${group(3, n => `action: replicate, image: web, name: web, target_region: r-${n}`)}`,
  /\b3 images\b.*only one\b/,
  /3 个跨区域复制/,
);
check(
  'create-system-disk-capacity',
  server(
    'type: ECS, data_disks: { d: { size: 3 TB, volume_id: v } }',
    'action: create-system-disk-image, volume_id: v, os_version: x',
  ),
  /^The volume of `web` has 3 TB\b.*\b1 TB\b/,
  /该卷容量为 3 TB.*1 TB/,
);
check(
  'create-system-disk-capacity',
  server('type: ECS, system_disk: 1.5 TB', 'action: create-system-disk-image'),
  /^The system disk of `web` has 1\.5 TB\b.*\b1 TB\b/,
  /系统盘容量为 1\.5 TB.*1 TB/,
);

// What to do must be possible: there is no unencrypted copy of what cannot be copied within its region.
const share = 'action: share, tenants: [a]';
check('share-encrypted', image('encrypted: true', share), /Share an unencrypted copy/, /未加密副本/);
for (const facts of ['type: full-ecs', 'type: iso', 'origin: iso', 'size: 129 GB']) {
  check(
    'share-encrypted',
    image(`${facts}, encrypted: true`, share),
    /cannot be copied.*unencrypted disks/,
    /无法在区域内复制/,
  );
}
check('encrypt-publish', image('origin: iso, encrypted: true', 'action: publish'), /unencrypted disks/, /未加密的磁盘/);
check(
  'replicate-encrypted',
  image('type: full-ecs, encrypted: true', 'action: replicate, name: web, target_region: cn-south-1'),
  /for `cn-south-1`.*unencrypted disks/,
  /`cn-south-1`.*未加密的磁盘/,
);
for (const facts of ['type: full-ecs', 'type: iso', 'origin: iso', 'size: 129 GB']) {
  check(
    'encrypt-key-change',
    image(facts, 'action: update, cmk_id: k'),
    /cannot be copied within its region either. Leave out/,
    /也无法在区域内复制。请去掉/,
  );
}
const elsewhere = 'region: cn-south-1, action: share, tenants: [a]';
for (const facts of ['type: iso', 'encrypted: true', 'size: 301 GB']) {
  check('share-region', image(`region: cn-north-4, ${facts}`, elsewhere), /Share it in `cn-north-4`\.$/, /共享。$/);
}
check('share-region', image('region: cn-north-4', elsewhere), /replicate it to `cn-south-1`/, /先复制到 `cn-south-1`/);
check(
  'create-data-disk-capacity',
  server('type: BMS, data_disks: { d: 2 TB }', 'action: create-data-disk-image, disk: d'),
  /Use an ECS with a smaller data disk/,
  /请使用数据盘较小的弹性云服务器/,
);
const iso = manifest(
  'operations:\n  - { action: import-system-disk-image, name: a, image_url: "b:a.iso", size: 129 GB, is_quick_import: true }\n',
);
check('import-fast-format', iso, /An ISO file cannot be imported normally either/, /ISO 文件也不能使用普通导入/);
check('import-size', iso, /Use a smaller installation medium/, /请使用更小的安装介质/);
const slowExport = 'action: export, bucket_url: "b:o", file_format: VHD';
check(
  'export-fast-required',
  image('size: 200 GB', slowExport),
  /200 GB.*128 GB.*Set `is_quick_export: true`/,
  /请设置/,
);
check(
  'share-tenant-limit',
  manifest(
    `images:\n  web: { tenants: [] }\noperations:\n  - { action: share, image: web, tenants: [${Array.from({ length: 1100 }, (_, i) => `t${i}`)}] }\n`,
  ),
  /\b1100 tenants\b/,
  /1100 个租户/,
);
check(
  'import-data-disk-too-small',
  manifest(
    'operations:\n  - { action: import-data-disk-image, name: d, image_url: "b:d.vhd", min_disk: 40 GB, virtual_size: 3 TB }\n',
  ),
  /Shrink the disk in the file first/,
  /请先缩小文件中的数据盘/,
);
check(
  'export-fast-required',
  image('size: 200 GB, encrypted: true', slowExport),
  /no way to export/,
  /没有可用的导出方式/,
);

/** How a rule tells where its facts come from, in both languages. */
function checkOrigins(rule: string, text: string, origins: readonly (readonly [en: string, zh: string])[]): void {
  test(`${rule}: ${origins.map(([en]) => en).join(', ')}`, () => {
    const found = analysisOf(text)
      .findings()
      .find(finding => finding.rule === rule);
    expect(found?.related.map(({ message: { en, zh } }) => [en, zh])).toEqual(origins);
  });
}

checkOrigins('create-bms-image-type', manifest(server('type: BMS', 'action: create-full-ecs-image')), [
  ['a BMS here', '此处为裸金属服务器'],
]);
checkOrigins('frozen-server', manifest(server('type: ECS, status: Frozen', 'action: create-full-ecs-image')), [
  ['an ECS here', '此处为弹性云服务器'],
  ['`status` is `Frozen` here', '`status` 在此处为 `Frozen`'],
]);
checkOrigins('full-ecs-publish', manifest(image('type: full-ecs', 'action: publish')), [
  ['a full-ECS image here', '此处为整机镜像'],
]);
checkOrigins(
  'import-data-disk-too-small',
  manifest(
    'operations:\n  - { action: import-data-disk-image, name: d, image_url: "b:d.vhd", min_disk: 40 GB, virtual_size: 50 }\n',
  ),
  [['`virtual_size` is 50 GB here', '`virtual_size` 在此处为 50 GB']],
);
checkOrigins(
  'backup-one-image',
  manifest(
    'inventory: backup.json\nbackups:\n  b: { type: CBR, id: b-1 }\noperations:\n  - { action: create-full-ecs-image, name: a, backup: b }\n',
  ),
  [['`portal-full`, made from it, is in this inventory file', '由它创建的 `portal-full` 在该镜像列表文件中']],
);

const inBoth = ({ en, zh }: Localized, indentation = ''): string => `${indentation}${en}\n${indentation}${zh}\n`;

/** The facts of a rule, and what it constrains. */
function headOf(rule: RuleBase & { readonly source?: unknown; readonly actions?: unknown; readonly limit?: unknown }) {
  const { id, severity, source, actions, limit } = rule;
  return `${JSON.stringify({ id, severity, source, actions, limit })}\n${inBoth(rule.constraint)}`;
}

/** What a rule says of a case: each message, where its facts are from, and its fixes with what they write. */
function saidOf(rule: string, text: string): string[] {
  const analysis = analysisOf(text);
  const own = analysis.findings().filter(finding => finding.rule === rule);
  return own.map(finding => {
    const related = finding.related.map(({ message }) => inBoth(message, '    '));
    const fixes = analysis.fixes(finding).map(({ title, safe, changes }) => {
      const written = changes.map(({ start, end, text: added }) => {
        return `        ${JSON.stringify(text.slice(start, end))} → ${JSON.stringify(added)}\n`;
      });
      return `${inBoth(title, safe ? '  ! ' : '  ? ')}${written.join('')}`;
    });
    return [inBoth(finding.message, `${finding.severity}: `), ...related, ...fixes].join('');
  });
}

/** How a rule judges the operations of a case: by the line of each, with what that rests on and what it lacks. */
function ledgerOf(rule: string, text: string): string {
  const analysis = analysisOf(text);
  const line = (place: Place): number => analysis.document.positionAt(analysis.rangeOf(place).start).line + 1;
  const basis = ({ fact, value, from }: Evidence): string => `${fact} ${value}${from ? ` @${line(from)}` : ''}`;
  const lines = [...analysis.document.slots()].flatMap(slot =>
    analysis.operationsOf(slot).flatMap(({ scene, verdicts }) =>
      verdicts
        .filter(verdict => verdict.rule.id === rule)
        .map(({ outcome, evidence, missing }) => {
          const lacks = missing.map(({ fact, of }) => `? ${fact} of ${of}`);
          return `${line(scene.place)}: ${[outcome, ...evidence.map(basis), ...lacks].join(', ')}\n`;
        }),
    ),
  );
  return lines.length === 0 ? '' : `# ${titleOf(text)}\n${lines.join('')}`;
}

test.each(ruleIds)('%s: all that it says', async id => {
  const rule = rulesById.get(id) as RuleBase;
  const cases = casesOf(id);
  const said = [
    headOf(rule),
    ...new Set(cases.flatMap(text => saidOf(id, text))),
    ...cases.map(text => ledgerOf(id, text)),
  ];
  await expect(said.filter(part => part !== '').join('\n')).toMatchFileSnapshot(`../../${folder}/said/${id}.txt`);
});
