import { sameEnds } from '../sameEnds.ts';
import { Block, chunk, largestBlock, opensDocument } from './block.ts';
import { Editions } from './editions.ts';
import { countWhile } from './search.ts';
import { Slot } from './slot.ts';
import { hasFarReach, type Segment, type State, sameState, split, startState } from './split.ts';
import type { Span } from './tree.ts';

/** A place in a text as LSP has it: zero-based line, and UTF-16 code units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces the text from `start` to `end` (offsets in the whole text). */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an edit did to the slots: those whose segment is new, those that are gone, and the blocks that hold the change. */
export interface Change {
  readonly fresh: readonly Slot[];
  readonly removed: readonly Slot[];
  readonly blocks: readonly Block[];
  readonly removedBlocks: readonly Block[];
  /** Documents may begin elsewhere than before. */
  readonly isRegrouped: boolean;
}

/** More than what is tried and taken back has in common with the text. */
const mostGone = 64;

/** The text of a document as slots in blocks. The cost of an edit is that of the segments that it touches. */
export class Document {
  blocks: Block[] = [];
  readonly editions = new Editions();
  /** The slots that have gone lately, the last first. */
  private gone: Slot[] = [];

  constructor(text: string) {
    this.blocks = chunk(split(text, startState).segments.map(segment => new Slot(segment))).map(run => new Block(run));
    this.settle(0);
  }

  get length(): number {
    return this.blocks.at(-1)?.end ?? 0;
  }

  get text(): string {
    return this.blocks.map(block => block.slots.map(slot => slot.segment.text).join('')).join('');
  }

  *slots(): Iterable<Slot> {
    for (const block of this.blocks) yield* block.slots;
  }

  /** The slots that hold any of a stretch of the text, the last one for its end, each with its first offset. */
  *slotsIn({ start: from, end }: Span): Iterable<{ readonly slot: Slot; readonly start: number }> {
    for (let i = this.blockAt(from)?.index ?? 0; i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      let start = block.offset;
      if (start > from && start >= end) return;
      for (const slot of block.slots) {
        const next = start + slot.segment.text.length;
        const isLast = i === this.blocks.length - 1 && slot === block.slots.at(-1);
        if ((from < next || isLast) && (start < end || start <= from)) yield { slot, start };
        start = next;
      }
    }
  }

  /** Whether a slot is, still, one of its own. */
  has(slot: Slot): boolean {
    return this.blocks[slot.block.index] === slot.block && slot.block.slots.includes(slot);
  }

  /** The offset of the slot's first character, and its line. */
  startOf(slot: Slot): { readonly offset: number; readonly line: number } {
    let { offset, line } = slot.block;
    for (const other of slot.block.slots) {
      if (other === slot) break;
      offset += other.segment.text.length;
      line += other.segment.lines;
    }
    return { offset, line };
  }

  /** The slot that holds the character at `offset`; the last one for the end of the text. */
  slotAt(offset: number): { readonly slot: Slot; readonly start: number } | undefined {
    const block = this.blockAt(offset);
    if (block === undefined) return undefined;
    let start = block.offset;
    for (const slot of block.slots) {
      const end = start + slot.segment.text.length;
      if (offset < end || slot === block.slots.at(-1)) return { slot, start };
      start = end;
    }
    return undefined;
  }

  /** The block that holds the character at `offset`; the last one for the end of the text. */
  private blockAt(offset: number): Block | undefined {
    return this.blocks[Math.max(0, countWhile(this.blocks, block => block.offset <= offset) - 1)];
  }

  /** The offset of a position; one past a line's end is the line's end, one past the text's end is the text's end. */
  offsetAt({ line, character }: Position): number {
    const block = this.blocks[countWhile(this.blocks, ({ line: first }) => first <= line) - 1];
    if (block === undefined) return 0;
    let { offset, line: at } = block;
    for (const { segment } of block.slots) {
      if (line < at + segment.lines || (line === at + segment.lines && !/[\r\n]$/.test(segment.text))) {
        return offset + offsetInText(segment.text, line - at, character);
      }
      offset += segment.text.length;
      at += segment.lines;
    }
    return offset;
  }

  positionAt(offset: number): Position {
    const found = this.slotAt(Math.max(0, offset));
    if (found === undefined) return { line: 0, character: 0 };
    const within = positionInText(found.slot.segment.text, offset - found.start);
    return { line: this.startOf(found.slot).line + within.line, character: within.character };
  }

  isBefore(a: Slot, b: Slot): boolean {
    if (a.block !== b.block) return a.block.index < b.block.index;
    return a.block.slots.indexOf(a) < a.block.slots.indexOf(b);
  }

  slice(start: number, end: number): string {
    const found = this.slotAt(start);
    if (found === undefined) return '';
    let text = found.slot.segment.text.slice(start - found.start);
    for (let slot = this.next(found.slot); slot !== undefined && text.length < end - start; slot = this.next(slot)) {
      text += slot.segment.text;
    }
    return text.slice(0, end - start);
  }

  /** Applies a change and tells what it touched. */
  edit({ start, end, text }: TextChange): Change {
    const first = this.slotAt(start);
    if (first === undefined) return this.replaceAll(text);
    let head: Slot = first.slot;
    let headStart = first.start;
    const previous = this.previous(head);
    if (previous !== undefined) {
      head = previous;
      headStart -= previous.segment.text.length;
    }
    const old: Slot[] = [head];
    let oldEnd = headStart + head.segment.text.length;
    let tail: Slot | undefined = this.next(head);
    const take = (): void => {
      if (tail === undefined) return;
      old.push(tail);
      oldEnd += tail.segment.text.length;
      tail = this.next(tail);
    };
    while (tail !== undefined && (oldEnd <= end || oldEnd <= start)) take();

    const oldText = old.map(slot => slot.segment.text).join('');
    const before = head.segment.before;
    let joined = oldText.slice(0, start - headStart) + text + oldText.slice(end - headStart);
    if (hasFarReach(joined) || hasFarReach(oldText)) {
      const whole = this.text;
      return this.replaceAll(whole.slice(0, start) + text + whole.slice(end));
    }
    let result = split(joined, before);
    while (tail !== undefined && !rejoins(result, tail.segment)) {
      // What follows now belongs to something else: read on to a top-level key, at least twice as far each time.
      const { length } = joined;
      do {
        joined += tail.segment.text;
        take();
      } while (tail !== undefined && (joined.length < 2 * length || !opensSection(tail.segment)));
      result = split(joined, before);
    }
    // What opens a section is read alike behind anything, but an edit of it goes on from what is before it.
    if (tail !== undefined && !sameState(result.after, tail.segment.before)) {
      tail.segment = { ...tail.segment, before: result.after };
    }
    return this.splice(old, result.segments);
  }

  private replaceAll(text: string): Change {
    return this.splice([...this.slots()], split(text, startState).segments);
  }

  /** Puts `segments` in the place of `old`, keeping the slots of what is unchanged and of what was edited in place. */
  private splice(old: readonly Slot[], segments: readonly Segment[]): Change {
    const same = (slot: Slot, segment: Segment): boolean =>
      slot.segment.text === segment.text &&
      slot.segment.role === segment.role &&
      slot.segment.section === segment.section &&
      slot.segment.misaligned === segment.misaligned &&
      isFirst(slot.segment) === isFirst(segment);
    const { lead, trail } = sameEnds(old, segments, same);

    // Where slots only come or only go, the one before them counts as changed, else the one behind them.
    const onlyMoves = lead + trail === Math.min(old.length, segments.length);
    const from = onlyMoves && lead > 0 ? lead - 1 : lead;
    const behind = onlyMoves && lead === 0 && trail > 0 ? trail - 1 : trail;
    const changed = old.slice(from, old.length - behind);
    const isRegrouped = !sameDocuments(
      changed.map(({ segment }) => segment),
      segments.slice(from, segments.length - behind),
    );

    const fresh: Slot[] = [];
    const slots = segments.map((segment, i) => {
      const kept = i < lead ? old[i] : i >= segments.length - trail ? old[old.length - segments.length + i] : undefined;
      if (kept !== undefined) {
        if (!sameState(kept.segment.before, segment.before)) kept.segment = segment;
        return kept;
      }
      const edited = i < old.length - trail ? old[i] : undefined;
      const slot = edited ?? this.revive(segment) ?? new Slot(segment);
      slot.put(segment);
      fresh.push(slot);
      return slot;
    });
    const removed = old.slice(Math.max(lead, segments.length - trail), old.length - trail);
    this.gone = [...removed, ...this.gone].slice(0, mostGone);
    return { fresh, removed, isRegrouped, ...this.rebuild(changed, slots.slice(from, slots.length - behind)) };
  }

  /** The slot that had the same segment and has just gone: what is known elsewhere of its places is true again. */
  private revive({ text, role }: Segment): Slot | undefined {
    const at = this.gone.findIndex(({ segment }) => segment.text === text && segment.role === role);
    return at < 0 ? undefined : this.gone.splice(at, 1)[0];
  }

  /** Lays the blocks of `old` anew with `slots` in the place of `old`. */
  private rebuild(old: readonly Slot[], slots: readonly Slot[]): Pick<Change, 'blocks' | 'removedBlocks'> {
    const firstOld = old[0];
    const lastOld = old.at(-1);
    if (firstOld === undefined || lastOld === undefined) return this.relay(0, this.blocks.length, slots);
    const from = firstOld.block;
    const to = lastOld.block;
    const all = [
      ...from.slots.slice(0, from.slots.indexOf(firstOld)),
      ...slots,
      ...to.slots.slice(to.slots.indexOf(lastOld) + 1),
    ];
    const fits = all.length > 0 && all.length <= largestBlock;
    if (from === to && fits && from.takes(slots) && !slots.some(({ segment }) => opensDocument(segment))) {
      const { lines } = from;
      from.take(all);
      this.settle(from.index + 1);
      this.editions.add({ blocks: [from], from: from.lines === lines ? Number.POSITIVE_INFINITY : from.index + 1 });
      return { blocks: [from], removedBlocks: [] };
    }
    return this.relay(from.index, to.index - from.index + 1, all);
  }

  /**
   * Lays some blocks anew. One stays that still begins with the same slot and has none of another: what is known of the
   * slots of a block never moves past that of another.
   */
  private relay(from: number, count: number, slots: readonly Slot[]): Pick<Change, 'blocks' | 'removedBlocks'> {
    const old = new Set(this.blocks.slice(from, from + count));
    const stays = (block: Block, run: readonly Slot[]): boolean =>
      run[0] === block.slots[0] && block.takes(run) && run.every(slot => slot.block === block || !old.has(slot.block));
    const blocks = chunk(slots).map(run => {
      const known = run[0]?.block;
      if (known === undefined || !stays(known, run)) return new Block(run);
      known.take(run);
      return known;
    });
    this.blocks.splice(from, count, ...blocks);
    this.settle(from);
    this.editions.add({ blocks, from });
    for (const block of blocks) old.delete(block);
    return { blocks, removedBlocks: [...old] };
  }

  /** Tells the blocks from an index on where they are. */
  private settle(from: number): void {
    let { end = 0, endLine = 0 } = this.blocks[from - 1] ?? {};
    for (let index = from; index < this.blocks.length; index++) {
      const block = this.blocks[index] as Block;
      block.index = index;
      block.offset = end;
      block.line = endLine;
      end += block.length;
      endLine += block.lines;
    }
  }

  private previous(slot: Slot): Slot | undefined {
    const at = slot.block.slots.indexOf(slot);
    return at > 0 ? slot.block.slots[at - 1] : this.blocks[slot.block.index - 1]?.slots.at(-1);
  }

  private next(slot: Slot): Slot | undefined {
    const at = slot.block.slots.indexOf(slot);
    return slot.block.slots[at + 1] ?? this.blocks[slot.block.index + 1]?.slots[0];
  }
}

/** Whether nothing of its section stands before a segment: what that is decides how it is read. */
const isFirst = ({ before }: Segment): boolean => before.column === undefined;

/** Whether all documents that follow begin where they did if some segments are put in the place of others. */
function sameDocuments([first, ...rest]: readonly Segment[], [newFirst, ...newRest]: readonly Segment[]): boolean {
  const opens = (segment: Segment | undefined): boolean => segment !== undefined && opensDocument(segment);
  return opens(first) === opens(newFirst) && !rest.some(opens) && !newRest.some(opens);
}

const opensSection = ({ role }: Segment): boolean => role === 'head' || role === 'key' || role === 'marker';

/** Whether the old cut holds again from `next` on. */
function rejoins({ segments, after }: { segments: readonly Segment[]; after: State }, next: Segment): boolean {
  const last = segments.at(-1)?.role;
  // Stray lines go on with those above them, and a closing bracket with a marker.
  if (next.role === 'stray' && (last === 'stray' || last === 'marker')) return false;
  if (next.text.startsWith('<<<<<<< ')) return false;
  return sameState(after, next.before) || (opensSection(next) && after.phase === 'block');
}

function offsetInText(text: string, line: number, character: number): number {
  let start = 0;
  for (let i = 0; i < line; i++) start = endOfLine(text, start).next;
  return Math.min(start + character, endOfLine(text, start).end);
}

export function positionInText(text: string, offset: number): Position {
  // No position is within a line break.
  const end = text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
  let line = 0;
  let start = 0;
  for (let i = 0; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x0a || (c === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
      line++;
      start = i + 1;
    }
  }
  return { line, character: end - start };
}

function endOfLine(text: string, from: number): { readonly end: number; readonly next: number } {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x0a) return { end: i, next: i + 1 };
    if (c === 0x0d) return { end: i, next: text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1 };
  }
  return { end: text.length, next: text.length };
}
