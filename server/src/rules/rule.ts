import type { Edit } from '../edit/edit.ts';
import type { Crowd } from '../facts/crowd.ts';
import type { Scene } from '../facts/scene.ts';
import type { BucketState } from '../facts/state.ts';
import type { Stock } from '../facts/stock.ts';
import type { Fact, Truth } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Declaration } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import type { Problem, ProblemOf } from '../model/problem.ts';
import type { ActionName } from '../model/vocabulary/index.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The tables of the source document, and its "Other Constraints". */
export type SourceRow = 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'O';

export interface FixProposal {
  readonly title: Localized;
  /** The result means what the author meant, so that "fix all" may apply it. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** It may reveal what was hidden, as a corrected word may, though its rule is not about words. */
  readonly reveals?: true;
  /** What to propose where this does not hold: the first of them that does. */
  readonly otherwise?: readonly FixProposal[];
}

export interface RuleSettings {
  readonly normalExportRegions: readonly string[];
}

/** What all rules have in common. */
export interface RuleBase {
  /** Never changes and is never used again. */
  readonly id: string;
  readonly severity: Severity;
  /** The constraint in one sentence. */
  readonly constraint: Localized;
}

/** A constraint of IMS: three-valued, judged for an operation with all that is known just before it runs. */
export interface ConstraintRule extends RuleBase {
  readonly source: readonly SourceRow[];
  readonly actions: readonly ActionName[];
  /** Undecided where a fact that matters is unknown. */
  violated(scene: Scene, settings: RuleSettings): Truth;
  /** The smallest thing to change. */
  place(scene: Scene): Place;
  message(scene: Scene, settings: RuleSettings): Localized;
  fixes?(scene: Scene, scope: Scope, settings: RuleSettings): readonly FixProposal[];
  /** What is wrong with a declaration by itself, where the constraint holds for facts too. */
  declared?(declaration: Declaration): Violation | undefined;
}

/** A constraint of IMS on what runs at the same time: counted over the operations of one item. */
export interface GroupRule extends RuleBase {
  readonly source: readonly SourceRow[];
  readonly actions: readonly ActionName[];
  /** As many there may be at the same time. */
  readonly limit: number;
  /** Whether an operation is one of those that are counted. */
  counts(scene: Scene): Truth;
  /** For how many it counts; one, where the rule does not say. */
  amount?(scene: Scene): Fact<number>;
  /** Only operations for which this is the same are counted together; all, where the rule does not say. */
  per?(scene: Scene): unknown;
  message(crowd: Crowd): Localized;
  fixes?(crowd: Crowd): readonly FixProposal[];
}

/** A constraint of IMS on what adds up from operation to operation: told once a region, where the quota is first exceeded. */
export interface QuotaRule extends RuleBase {
  readonly source: readonly SourceRow[];
  /** Those that make a private image. */
  readonly actions: readonly ActionName[];
  violated(stock: Stock): Truth;
  message(stock: Stock): Localized;
  /** The way out is not in the manifest. */
  readonly fixes?: never;
}

/** A constraint of IMS. */
export type Constraint = ConstraintRule | GroupRule | QuotaRule;

export interface Violation {
  readonly place: Place;
  readonly message: Localized;
  readonly fixes: readonly FixProposal[];
}

/** What fixes may ask for. */
export interface Scope {
  /** The names of a kind, and of those that are meant, that stand for something just before the problem's place; the newest first, some twice. */
  names(kind: 'image' | 'server' | 'backup', isMeant: (name: string) => boolean): Iterable<string>;
  /** Whether an image or a server has the name anywhere in the manifest, or an image of its inventories. */
  isTaken(name: string): boolean;
  /** The declared buckets. */
  buckets(): Iterable<BucketState>;
}

/** A rule of the manifest itself: the problem is found where the text is read, the rule says what it means. */
export interface ManifestRule<R extends Problem['rule'] = Problem['rule']> extends RuleBase {
  readonly id: R;
  message(problem: ProblemOf<R>): Localized;
  severityOf?(problem: ProblemOf<R>): Severity;
  related?(problem: ProblemOf<R>): readonly { readonly message: Localized; readonly place: Place }[];
  fixes?(problem: ProblemOf<R>, scope: Scope): readonly FixProposal[];
}

/** Checks a manifest rule's functions against the problem that it tells. */
export const manifestRule = <R extends Problem['rule']>(rule: ManifestRule<R>): ManifestRule<R> => rule;

export const constraintRule = (rule: ConstraintRule): ConstraintRule => rule;

export const quotaRule = (rule: QuotaRule): QuotaRule => rule;

export const groupRule = (rule: GroupRule): GroupRule => rule;
