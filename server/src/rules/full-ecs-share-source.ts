import { isFullEcs } from '../facts/judgements.ts';
import { all, any } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'full-ecs-share-source',
  source: ['T1', 'T3'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'A full-ECS image cannot be shared if it was created from a CSBS backup, or from an ECS that has or ever had one.',
    zh: '由云服务器备份（CSBS）创建的整机镜像，或由有过云服务器备份的弹性云服务器创建的整机镜像，不能共享。',
  },
  violated: ({ image }) => {
    const createdFrom = image.fact('created_from');
    const fromBackedUp = all(createdFrom.is('ecs'), image.fact('csbs_backup').is(true));
    return all(isFullEcs(image), any(createdFrom.is('csbs'), fromBackedUp));
  },
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) =>
    image.fact('created_from').value === 'csbs'
      ? {
          en: `\`${image.label}\` is a full-ECS image created from a CSBS backup, which cannot be shared. Share one that is created from a CBR backup instead.`,
          zh: `\`${image.label}\` 是由云服务器备份（CSBS）创建的整机镜像，不能共享。请改为共享由云备份（CBR）创建的整机镜像。`,
        }
      : {
          en: `\`${image.label}\` is a full-ECS image of an ECS that has or had a CSBS backup, and cannot be shared. Share one that is created from a CBR backup instead.`,
          zh: `\`${image.label}\` 是由有过云服务器备份（CSBS）的弹性云服务器创建的整机镜像，不能共享。请改为共享由云备份（CBR）创建的整机镜像。`,
        },
});
