import { countOf, isOverCount } from '../facts/judgements.ts';
import type { Scene } from '../facts/scene.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import { creators } from './creators.ts';
import { firstOver, keepBefore } from './fix/keep.ts';
import { areOwn } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

const limit = 10;

const place = ({ said, tags }: Scene): Place => {
  const own = said.struct.tags('tags');
  const first = typeof own === 'object' ? firstOver(tags, own.value, limit) : undefined;
  return first ?? said.struct.placeOf('tags');
};

const keep = (count: number): Localized => ({
  en: `Keep only the first ${count === 1 ? 'tag' : `${count} tags`}`,
  zh: `只保留前 ${count} 个标签`,
});

const message = (label: string, count: number): Localized => ({
  en: `\`${label}\` would have ${count} tags, and an image can have at most ${limit}. Take ${count - limit} away.`,
  zh: `\`${label}\` 将有 ${count} 个标签，而一个镜像最多只能有 ${limit} 个。请减少 ${count - limit} 个。`,
});

export default constraintRule({
  id: 'tag-limit',
  source: ['T6'],
  severity: 'error',
  actions: [...creators, 'tag'],
  constraint: {
    en: `An image can have at most ${limit} tags.`,
    zh: `一个镜像最多有 ${limit} 个标签。`,
  },
  violated: scene => isOverCount(scene.tags, limit, 'tags', labelOf(scene)),
  place,
  message: scene => message(labelOf(scene), countOf(scene.tags)),
  fixes: scene => (areOwn(scene, 'tags') ? keepBefore(place(scene), scene.said.struct.placeOf('tags'), keep) : []),
  declared: ({ name, struct }) => {
    const tags = struct.tags('tags');
    if (typeof tags !== 'object') return undefined;
    const first = [...tags.value.values()][limit];
    if (first === undefined) return undefined;
    return {
      place: first,
      message: message(name, tags.value.size),
      fixes: keepBefore(first, struct.placeOf('tags'), keep),
    };
  },
});

/** The image as the author calls it: the one that is tagged, or the one that is made. */
const labelOf = ({ operation, said, image }: Scene): string =>
  operation.action === 'tag' ? image.label : (said.text('name').value ?? said.label);
