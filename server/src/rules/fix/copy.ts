import type { Edit } from '../../edit/edit.ts';
import { toYaml } from '../../edit/scalar.ts';
import { isFullEcs } from '../../facts/judgements.ts';
import type { Scene } from '../../facts/scene.ts';
import { any } from '../../facts/truth.ts';
import { GB } from '../../model/size.ts';
import type { FixProposal, Scope } from '../rule.ts';
import { become } from './become.ts';
import { first, regionFields } from './first.ts';
import { areOwn, removeKey, setKey } from './keys.ts';
import { newName } from './name.ts';

type Field = readonly [key: string, value: string];

/** Whether a copy may be made within the region, for all that is known: not everything can be replicated. */
export function mayBeCopied({ image }: Scene): boolean {
  const isFromIso = any(image.fact('type').is('iso'), image.fact('origin').is('iso'));
  return any(isFullEcs(image), isFromIso, image.fact('size').over(128 * GB)).value !== true;
}

/** Replicates an unencrypted copy within the region first, and lets the operation use that. */
export function unencryptedCopyFirst(scene: Scene, scope: Scope): readonly FixProposal[] {
  if (!areOwn(scene, 'image')) return [];
  const { said } = scene;
  const name = copyName(scene, 'unencrypted', scope);
  return [
    {
      title: {
        en: `Replicate an unencrypted copy \`${name}\` first, and use that`,
        zh: `先复制出未加密的副本 \`${name}\`，再使用该副本`,
      },
      safe: false,
      edits: [
        first(scene, copy(scene, name, '')),
        { kind: 'replace', place: said.struct.placeOf('image'), value: name },
      ],
    },
  ];
}

/** Lets a copy within the region have the key of an update, and the rest of the update be for the copy. */
export function copyWithKey(scene: Scene, scope: Scope): readonly FixProposal[] {
  const key = scene.said.text('cmk_id').value;
  if (key === undefined) return [];
  const own = scene.said.text('name').value;
  const name = own ?? copyName(scene, key === '' ? 'unencrypted' : 'rekeyed', scope);
  const edits = alsoLimitsMemory(scene) ? copyThenUpdate(scene, name, key) : copyInstead(scene, name);
  if (edits === undefined) return [];
  const title =
    key === ''
      ? { en: `Replicate an unencrypted copy \`${name}\` instead`, zh: `改为复制出未加密的副本 \`${name}\`` }
      : { en: `Replicate a copy \`${name}\` with this key instead`, zh: `改为用该密钥复制出副本 \`${name}\`` };
  return [{ title, safe: false, edits }];
}

/** What replicating cannot do. */
const alsoLimitsMemory = ({ said: { struct } }: Scene): boolean => struct.has('min_ram') || struct.has('max_ram');

function copyInstead(scene: Scene, name: string): readonly Edit[] | undefined {
  const edits = become(scene, 'replicate');
  if (edits === undefined || scene.said.struct.has('name')) return edits;
  return [...edits, ...setKey(scene, 'name', toYaml(name))];
}

function copyThenUpdate(scene: Scene, name: string, key: string): readonly Edit[] | undefined {
  if (!areOwn(scene, 'image', 'cmk_id', 'name')) return undefined;
  const { said } = scene;
  return [
    first(scene, copy(scene, name, key)),
    { kind: 'replace', place: said.struct.placeOf('image'), value: name },
    removeKey(scene, 'cmk_id'),
    removeKey(scene, 'name'),
  ];
}

const copyName = ({ image }: Scene, suffix: string, scope: Scope): string =>
  newName(`${image.label.replace(/[^\w.-]/g, '-')}-${suffix}`, scope);

const copy = (scene: Scene, name: string, key: string): readonly Field[] => [
  ['action', 'replicate'],
  ['image', toYaml(scene.image.label)],
  ['name', toYaml(name)],
  ['cmk_id', toYaml(key)],
  ...regionFields(scene),
];
