import type { FactName } from '../facts/state.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import { writeSize } from '../model/size.ts';

const sizes: ReadonlySet<FactName> = new Set(['size', 'min_disk', 'virtual_size', 'system_disk', 'memory']);

const said = (en: string, zh: string): Localized => ({ en, zh });

/** How the place that a fact comes from is told: "encrypted here". */
export function originLabel(fact: FactName, value: unknown, from: Place): Localized {
  if (isInventory(from)) {
    if (fact === 'backup')
      return said(
        `\`${value}\`, made from it, is in this inventory file`,
        `由它创建的 \`${value}\` 在该镜像列表文件中`,
      );
    const told = sizes.has(fact) ? writeSize(Number(value)) : value;
    return said(`\`${fact}\` is \`${told}\` in this inventory file`, `\`${fact}\` 在该镜像列表文件中为 \`${told}\``);
  }
  switch (fact) {
    case 'encrypted':
      return value === true ? said('encrypted here', '在此处加密') : said('not encrypted here', '在此处未加密');
    case 'size':
      return said(`size ${writeSize(Number(value))} here`, `此处大小为 ${writeSize(Number(value))}`);
    case 'backup':
      return said('an image is made from it here', '在此处已用于创建镜像');
    case 'type':
      return kinds[String(value)] ?? said(`\`type\` is \`${value}\` here`, `\`type\` 在此处为 \`${value}\``);
    case 'created_from':
      return value === 'ecs'
        ? said('made from an ECS here', '在此处由弹性云服务器创建')
        : said(
            `made from a ${String(value).toUpperCase()} backup here`,
            `在此处由 ${String(value).toUpperCase()} 备份创建`,
          );
    case 'csbs_backup':
      return value === true
        ? said('has had a CSBS backup', '有过 CSBS 备份')
        : said('never had a CSBS backup', '从未有过 CSBS 备份');
    case 'published':
      return value === true ? said('published here', '在此处发布') : said('not published here', '在此处未发布');
    case 'region':
      return said(`region ${value} here`, `此处区域为 ${value}`);
    case 'data_disks':
      return said(
        `${diskOf(from)} is ${writeSize(Number(value))} here`,
        `${diskOf(from)} 在此处为 ${writeSize(Number(value))}`,
      );
    default: {
      const told = sizes.has(fact) ? writeSize(Number(value)) : `\`${value}\``;
      return said(`\`${fact}\` is ${told} here`, `\`${fact}\` 在此处为 ${told}`);
    }
  }
}

/** The name of the data disk that a place is in. */
function diskOf({ path }: Place): string {
  const i = path.indexOf('data_disks');
  const name = i < 0 ? undefined : path[i + 1];
  return typeof name === 'string' ? `\`${name}\`` : '`data_disks`';
}

/** The types of images and servers. */
const kinds: Readonly<Record<string, Localized>> = {
  'system-disk': said('a system disk image here', '此处为系统盘镜像'),
  'data-disk': said('a data disk image here', '此处为数据盘镜像'),
  'full-ecs': said('a full-ECS image here', '此处为整机镜像'),
  iso: said('an ISO image here', '此处为 ISO 镜像'),
  ECS: said('an ECS here', '此处为弹性云服务器'),
  BMS: said('a BMS here', '此处为裸金属服务器'),
};

/** Whether a place is the path of an inventory file. */
const isInventory = ({ slot, path }: Place): boolean =>
  path[0] === 'inventory' && slot.segment.role !== 'entry' && slot.segment.role !== 'item';
