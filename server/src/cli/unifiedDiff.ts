import { applied } from '../analysis/compose.ts';
import { sameEnds } from '../sameEnds.ts';
import type { TextChange } from '../syntax/document.ts';

const context = 3;

/** Lines that are replaced by others; with their line breaks. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Changes to a text as a unified diff, for people and for `patch` and `git apply`. `mark` is before the text. */
export function unifiedDiff(path: string, text: string, changes: readonly TextChange[], mark = ''): string {
  const lines = linesOf(mark + text);
  const shifted = changes.map(({ start, end, text }) => ({ start: start + mark.length, end: end + mark.length, text }));
  const hunks = grouped(blocksOf(lines, mark + text, shifted));
  if (hunks.length === 0) return '';
  let shift = 0;
  const parts = hunks.map(blocks => {
    const hunk = hunkOf(lines, blocks, shift);
    for (const { start, end, lines } of blocks) shift += lines.length - (end - start);
    return hunk;
  });
  // Below the folder in which the patch is applied: an absolute path is one from the root.
  const below = path.replace(/^[\\/]+/, '');
  return `--- a/${below}\n+++ b/${below}\n${parts.join('')}`;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The blocks that changes come to, in the order of the text. */
function blocksOf(lines: readonly string[], text: string, changes: readonly TextChange[]): readonly Block[] {
  const blocks: Block[] = [];
  let line = 0;
  let offset = 0;
  for (let i = 0; i < changes.length; ) {
    const first = changes[i] as TextChange;
    for (; endsBefore(lines[line], first.start - offset); line++) offset += length(lines, line);
    const [start, from] = [line, offset];
    const inside: TextChange[] = [];
    // All that touches the lines so far is of one block.
    for (let change: TextChange | undefined = first; change !== undefined; change = changes[i]) {
      if (inside.length > 0 && change.start >= offset) break;
      inside.push({ ...change, start: change.start - from, end: change.end - from });
      i++;
      for (; line < lines.length && (offset <= change.end || line === start); line++) offset += length(lines, line);
    }
    const block = trimmed(lines, start, line, linesOf(applied(text.slice(from, offset), inside)));
    const last = blocks.at(-1);
    if (last?.end === block.start) blocks[blocks.length - 1] = joined(last, block);
    else if (block.end > block.start || block.lines.length > 0) blocks.push(block);
  }
  return blocks;
}

/** A last line without a line break goes on where the text is added to. */
const endsBefore = (line: string | undefined, offset: number): boolean =>
  line?.endsWith('\n') === true && line.length <= offset;

const length = (lines: readonly string[], index: number): number => lines[index]?.length ?? 0;

/** The lines without those at either end that stay. */
function trimmed(old: readonly string[], start: number, end: number, fresh: readonly string[]): Block {
  const { lead, trail } = sameEnds(old.slice(start, end), fresh);
  return { start: start + lead, end: end - trail, lines: fresh.slice(lead, fresh.length - trail) };
}

const joined = (a: Block, b: Block): Block => ({ start: a.start, end: b.end, lines: [...a.lines, ...b.lines] });

/** Blocks whose surroundings meet, together. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && block.start - before.end <= 2 * context) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function hunkOf(lines: readonly string[], blocks: readonly Block[], shift: number): string {
  const start = Math.max(0, (blocks[0]?.start ?? 0) - context);
  const end = Math.min(lines.length, (blocks.at(-1)?.end ?? 0) + context);
  const body: string[] = [];
  let added = 0;
  let from = start;
  for (const block of blocks) {
    body.push(...marked(' ', lines.slice(from, block.start)), ...marked('-', lines.slice(block.start, block.end)));
    body.push(...marked('+', block.lines));
    added += block.lines.length - (block.end - block.start);
    from = block.end;
  }
  body.push(...marked(' ', lines.slice(from, end)));
  return `@@ -${range(start, end - start)} +${range(start + shift, end - start + added)} @@\n${body.join('')}`;
}

/** From 1; an empty range is after its line. */
const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;

const marked = (mark: ' ' | '-' | '+', lines: readonly string[]): string[] =>
  lines.map(line => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
