import listed from '../../../docs/rules/rules.json';
import type { Severity } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import type { SourceRow } from '../rules/rule.ts';

/** A rule as the list beside the rule pages has it, which is generated from the rules and their cases. */
export interface ListedRule {
  readonly id: string;
  readonly constraint: Localized;
  /** The severities that its findings have, the usual one first. */
  readonly severities: readonly Severity[];
  /** Of a constraint of IMS: the tables of the source that tell it. */
  readonly source: readonly SourceRow[];
  readonly fixes: readonly ('safe' | 'unsafe')[];
}

export const ruleList = listed as readonly ListedRule[];
