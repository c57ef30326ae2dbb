import { unpublishFirst } from './fix/unpublish.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'delete-published',
  source: ['T6'],
  severity: 'error',
  actions: ['delete'],
  constraint: {
    en: 'An image that is published in Marketplace (KooGallery) cannot be deleted.',
    zh: '已发布到云市场（云商店，KooGallery）的镜像不能删除。',
  },
  violated: ({ image }) => image.fact('published').is(true),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is published in Marketplace, and cannot be deleted while it is. \`unpublish\` it first.`,
    zh: `\`${image.label}\` 已发布到云市场，发布期间不能删除。请先用 \`unpublish\` 将其下架。`,
  }),
  fixes: scene => unpublishFirst(scene, true),
});
