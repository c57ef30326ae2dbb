import { toTextChanges, write } from '../edit/write.ts';
import type { Localized } from '../localized.ts';
import type { FixProposal } from '../rules/rule.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';
import { type Concern, concernOf, make, takeBack, unsettled } from './trial.ts';

/** A way out of a finding. */
export interface Fix {
  readonly title: Localized;
  /** The result means what the author meant, so that "fix all" may apply it. */
  readonly safe: boolean;
  /** In the order of the text, none overlapping another. */
  readonly changes: readonly TextChange[];
}

/**
 * The fixes that take the finding away and add none, the obvious one first: each proposal is tried on the document
 * itself, and taken back.
 */
export function fixesOf(analysis: Analysis, finding: Finding): readonly Fix[] {
  const tries = analysis.proposals(finding).map(proposal => ({
    concern: proposal.reveals ? 'word' : concernOf(finding),
    fixes: [proposal, ...(proposal.otherwise ?? [])].flatMap(one => written(analysis, one)),
  }));
  if (tries.every(({ fixes }) => fixes.length === 0)) return [];
  const before = analysis.findingsByBlock();
  const holds = (concern: Concern, { changes }: Fix): boolean => {
    const made = make(
      analysis,
      changes.map(change => ({ ...change, owner: finding })),
    );
    try {
      return unsettled(concern, [finding], before, analysis.findingsByBlock(), made.touched).length === 0;
    } finally {
      takeBack(analysis, made);
    }
  };
  return tries.flatMap(({ concern, fixes }) => fixes.find(fix => holds(concern, fix)) ?? []);
}

/**
 * A proposal as changes to the text; none, where it comes to nothing, or is of a slot that is gone: trying another fix
 * may have put a new one in its place.
 */
export function written({ document }: Analysis, { title, safe, edits }: FixProposal): readonly Fix[] {
  const places = write(edits);
  if (!places.every(({ slot }) => document.has(slot))) return [];
  const changes = toTextChanges(document, places);
  return changes.length === 0 ? [] : [{ title, safe, changes }];
}
