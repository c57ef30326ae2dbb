import { isAcross } from '../facts/judgements.ts';
import type { Scene } from '../facts/scene.ts';
import { all, any, not, type Truth } from '../facts/truth.ts';
import { GB, writeSize } from '../model/size.ts';
import { constraintRule } from './rule.ts';

const generousRegions = ['cn-south-1', 'cn-east-3', 'cn-east-2', 'cn-north-4'];

/** The largest image that can be copied from a region to another. */
export const crossRegionLimit = (region: string): number => (generousRegions.includes(region) ? 300 : 128) * GB;

const isFromGenerous = (scene: Scene): Truth => all(isAcross(scene), scene.image.fact('region').is(...generousRegions));

export default constraintRule({
  id: 'replicate-size',
  source: ['T4'],
  severity: 'error',
  actions: ['replicate'],
  constraint: {
    en: `An image of more than 128 GB cannot be replicated; from ${generousRegions.join(', ')} to another region the limit is 300 GB.`,
    zh: `超过 128 GB 的镜像不能复制；从 ${generousRegions.join('、')} 跨区域复制时，上限为 300 GB。`,
  },
  violated: scene => {
    const size = scene.image.fact('size');
    return any(size.over(300 * GB), all(size.over(128 * GB), not(isFromGenerous(scene))));
  },
  place: ({ said }) => said.struct.placeOf('image'),
  message: scene => {
    const { image } = scene;
    const size = writeSize(image.fact('size').value ?? 0);
    const region = image.fact('region').value;
    if (isAcross(scene).value === false) {
      return {
        en: `\`${image.label}\` is ${size}, and within a region at most 128 GB can be replicated. Use the image itself, or make a smaller one.`,
        zh: `\`${image.label}\` 为 ${size}，区域内复制的镜像不能超过 128 GB。请直接使用该镜像，或创建更小的镜像。`,
      };
    }
    const limit = writeSize(isFromGenerous(scene).value === false ? 128 * GB : 300 * GB);
    return {
      en: `\`${image.label}\` is ${size}, and at most ${limit} can be replicated${region === undefined ? '' : ` from \`${region}\` to another region`}. Make a smaller image.`,
      zh: `\`${image.label}\` 为 ${size}，${region === undefined ? '复制' : `从 \`${region}\` 跨区域复制`}的镜像不能超过 ${limit}。请创建更小的镜像。`,
    };
  },
});
