import { no, yes } from '../facts/truth.ts';
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
    const backup = said.text('backup');
    if (backupUse === undefined) return backup.test(() => false);
    return { ...yes, evidence: [{ fact: 'backup', value: backup.value, from: backupUse }] };
  },
  place: ({ said }) => said.struct.placeOf('backup'),
  message: ({ said }) => {
    const label = said.text('backup').value;
    return {
      en: `The backup \`${label}\` has made a full-ECS image already, and it cannot make another. Use that image, or a new backup.`,
      zh: `备份 \`${label}\` 已用于创建整机镜像，不能再次使用。请使用已有的整机镜像，或新建一个备份。`,
    };
  },
});
