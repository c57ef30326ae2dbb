import type { Analysis } from '../analysis/analysis.ts';
import type { Verdict } from '../analysis/judge.ts';
import { rangesIn } from '../syntax/positions.ts';
import type { Undecided } from './outcome.ts';

/** The operations with undecided constraints, in the order of the text; rules that are off are not asked. */
export function undecidedIn(analysis: Analysis): readonly Undecided[] {
  const rangeOf = rangesIn(analysis.document);
  const told = new Set<Verdict>();
  return [...analysis.document.slots()].flatMap(slot =>
    analysis.operationsOf(slot).flatMap(({ scene, verdicts }) => {
      const open = verdicts.filter(
        ({ rule, outcome }) => outcome === 'undecided' && analysis.settings.rules[rule.id] !== 'off',
      );
      // The operations of a group share the verdicts on it, which are told once, like its findings.
      const fresh = open.filter(verdict => !told.has(verdict));
      for (const verdict of fresh) told.add(verdict);
      if (fresh.length === 0) return [];
      return [
        {
          range: rangeOf(analysis.rangeOf(scene.place)),
          constraints: fresh.map(({ rule, missing }) => ({ rule: rule.id, missing })),
        },
      ];
    }),
  );
}
