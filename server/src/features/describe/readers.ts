import type { Analysis, Judged } from '../../analysis/analysis.ts';
import type { Verdict } from '../../analysis/judge.ts';
import type { Scene } from '../../facts/scene.ts';
import { isWithin, type Place } from '../../model/place.ts';
import { mentionsIn } from '../things/mention.ts';
import { mentionsOfWords } from '../things/mentions.ts';
import { sameThing } from '../things/thing.ts';
import { describeOutcome, inOrder } from './ledger.ts';
import type { SpotOf, Subject } from './subject.ts';

/** As many operations that use a thing are asked what they read of it, however many there are. */
const mostUsers = 100;

/** The constraints whose outcome rests on what is said under a key, or that are told there. */
export function describeReaders({
  analysis,
  language,
  judged,
  spot,
}: Subject<SpotOf<'key' | 'value'>>): string | undefined {
  const ledgers = judged === undefined ? usersOf(analysis, spot.place) : [judged];
  const readers = ledgers.flatMap(({ scene, verdicts }) =>
    verdicts.filter(verdict => reads(verdict, spot.place, scene)),
  );
  if (readers.length === 0) return undefined;
  const outcomes = gravest(readers).map(verdict => describeOutcome(verdict, language));
  return { en: `Read by: ${outcomes.join(', ')}`, zh: `相关约束：${outcomes.join('、')}` }[language];
}

const reads = ({ rule, evidence }: Verdict, value: Place, scene: Scene): boolean =>
  evidence.some(({ from }) => from !== undefined && isWithin(from, value)) ||
  ('place' in rule && isWithin(rule.place(scene), value));

/** Each constraint once, as it turns out where it turns out worst. */
function gravest(verdicts: readonly Verdict[]): readonly Verdict[] {
  const seen = new Set<unknown>();
  return inOrder(verdicts).filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}

/** The ledgers of operations that use the thing whose declaration a place is in, by a name that it has there. */
function usersOf(analysis: Analysis, place: Place): readonly Judged[] {
  const { slot } = place;
  const declared = mentionsIn(analysis, slot).find(
    ({ role, kind, place: own }) => role === 'declares' && kind !== 'disk' && isWithin(place, own),
  );
  if (declared === undefined) return [];
  const { thing, text } = declared;
  const users: Judged[] = [];
  const words = [text, thing?.id].filter(word => word !== undefined);
  for (const mentions of mentionsOfWords(analysis, slot, words)) {
    const using = mentions.filter(other => sameThing(other.thing, thing));
    const [first] = using;
    if (first === undefined) continue;
    const operations = new Set<unknown>(using.map(({ by }) => by));
    users.push(...analysis.operationsOf(first.place.slot).filter(({ scene }) => operations.has(scene.operation)));
    if (users.length >= mostUsers) break;
  }
  return users;
}
