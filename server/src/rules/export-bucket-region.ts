import { intoOtherBucket } from './fix/bucket.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'export-bucket-region',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An image can only be exported to an OBS bucket in its own region.',
    zh: '镜像只能导出到与其同一区域的 OBS 桶。',
  },
  violated: ({ bucket, image }) => bucket.fact('region').differsFrom(image.fact('region')),
  place: ({ said }) => said.struct.placeOf('bucket_url'),
  message: ({ bucket, image }) => {
    const here = image.fact('region').value;
    const there = bucket.fact('region').value;
    return {
      en: `The bucket \`${bucket.label}\` is in \`${there}\`, and \`${image.label}\` can only be exported to a bucket in its own region \`${here}\`. Choose one there.`,
      zh: `桶 \`${bucket.label}\` 位于 \`${there}\`，而 \`${image.label}\` 只能导出到其所在区域 \`${here}\` 的桶。请选择该区域的桶。`,
    };
  },
  fixes: (scene, scope) =>
    intoOtherBucket(scene, scope, ({ region }) => region?.value === scene.image.fact('region').value),
});
