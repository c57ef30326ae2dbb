import { not } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'share-status',
  source: ['T3'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'Only an image in the Normal state can be shared.',
    zh: '只有状态为“正常”的镜像才能共享。',
  },
  violated: ({ image }) => not(image.fact('status').is('Normal')),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is ${image.fact('status').value}, and only an image that is Normal can be shared. Share it once it is Normal.`,
    zh: `\`${image.label}\` 的状态为 ${image.fact('status').value}，只有“正常”（Normal）状态的镜像才能共享。请待其状态正常后再共享。`,
  }),
});
