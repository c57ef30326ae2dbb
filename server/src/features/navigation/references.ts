import type { Analysis } from '../../analysis/analysis.ts';
import { eachOf, type Steps } from '../../steps.ts';
import { type Stretch, stretchOf } from '../range.ts';
import { type Mention, mentionAt, nameSpan, type Role } from '../things/mention.ts';
import { mentionsOf } from '../things/mentions.ts';

/** The places that name the same thing as the one at an offset, under whatever name. */
export function* references(
  analysis: Analysis,
  offset: number,
  includeDeclaration: boolean,
): Steps<readonly Stretch[]> {
  const mentions = yield* found(analysis, offset);
  const wanted = mentions.filter(({ role }) => includeDeclaration || (role !== 'declares' && role !== 'makes'));
  return yield* eachOf(wanted, mention => stretchOfName(analysis, mention));
}

export interface Highlight extends Stretch {
  /** The thing is made, changed or deleted here. */
  readonly writes: boolean;
}

export function* highlights(analysis: Analysis, offset: number): Steps<readonly Highlight[]> {
  return yield* eachOf(yield* found(analysis, offset), mention => ({
    ...stretchOfName(analysis, mention),
    writes: writing.has(mention.role),
  }));
}

const writing: ReadonlySet<Role> = new Set(['declares', 'makes', 'renames', 'changes', 'deletes']);

function* found(analysis: Analysis, offset: number): Steps<readonly Mention[]> {
  const at = analysis.document.slotAt(offset);
  const mention = at && mentionAt(analysis, at.slot, offset - at.start);
  return at === undefined || mention === undefined ? [] : yield* mentionsOf(analysis, at.slot, mention);
}

const stretchOfName = (analysis: Analysis, mention: Mention): Stretch =>
  stretchOf(analysis, mention.place.slot, nameSpan(mention));
