import type { Scene } from '../../facts/scene.ts';
import type { BucketFacts } from '../../facts/state.ts';
import type { FixProposal, Scope } from '../rule.ts';
import { areOwn } from './keys.ts';

/** Exports the same object into a declared bucket that is known to fit. */
export function intoOtherBucket(
  scene: Scene,
  scope: Scope,
  fits: (facts: BucketFacts) => boolean,
): readonly FixProposal[] {
  const url = scene.said.struct.text('bucket_url');
  if (typeof url !== 'object' || !areOwn(scene, 'bucket_url')) return [];
  const object = url.value.slice(url.value.indexOf(':'));
  return [...scope.buckets()]
    .filter(({ facts }) => fits(facts))
    .map(({ name }) => ({
      title: { en: `Export to the bucket \`${name}\``, zh: `导出到桶 \`${name}\`` },
      safe: false,
      edits: [{ kind: 'replace', place: url.place, value: name + object }],
    }));
}
