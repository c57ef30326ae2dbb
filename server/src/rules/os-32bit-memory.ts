import { newMemory } from '../facts/judgements.ts';
import { all } from '../facts/truth.ts';
import { GB, writeSize } from '../model/size.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'os-32bit-memory',
  source: ['O'],
  severity: 'error',
  actions: ['create-servers'],
  constraint: {
    en: 'An ECS that is created from an image with a 32-bit OS can have at most 4 GB of memory.',
    zh: '使用 32 位操作系统的镜像创建的弹性云服务器，内存不能超过 4 GB。',
  },
  violated: scene => all(scene.image.fact('os_bit').is('32'), newMemory(scene).over(4 * GB)),
  place: ({ said }) => said.struct.placeOf(said.struct.has('memory') ? 'memory' : 'flavor'),
  message: scene => {
    const memory = writeSize(newMemory(scene).value ?? 0);
    const { label } = scene.image;
    return {
      en: `The server would have ${memory} of memory, and the 32-bit OS of \`${label}\` can address at most 4 GB. Take a smaller flavor, or an image with a 64-bit OS.`,
      zh: `该云服务器的内存为 ${memory}，而 \`${label}\` 中的 32 位操作系统最多只能使用 4 GB。请选择更小的规格，或使用 64 位操作系统的镜像。`,
    };
  },
});
