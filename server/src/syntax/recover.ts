import { type Composed, compose, isSound } from './compose.ts';
import { findConflicts } from './conflicts.ts';
import { convert } from './convert.ts';
import { type Cause, findCause } from './diagnose.ts';
import { columnOf, erase, lineStart, nextLine } from './lines.ts';
import { readPlain } from './plain.ts';
import { type Stretch, taint } from './taint.ts';
import type { Fault, Node, Span, Tree } from './tree.ts';

const MAX_ROUNDS = 8;
/** What all rounds after the first may cost, in characters read: a huge segment gets fewer of them. */
const MAX_COST = 1_000_000;
const ERROR_COST = 100;

/**
 * Reads broken text, of which `first` is what `yaml` makes: finds the first cause of what it complains of, reads again
 * without what that broke, and so on until the rest is sound.
 */
export function recover(source: string, first: Composed): Tree {
  const causes = findConflicts(source);
  const conflicts = causes.map(({ broken }) => broken);
  const apart: Stretch[] = [];
  let readable = erase(source, conflicts);
  let text = readable;
  let composed = text === source ? first : compose(text);
  let cost = 0;
  let root: Node | undefined;
  for (let round = 0; !isSound(composed); round++) {
    const known = causes.flatMap(({ fault }) => fault ?? []);
    const cause = findCause(composed, text, known);
    if (!cause) break;
    if (round === MAX_ROUNDS || cost > MAX_COST) {
      causes.push({ ...cause, fault: cause.fault && { code: 'not-yaml', span: cause.fault.span } });
      break;
    }
    causes.push(cause);
    if (cause.remedy === 'none') continue;
    if (cause.remedy === 'read-apart') apart.push(readApart(text, cause.broken));
    else readable = erase(readable, [cause.broken]);
    text = without(text, cause);
    // Half-typed text is plain but for what is being typed.
    root = readPlain(text)?.root;
    if (root !== undefined) break;
    composed = compose(text);
    cost += text.length + ERROR_COST * composed.errors.length;
  }
  const faults = faultsOf(causes, source);
  const lost = causes.filter(({ remedy }) => remedy !== 'none' && remedy !== 'read-apart').map(c => stretchOf(c, text));
  root ??= composed.contents ? convert(composed.contents, text) : undefined;
  if (!root) return { root: lost[0] && { kind: 'broken', ...lost[0].span }, faults };
  const read = apart.reduce((node, stretch) => taint(node, stretch, text), root);
  return { root: lost.reduce((node, stretch) => taint(node, stretch, readable), read), faults };
}

/** The text in which a cause is no more, and something stands where a value has to be. */
function without(text: string, { broken, remedy }: Cause): string {
  const erased = erase(text, [broken]);
  const valueStays = remedy === 'replace' || remedy === 'read-apart';
  return valueStays ? `${erased.slice(0, broken.start)}x${erased.slice(broken.start + 1)}` : erased;
}

function readApart(text: string, span: Span): Stretch {
  const alone = erase(text, [
    { start: 0, end: span.start },
    { start: span.end, end: text.length },
  ]);
  const { contents } = compose(alone);
  return { span, column: columnOf(text, span.start), node: contents ? convert(contents, alone) : undefined };
}

function stretchOf({ fault, broken }: Cause, text: string): Stretch {
  const columnUnknown = fault?.code === 'tab-indentation' || fault?.code === 'conflict-marker';
  return { span: broken, column: columnUnknown ? undefined : columnOf(text, broken.start), node: undefined };
}

/** The faults in the order of the text. Broken lines that follow one another are told once. */
function faultsOf(causes: readonly Cause[], text: string): Fault[] {
  const faults = new Set<Fault>();
  let end = -1;
  for (const { fault, broken, remedy } of causes.toSorted((a, b) => a.broken.start - b.broken.start)) {
    const continues = remedy === 'drop-lines' && end >= 0 && lineStart(text, broken.start) <= nextLine(text, end);
    if (fault && !continues) faults.add(fault);
    if (remedy !== 'read-apart' && remedy !== 'none') end = Math.max(end, broken.end);
  }
  return [...faults];
}
