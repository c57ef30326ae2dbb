import { mayLeaveRegion, shareAtHome, shareCopy } from './fix/region.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'share-region',
  source: ['T3'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'An image can only be shared within the region that it is in.',
    zh: '镜像只能在其所在区域内共享。',
  },
  violated: ({ image, region }) => region.differsFrom(image.fact('region')),
  place: ({ said }) => said.struct.placeOf(said.struct.has('region') ? 'region' : 'image'),
  message: scene => {
    const { image, region } = scene;
    const orCopy = mayLeaveRegion(scene)
      ? {
          en: `, or replicate it to \`${region.value}\` and share the copy`,
          zh: `，或先复制到 \`${region.value}\` 再共享副本`,
        }
      : { en: '', zh: '' };
    const home = image.fact('region').value;
    return {
      en: `\`${image.label}\` is in \`${home}\`, and it can only be shared there, not in \`${region.value}\`. Share it in \`${home}\`${orCopy.en}.`,
      zh: `\`${image.label}\` 位于 \`${home}\`，只能在该区域内共享，不能在 \`${region.value}\` 共享。请在 \`${home}\` 共享${orCopy.zh}。`,
    };
  },
  fixes: scene => [...shareAtHome(scene), ...shareCopy(scene)],
});
