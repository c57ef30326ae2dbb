import { all } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'shared-image-region',
  source: ['T3'],
  severity: 'error',
  actions: ['create-servers', 'change-os'],
  constraint: {
    en: 'An image that another tenant shares can only be used for servers in its own region.',
    zh: '其他租户共享的镜像只能用于其所在区域的云服务器。',
  },
  violated: ({ image, region }) =>
    all(
      image.fact('shared_by').test(tenant => tenant !== undefined),
      region.differsFrom(image.fact('region')),
    ),
  place: ({ said }) => said.struct.placeOf(said.struct.has('region') ? 'region' : 'image'),
  message: ({ image, region }) => {
    const home = image.fact('region').value;
    return {
      en: `\`${image.label}\` is shared by another tenant in \`${home}\`, and can only be used for servers there, not in \`${region.value}\`. Use it in \`${home}\`, or ask its owner to share a copy in \`${region.value}\`.`,
      zh: `\`${image.label}\` 由其他租户在 \`${home}\` 共享，只能用于该区域的云服务器，不能用于 \`${region.value}\`。请在 \`${home}\` 使用，或请其所有者在 \`${region.value}\` 共享副本。`,
    };
  },
});
