import { entryTemplate, itemTemplate, type NewPair, pairsTemplate, stop } from '../../edit/template.ts';
import type { Language } from '../../localized.ts';
import { actionKeys, groupKeys } from '../../model/model.ts';
import {
  type ActionName,
  actions,
  type KeyDef,
  type ShapeName,
  shapes,
  type ValueType,
  wordLists,
} from '../../model/vocabulary/index.ts';
import type { SeqNode } from '../../syntax/tree.ts';
import type { KeyContext, ValueContext } from './context.ts';
import type { Item } from './item.ts';
import { namesIn } from './probe.ts';
import type { Request } from './request.ts';
import { firstSentence } from './text.ts';

/** Whole operations: behind a dash, in a list of flow style, or as the first keys of an empty map. */
export function operationSkeletons({ context, layout, language }: Request<KeyContext | ValueContext>): Item[] {
  const { kind, inGroup, form, list } = context;
  const isInBraces = kind === 'key' && layout.inFlow;
  const inFlow = layout.inFlow || hasFlowItems(list);
  const names = [...(Object.keys(actions) as ActionName[]), ...(inGroup ? [] : (['parallel'] as const))];
  return names.map(name => {
    const pairs: readonly NewPair[] =
      name === 'parallel'
        ? [{ name, type: { kind: 'operations' } }]
        : [{ name: 'action', type: { kind: 'text' }, value: name }, ...keysOf(name)];
    const at = { ...layout, inFlow };
    const insert = isInBraces ? pairsTemplate(at, pairs) : itemTemplate(at, form === 'item', pairs);
    return {
      label: name,
      kind: 'skeleton',
      detail: name === 'parallel' ? firstSentence(groupKeys.parallel?.doc[language]) : detailOf(name, language),
      insert,
      topic: name === 'parallel' ? { of: 'key', action: undefined, name } : { of: 'action', action: name },
    };
  });
}

const detailOf = (name: ActionName, language: Language): string | undefined =>
  firstSentence(actions[name].doc[language]);

/** The other items of a list show how one is written there. */
function hasFlowItems(list: SeqNode | undefined): boolean {
  const maps = list?.items.filter(item => item.kind === 'map') ?? [];
  const others = maps.filter(map => namesIn(map).length > 0);
  return others.length > 0 && others.every(({ style }) => style === 'flow');
}

/** The keys that an action requires, of alternatives the first. */
function keysOf(name: ActionName): NewPair[] {
  const { keys, needs } = actions[name];
  const chosen = new Set(Object.keys(keys).filter(key => keys[key]?.required));
  for (const { keys: alternatives, when } of needs) {
    const applies =
      when === undefined ||
      (when !== 'across-regions' && ('key' in when ? chosen.has(when.key) : !chosen.has(when.not)));
    if (applies && alternatives[0] !== undefined && !alternatives.some(key => chosen.has(key))) {
      chosen.add(alternatives[0]);
    }
  }
  return pairsOf(actionKeys(name), chosen);
}

const pairsOf = (keys: Readonly<Record<string, KeyDef>>, chosen: Iterable<string>): NewPair[] =>
  [...chosen].flatMap(key => {
    const def = keys[key];
    return def === undefined ? [] : [{ name: key, type: def.value, choices: choicesOf(def.value) }];
  });

function choicesOf(type: ValueType): readonly string[] {
  return type.kind === 'word' ? wordLists[type.of].words.map(({ word }) => word) : [];
}

/** What is worth saying about a thing of which nothing has to be said. */
const telling: Partial<Record<ShapeName, readonly string[]>> = { image: ['type'], bucket: ['storage_class'] };

/** A declared thing with the keys that it requires. */
export function entrySkeleton(of: ShapeName, { layout, language }: Request): Item {
  const { keys, doc } = shapes[of];
  const required = Object.keys(keys).filter(key => keys[key]?.required);
  const pairs = pairsOf(keys, required.length > 0 ? required : (telling[of] ?? []));
  return {
    label: of,
    kind: 'skeleton',
    detail: firstSentence(doc[language]),
    insert: entryTemplate(layout, of, pairs),
  };
}

/** A manifest to begin with. */
export function manifestSkeleton({ layout, language }: Request): Item {
  const { eol, indent } = layout.style;
  const title = { en: 'A new manifest', zh: '新的镜像操作清单' };
  const lines = [
    'apiVersion: ims/v1',
    `${eol}region: `,
    stop('cn-north-4'),
    `${eol}${eol}operations:${eol}${indent}- `,
  ];
  return { label: 'manifest', kind: 'skeleton', detail: title[language], insert: [...lines, stop()] };
}
