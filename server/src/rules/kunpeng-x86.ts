import { newArchitecture } from '../facts/judgements.ts';
import type { Scene } from '../facts/scene.ts';
import { all, type Fact } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

const serverArchitecture = (scene: Scene): Fact<string> =>
  scene.operation.action === 'change-os' ? scene.server.fact('architecture') : newArchitecture(scene);

export default constraintRule({
  id: 'kunpeng-x86',
  source: ['O'],
  severity: 'error',
  actions: ['create-servers', 'change-os'],
  constraint: {
    en: 'An x86 image cannot be used to create a Kunpeng ECS or to change the OS of one.',
    zh: 'x86 架构的镜像不能用于创建鲲鹏架构的弹性云服务器，也不能用于切换其操作系统。',
  },
  violated: scene => all(scene.image.fact('architecture').is('x86'), serverArchitecture(scene).is('arm')),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ operation, image, server }) =>
    operation.action === 'change-os'
      ? {
          en: `\`${image.label}\` is an x86 image, and \`${server.label}\` is a Kunpeng server, whose OS it cannot become. Use an image for arm.`,
          zh: `\`${image.label}\` 是 x86 架构的镜像，不能用于切换鲲鹏云服务器 \`${server.label}\` 的操作系统。请使用 arm 架构的镜像。`,
        }
      : {
          en: `\`${image.label}\` is an x86 image, and no Kunpeng server can be created from it. Use an image for arm, or an x86 flavor.`,
          zh: `\`${image.label}\` 是 x86 架构的镜像，不能用于创建鲲鹏云服务器。请使用 arm 架构的镜像，或 x86 架构的规格。`,
        },
});
