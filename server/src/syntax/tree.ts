/** Offsets in UTF-16 code units from the start of the segment; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Beyond the end of any text. No infinity: one end that is no small integer has V8 keep all ends as objects. */
export const beyond = 0x3fff_ffff;

/** A node is its own span, without its anchor and tag, trailing space, comment or line break: there are many of them. */
interface NodeBase extends Span {
  readonly anchor?: string;
}

/** `value` is the content with quotes, escapes and folding resolved; of a plain scalar it is the source text. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly value: string;
}

export interface Pair {
  readonly key: Node;
  /** A key with nothing after its colon has an empty plain scalar, placed just after the colon. */
  readonly value: Node;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  readonly pairs: readonly Pair[];
  /** Part of the map could not be read: what seems to be missing may be there. */
  readonly damaged: boolean;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly style: 'block' | 'flow';
  readonly items: readonly Node[];
  /** Part of the list could not be read. */
  readonly damaged: boolean;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  /** The anchor's name, without the `*`. */
  readonly name: string;
}

/** Text where a value stands that could not be read. */
export interface BrokenNode extends NodeBase {
  readonly kind: 'broken';
}

export type Node = ScalarNode | MapNode | SeqNode | AliasNode | BrokenNode;

export type FaultCode =
  | 'unclosed-quote'
  | 'unclosed-flow'
  | 'half-typed-key'
  | 'bad-indentation'
  | 'tab-indentation'
  | 'conflict-marker'
  | 'reserved-character'
  | 'bad-escape'
  | 'nested-on-one-line'
  | 'text-after-value'
  | 'too-deep'
  | 'not-yaml';

/** One cause of broken text, told once, at the cause. The span lies in one line. */
export interface Fault {
  readonly code: FaultCode;
  readonly span: Span;
}

/** What the text of a segment says. Immutable, and never absent: broken text gives a damaged tree and faults. */
export interface Tree {
  /** Absent where the segment holds no content (blank lines and comments). */
  readonly root: Node | undefined;
  readonly faults: readonly Fault[];
}
