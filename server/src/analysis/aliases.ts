import { type Located, nodesIn } from '../model/anchors.ts';
import type { Resolve } from '../model/bind.ts';
import { isWithin, nodeAt, type Place, samePlace } from '../model/place.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Finding, RelatedPlace } from './finding.ts';

/**
 * What has been found about what stands at a place, all of it told there: what is found in a text that an alias means,
 * at the alias. The same text may be meant many times, and something else be found each time.
 */
export function toldWithin(home: Place, findings: readonly Finding[], resolve: Resolve): readonly Finding[] {
  if (findings.every(({ place }) => isWithin(place, home))) return findings;
  const meanings = meaningsIn(home, resolve);
  return findings.map(finding => {
    const { place, related } = finding;
    if (isWithin(place, home)) return finding;
    const alias = meanings.get(place.slot)?.find(({ target }) => isWithin(place, target))?.alias;
    if (alias === undefined) return finding;
    const others = related.filter(other => !samePlace(other.place, alias));
    return { ...finding, place: alias, related: [meant(place), ...others] };
  });
}

const meant = (place: Place): RelatedPlace => ({
  message: { en: 'what the alias means', zh: '别名所指的内容' },
  place,
});

/** An alias, and a place that it means, itself or by an alias there. */
interface Meaning {
  readonly alias: Place;
  readonly target: Place;
}

/** What the aliases at a place mean, by the slot in which that stands. */
function meaningsIn(home: Place, resolve: Resolve): ReadonlyMap<Slot, readonly Meaning[]> {
  const meanings = new Map<Slot, Meaning[]>();
  const node = nodeAt(home)?.node;
  for (const alias of node === undefined ? [] : aliasesIn({ node, place: home })) {
    for (const target of targetsOf(alias, resolve)) {
      const others = meanings.get(target.slot);
      if (others === undefined) meanings.set(target.slot, [{ alias: alias.place, target }]);
      else others.push({ alias: alias.place, target });
    }
  }
  return meanings;
}

interface Alias {
  readonly name: string;
  readonly place: Place;
}

const aliasesIn = ({ node, place }: Located): Alias[] =>
  [...nodesIn(node, place)].flatMap(({ node, place }) => (node.kind === 'alias' ? [{ name: node.name, place }] : []));

/** More than anyone has within what an alias means. */
const mostTargets = 100;

function targetsOf(alias: Alias, resolve: Resolve): readonly Place[] {
  const targets = new Map<Located['node'], Place>();
  const waiting = [alias];
  for (let next = waiting.pop(); next !== undefined && targets.size < mostTargets; next = waiting.pop()) {
    const target = resolve(next.name, next.place);
    if (target === undefined || targets.has(target.node)) continue;
    targets.set(target.node, target.place);
    waiting.push(...aliasesIn(target));
  }
  return [...targets.values()];
}
