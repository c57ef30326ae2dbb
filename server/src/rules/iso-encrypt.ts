import { hasKey } from '../facts/judgements.ts';
import { all, yes } from '../facts/truth.ts';
import { areOwn, removeKey } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'iso-encrypt',
  source: ['T2'],
  severity: 'error',
  actions: ['register-iso', 'replicate'],
  constraint: {
    en: 'An ISO image cannot be encrypted.',
    zh: 'ISO 镜像不能加密。',
  },
  violated: scene => {
    const isIso = scene.operation.action === 'register-iso' ? yes : scene.image.fact('type').is('iso');
    return all(isIso, hasKey(scene));
  },
  place: ({ said }) => said.struct.placeOf('cmk_id'),
  message: () => ({
    en: 'An ISO image cannot be encrypted. Leave out `cmk_id`.',
    zh: 'ISO 镜像不能加密。请去掉 `cmk_id`。',
  }),
  fixes: scene =>
    areOwn(scene, 'cmk_id')
      ? [
          {
            title: { en: 'Remove `cmk_id`', zh: '删除 `cmk_id`' },
            safe: true,
            edits: [removeKey(scene, 'cmk_id')],
          },
        ]
      : [],
});
