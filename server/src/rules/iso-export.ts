import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'iso-export',
  source: ['T2', 'T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An ISO image cannot be exported.',
    zh: 'ISO 镜像不能导出。',
  },
  violated: ({ image }) => image.fact('type').is('iso'),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is an ISO image, which cannot be exported. Install a server from it, and export the system disk image of that.`,
    zh: `\`${image.label}\` 是 ISO 镜像，不能导出。请用它安装云服务器，再导出由该云服务器创建的系统盘镜像。`,
  }),
});
