import { collectNames } from '../facts/declare.ts';
import { countOf, isFullEcs, isOverCount } from '../facts/judgements.ts';
import type { Scene } from '../facts/scene.ts';
import { nothingYet } from '../facts/state.ts';
import { all, any } from '../facts/truth.ts';
import type { Place } from '../model/place.ts';
import { firstOver, keepBefore } from './fix/keep.ts';
import { areOwn } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

const limitOf = ({ image }: Scene): number => (isFullEcs(image).value === true ? 10 : 128);

const place = (scene: Scene): Place => {
  const own = collectNames(scene.said.struct, 'tenants').names;
  return firstOver(scene.tenants, own, limitOf(scene)) ?? scene.said.struct.placeOf('tenants');
};

export default constraintRule({
  id: 'share-tenant-limit',
  source: ['T3'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'An image can be shared with at most 128 tenants, a full-ECS image with at most 10.',
    zh: '一个镜像最多共享给 128 个租户，整机镜像最多共享给 10 个租户。',
  },
  violated: ({ image, tenants }) => {
    const over = (limit: number) => isOverCount(tenants, limit, 'tenants', image.label);
    return any(over(128), all(isFullEcs(image), over(10)));
  },
  place,
  message: scene => {
    const { label } = scene.image;
    const count = countOf(scene.tenants);
    const limit = limitOf(scene);
    const full = isFullEcs(scene.image).value === true;
    const before = countOf(scene.current?.tenants ?? nothingYet);
    const advice =
      before > limit
        ? { en: 'It is shared with too many already.', zh: '该镜像现有的共享租户已超过上限。' }
        : { en: `Take ${count - limit} off the list.`, zh: `请减少 ${count - limit} 个。` };
    return {
      en: `\`${label}\` would be shared with ${count} tenants, and ${full ? 'a full-ECS image' : 'an image'} can be shared with at most ${limit}. ${advice.en}`,
      zh: `\`${label}\` 将共享给 ${count} 个租户，而${full ? '整机镜像' : '一个镜像'}最多只能有 ${limit} 个共享租户。${advice.zh}`,
    };
  },
  fixes: scene =>
    areOwn(scene, 'tenants')
      ? keepBefore(place(scene), scene.said.struct.placeOf('tenants'), count => ({
          en: `Share with the first ${count === 1 ? 'tenant' : `${count} tenants`} only`,
          zh: `只共享给前 ${count} 个租户`,
        }))
      : [],
});
