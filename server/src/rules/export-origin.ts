import { all, any } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

const licensed = ['Windows', 'SUSE', 'RedHat', 'Ubuntu', 'Oracle Linux'];

export default constraintRule({
  id: 'export-origin',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: `An image cannot be exported if it comes from a Marketplace (KooGallery) image, or from a public image of ${licensed.slice(0, -1).join(', ')} or ${licensed.at(-1)}.`,
    zh: `源自云市场（云商店，KooGallery）镜像，或源自 ${licensed.slice(0, -1).join('、')} 或 ${licensed.at(-1)} 公共镜像的镜像不能导出。`,
  },
  violated: ({ image }) => {
    const origin = image.fact('origin');
    return any(origin.is('marketplace'), all(origin.is('public'), image.fact('platform').is(...licensed)));
  },
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => {
    const { label } = image;
    if (image.fact('origin').value === 'marketplace') {
      return {
        en: `\`${label}\` comes from a Marketplace image, and no such image can be exported. Export an image of a system that you installed yourself.`,
        zh: `\`${label}\` 源自云市场镜像，这类镜像不能导出。请改为导出自行安装的系统的镜像。`,
      };
    }
    const platform = image.fact('platform').value;
    return {
      en: `\`${label}\` comes from a public ${platform} image, and no such image can be exported. Export an image of ${platform} that you installed yourself from a file.`,
      zh: `\`${label}\` 源自 ${platform} 公共镜像，这类镜像不能导出。请改为导出使用文件自行安装的 ${platform} 的镜像。`,
    };
  },
});
