import type { Edit } from '../../edit/edit.ts';
import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import { any } from '../../facts/truth.ts';
import { crossRegionLimit } from '../replicate-size.ts';
import type { FixProposal } from '../rule.ts';
import { first } from './first.ts';
import { areOwn, setKey } from './keys.ts';

/** Whether an image may be replicated to another region, for all that is known. */
export function mayLeaveRegion({ image }: Scene): boolean {
  const isTooLarge = image.fact('size').testWith(image.fact('region'), (size, home) => size > crossRegionLimit(home));
  return any(image.fact('type').is('iso'), image.fact('encrypted').is(true), isTooLarge).value !== true;
}

/** Shares an image where it is. */
export function shareAtHome(scene: Scene): readonly FixProposal[] {
  const home = scene.image.fact('region').value;
  if (home === undefined || !areOwn(scene, 'region')) return [];
  return [
    {
      title: { en: `Share it in \`${home}\`, where it is`, zh: `改在镜像所在区域 \`${home}\` 共享` },
      safe: false,
      edits: setKey(scene, 'region', toYaml(home)),
    },
  ];
}

/** Replicates an image under its own name to the region of the operation first, and shares the copy. */
export function shareCopy(scene: Scene): readonly FixProposal[] {
  const { said, image, region } = scene;
  const home = image.fact('region').value;
  const name = image.state?.name;
  const target = region.value;
  if (home === undefined || target === undefined || name === undefined || !areOwn(scene, 'image')) return [];
  const replicate = first(scene, [
    ['action', 'replicate'],
    ['region', toYaml(home)],
    ['image', toYaml(image.label)],
    ['name', toYaml(name)],
    ['target_region', toYaml(target)],
    // IMS names the default project of a region like the region.
    ['project_name', toYaml(target)],
    ['agency_name', 'ims_admin'],
  ]);
  const shared: Edit = { kind: 'replace', place: said.struct.placeOf('image'), value: name };
  return [
    {
      title: {
        en: `Replicate it to \`${target}\` first, and share the copy (project \`${target}\` and agency \`ims_admin\` are placeholders)`,
        zh: `先复制到 \`${target}\`，再共享副本（项目 \`${target}\` 和委托 \`ims_admin\` 为占位值）`,
      },
      safe: false,
      edits: name === image.label ? [replicate] : [replicate, shared],
    },
  ];
}
