import { no } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'backup-one-image',
  source: ['T1'],
  severity: 'error',
  actions: ['create-full-ecs-image'],
  constraint: {
    en: 'A CSBS or CBR backup can be used to create one full-ECS image only.',
    zh: '一个云服务器备份（CSBS）或云备份（CBR）只能用于创建一个整机镜像。',
  },
  violated: ({ said, backupUse }) => {
    if (said.struct.text('backup') === 'absent') return no;
    return said.text('backup').testWith(backupUse, (_, image) => image !== undefined);
  },
  place: ({ said }) => said.struct.placeOf('backup'),
  message: ({ said, backupUse }) => {
    const label = said.text('backup').value;
    const image = backupUse.value ? ` \`${backupUse.value}\`` : '';
    return {
      en: `The backup \`${label}\` has been made into the full-ECS image${image} already, and cannot be made into another. Use that image, or a new backup.`,
      zh: `备份 \`${label}\` 已用于创建整机镜像${image}，不能再次使用。请使用已有的整机镜像，或新建一个备份。`,
    };
  },
});
