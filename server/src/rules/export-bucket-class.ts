import { not } from '../facts/truth.ts';
import { intoOtherBucket } from './fix/bucket.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'export-bucket-class',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An image can only be exported to an OBS bucket of the Standard storage class.',
    zh: '镜像只能导出到存储类别为标准存储的 OBS 桶。',
  },
  violated: ({ bucket }) => not(bucket.fact('storage_class').is('Standard')),
  place: ({ said }) => said.struct.placeOf('bucket_url'),
  message: ({ bucket }) => ({
    en: `The bucket \`${bucket.label}\` has the storage class ${bucket.fact('storage_class').value}, and an image can only be exported to a Standard one. Choose a Standard bucket.`,
    zh: `桶 \`${bucket.label}\` 的存储类别为 ${bucket.fact('storage_class').value}，镜像只能导出到标准存储（Standard）的桶。请选择标准存储的桶。`,
  }),
  fixes: (scene, scope) => intoOtherBucket(scene, scope, ({ storage_class }) => storage_class?.value === 'Standard'),
});
