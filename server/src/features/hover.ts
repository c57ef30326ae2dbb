import type { Analysis } from '../analysis/analysis.ts';
import type { Language } from '../localized.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';
import { describeKey } from './describe/key.ts';
import { describeAction } from './describe/ledger.ts';
import { describeEntry } from './describe/reference.ts';
import { describeRule } from './describe/rule.ts';
import type { Subject } from './describe/subject.ts';
import { describeValue } from './describe/value.ts';
import { type Spot, spotAt } from './spot.ts';
import { suppressedAt } from './suppression.ts';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly start: number;
  readonly end: number;
}

/** What there is to know about what stands at `offset`. */
export function hover(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const found = analysis.document.slotAt(offset);
  if (found === undefined) return undefined;
  const { slot, start } = found;
  const told = tellSpot(analysis, slot, offset - start, language) ?? tellRule(slot, offset - start, language);
  return told && { contents: told.contents, start: start + told.span.start, end: start + told.span.end };
}

interface Told {
  readonly contents: string;
  /** In the slot's text. */
  readonly span: Span;
}

function tellSpot(analysis: Analysis, slot: Slot, offset: number, language: Language): Told | undefined {
  const spot = spotAt(analysis, slot, offset);
  if (spot === undefined) return undefined;
  const { operation } = spot;
  const judged = operation && analysis.operationsOf(slot).find(({ scene }) => scene.operation === operation);
  return { contents: describe(spot, { analysis, language, judged }), span: spot.span };
}

function describe(spot: Spot, around: Omit<Subject, 'spot'>): string {
  switch (spot.kind) {
    case 'key': {
      const action = spot.key.name === 'action' ? spot.operation?.action : undefined;
      return action === undefined ? describeKey({ ...around, spot }) : describeAction(action, around);
    }
    case 'value':
      return describeValue({ ...around, spot });
    case 'entry':
      return describeEntry({ ...around, spot });
  }
}

function tellRule(slot: Slot, offset: number, language: Language): Told | undefined {
  const found = suppressedAt(slot, offset);
  if (found === undefined) return undefined;
  const contents = describeRule(found.id, language);
  return contents === undefined ? undefined : { contents, span: found.span };
}
