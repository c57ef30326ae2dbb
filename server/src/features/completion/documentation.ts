import type { Analysis } from '../../analysis/analysis.ts';
import { resolve } from '../../facts/resolve.ts';
import { type BucketState, type World, worldKey } from '../../facts/state.ts';
import type { Language } from '../../localized.ts';
import { actionKeys, groupKeys } from '../../model/model.ts';
import { commonKeys, type Keys, shapes, type ThingKind } from '../../model/vocabulary/index.ts';
import { describeDefinition } from '../describe/key.ts';
import { describeAction } from '../describe/ledger.ts';
import { describeRule } from '../describe/rule.ts';
import { describeThing, type ThingState } from '../describe/thing.ts';
import { describeRegion, describeWord } from '../describe/value.ts';
import { own } from '../spot.ts';
import type { Topic } from './item.ts';

/** All there is to say about what an item stands for, in Markdown. */
export function documentationOf(topic: Topic, analysis: Analysis | undefined, language: Language): string | undefined {
  switch (topic.of) {
    case 'key': {
      const { name } = topic;
      const def = own(keysOf(topic), name);
      return def && describeDefinition({ name, def }, language);
    }
    case 'word':
      return describeWord(topic.list, topic.word, language);
    case 'action':
      return describeAction(topic.action, { language, judged: undefined });
    case 'region':
      return describeRegion(topic.region, language);
    case 'rule':
      return describeRule(topic.rule, language);
    case 'thing':
      return analysis && documentThing(topic, analysis, language);
  }
}

function keysOf(topic: Extract<Topic, { of: 'key' }>): Keys {
  if ('shape' in topic) return shapes[topic.shape].keys;
  return topic.action === undefined ? { ...commonKeys, ...groupKeys } : actionKeys(topic.action);
}

function documentThing(
  { kind, name, point: { offset, items, region } }: Extract<Topic, { of: 'thing' }>,
  analysis: Analysis,
  language: Language,
): string | undefined {
  const found = analysis.document.slotAt(offset);
  const world = found && analysis.surroundings(found.slot, items)?.world;
  return (
    world && describeThing(kind, name, stateOf(kind, name, region, world), { analysis, language, judged: undefined })
  );
}

function stateOf(kind: ThingKind, name: string, region: string | undefined, world: World): ThingState | undefined {
  if (kind === 'bucket') return world.read(worldKey.bucket(name)) as BucketState | undefined;
  const found = resolve(kind, name, region, world);
  return found.outcome === 'found' ? found.state : undefined;
}
