import type { Scene } from '../facts/scene.ts';
import { all, type Fact } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

/** Where the servers are that get the image: new ones where the operation runs, one that is there already where it is. */
function regionOfServers({ server, region }: Scene): Fact<string> {
  const own = server.fact('region');
  return own.known === undefined ? region : own;
}

export default constraintRule({
  id: 'shared-image-region',
  source: ['T3'],
  severity: 'error',
  actions: ['create-servers', 'change-os'],
  constraint: {
    en: 'An image that another tenant shares can only be used for servers in its own region.',
    zh: '其他租户共享的镜像只能用于其所在区域的云服务器。',
  },
  violated: scene =>
    all(
      scene.image.fact('shared_by').test(tenant => tenant !== undefined),
      regionOfServers(scene).differsFrom(scene.image.fact('region')),
    ),
  place: scene => {
    const { said, region } = scene;
    const decides = said.struct.has('region') && regionOfServers(scene) === region;
    return said.struct.placeOf(decides ? 'region' : 'image');
  },
  message: scene => {
    const { image } = scene;
    const home = image.fact('region').value;
    const there = regionOfServers(scene).value;
    return {
      en: `\`${image.label}\` is shared by another tenant in \`${home}\`, and can only be used for servers there, not in \`${there}\`. Use it in \`${home}\`, or ask its owner to share a copy in \`${there}\`.`,
      zh: `\`${image.label}\` 由其他租户在 \`${home}\` 共享，只能用于该区域的云服务器，不能用于 \`${there}\`。请在 \`${home}\` 使用，或请其所有者在 \`${there}\` 共享副本。`,
    };
  },
});
