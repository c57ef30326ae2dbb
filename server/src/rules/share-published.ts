import { unpublishFirst } from './fix/unpublish.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'share-published',
  source: ['T3'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'An image cannot be shared while it is published in Marketplace (KooGallery).',
    zh: '已发布到云市场（云商店，KooGallery）的镜像不能共享。',
  },
  violated: ({ image }) => image.fact('published').is(true),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is published in Marketplace, and cannot be shared while it is. \`unpublish\` it first.`,
    zh: `\`${image.label}\` 已发布到云市场，发布期间不能共享。请先用 \`unpublish\` 将其下架。`,
  }),
  fixes: scene => unpublishFirst(scene, false),
});
