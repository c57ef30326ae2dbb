/**
 * Cuts a text into segments: runs of whole lines that can be parsed on their own. The cut looks at nothing but the
 * start of each line and the state in which the line is met, so that an edit re-cuts only what it touches.
 */

/** The top-level keys whose items or entries are segments of their own. */
const splitKeys: ReadonlySet<string> = new Set(['operations', 'images', 'servers', 'backups', 'buckets']);

export type Role =
  /** Blank lines, comments and directives before the first content of a document. */
  | 'trivia'
  /** The line of a split key, with the comments below it. */
  | 'head'
  /** One item of a split list. */
  | 'item'
  /** One entry of a split map. */
  | 'entry'
  /** A top-level key with all of its value. */
  | 'key'
  /** A document whose root is no block map. */
  | 'whole'
  /** Lines that belong to nothing: a key that is still being typed, prose. */
  | 'stray'
  /** `---` or `...` */
  | 'marker';

/** What is open at the start of a segment. Immutable; compared by `sameState`. */
export interface State {
  readonly phase: 'start' | 'block' | 'whole';
  /** The top-level key that the lines belong to. */
  readonly section: string | undefined;
  /** The column of the section's dashes or keys, once the first is seen; `undefined` also where it is not split. */
  readonly column: number | undefined;
  readonly list: boolean;
  readonly split: boolean;
}

export interface Segment {
  readonly text: string;
  /** Line breaks in the text, as LSP counts them. */
  readonly lines: number;
  readonly role: Role;
  /** The top-level key that it belongs to, or is. */
  readonly section: string | undefined;
  /** The column of its dash or key differs from that of the section's first. */
  readonly misaligned: boolean;
  /** The state before its first line. */
  readonly before: State;
}

export interface Split {
  readonly segments: readonly Segment[];
  readonly after: State;
}

export const startState: State = { phase: 'start', section: undefined, column: undefined, list: false, split: false };

export function sameState(a: State, b: State): boolean {
  return (
    a === b ||
    (a.phase === b.phase &&
      a.section === b.section &&
      a.column === b.column &&
      a.list === b.list &&
      a.split === b.split)
  );
}

/** Lines that change how everything after them is read: directives, git conflicts. */
export const hasFarReach = (text: string): boolean => farReach.test(text);
const farReach = /^\uFEFF?(?:%|<<<<<<< |=======(?:\s|$)|>>>>>>> |\|\|\|\|\|\|\| )/m;

export function countLines(text: string): number {
  let lines = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x0a || (c === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) lines++;
  }
  return lines;
}

/** Cuts `text`, which starts at the start of a line. Every character of it is in exactly one of the segments. */
export function split(text: string, before: State): Split {
  const segments: Segment[] = [];
  const countsReturns = text.includes('\r');
  let state = before;
  let open: { role: Role; section: string | undefined; misaligned: boolean; before: State } | undefined;
  let start = 0;
  let startLine = 0;
  let line = 0;

  const close = (end: number): void => {
    if (open === undefined || end === start) return;
    const piece = text.slice(start, end);
    const lines = countsReturns ? countLines(piece) : line - startLine;
    const { role, section, misaligned, before } = open;
    segments.push({ text: piece, lines, role, section, misaligned, before });
    start = end;
    startLine = line;
  };

  // Most lines are deep within an item or an entry.
  const isDeep = (at: number): boolean => {
    if (state.column === undefined || open === undefined || open.role === 'trivia') return false;
    const end = at + state.column;
    for (let i = at; i <= end; i++) if (text.charCodeAt(i) !== 0x20) return false;
    return true;
  };

  let conflictEnd = 0;
  let directivesEnd = 0;
  const read = (at: number, next: number): void => {
    const left = text.charCodeAt(at) === 0xfeff ? at + 1 : at;
    const isBegun = open?.role === 'marker' && text.startsWith('---', start);
    if (state.phase === 'start' && !isBegun && at >= directivesEnd) directivesEnd = endOfDirectives(text, left);
    const first = at < directivesEnd ? undefined : startOfContent(text, left, next);
    if (first === undefined) {
      open ??= { role: 'trivia', section: state.section, misaligned: false, before: state };
      return;
    }
    const indent = first - left;
    const isInside = open !== undefined && open.role !== 'trivia';
    if (indent === 0 && text.startsWith('<<<<<<< ', at)) {
      conflictEnd = endOfConflict(text, next);
      if (conflictEnd > 0 && isInside) return;
    }
    const step: Step =
      conflictEnd > at ? { role: 'stray', state } : advance(state, { indent, content: text.slice(first, next) });
    const continues = step.role === 'same' && isInside;
    if (!continues && !(step.role === 'stray' && open?.role === 'stray')) {
      close(at);
      const role = step.role === 'same' ? 'stray' : step.role;
      open = { role, section: step.state.section, misaligned: step.misaligned ?? false, before: state };
    }
    state = step.state;
  };

  for (let at = 0, next: number; at < text.length; at = next) {
    const newline = text.indexOf('\n', at);
    next = newline < 0 ? text.length : newline + 1;
    if (at >= conflictEnd && !isDeep(at)) read(at, next);
    if (newline >= 0) line++;
  }
  close(text.length);
  return { segments, after: state };
}

/** Where a line begins to say something; nowhere if it can start nothing: blank, a comment, indented with a tab. */
function startOfContent(text: string, left: number, end: number): number | undefined {
  let i = left;
  while (i < end && text.charCodeAt(i) === 0x20) i++;
  const first = i < end ? text[i] : '\n';
  return first === '\n' || first === '\r' || first === '#' || first === '\t' ? undefined : i;
}

interface Line {
  readonly indent: number;
  /** What it says, with its end. */
  readonly content: string;
}

interface Step {
  readonly role: Role | 'same';
  readonly state: State;
  readonly misaligned?: boolean;
}

function advance(state: State, line: Line): Step {
  const { indent, content } = line;
  const same: Step = { role: 'same', state };
  if (state.column !== undefined && indent > state.column) return same;
  if (indent === 0) {
    const marker = /^(?:---|\.\.\.)(?=\s|$)/.exec(content)?.[0];
    if (marker !== undefined) return documentMarker(marker, content);
  }
  if (state.phase === 'whole') return same;
  const dash = /^-(?:\s|$)/.test(content);
  const key = dash ? undefined : topLevelKey(content);
  if (state.phase === 'start') {
    if (indent > 0 || dash || (key === undefined && /^[[{"'|>&*!%?]/.test(content))) {
      return { role: 'whole', state: { ...startState, phase: 'whole' } };
    }
  }
  if (/^(?:[\]}]|:(?:\s|$))/.test(content)) return same;
  if (indent === 0 && !(dash && state.section !== undefined)) {
    if (key === undefined && !/^\?(?:\s|$)/.test(content))
      return { role: 'stray', state: { ...state, phase: 'block' } };
    const splits = key !== undefined && splitKeys.has(key.name) && key.bare;
    const opened: State = { phase: 'block', section: key?.name ?? '?', column: undefined, list: false, split: splits };
    return { role: splits ? 'head' : 'key', state: opened };
  }
  if (!state.split) return same;
  if (state.column === undefined) {
    if (!dash && key === undefined) return { role: 'stray', state };
    return { role: dash ? 'item' : 'entry', state: { ...state, column: indent, list: dash } };
  }
  // A list may stand in the column of the entry that it belongs to.
  if (!state.list && dash && indent === state.column) return same;
  if (state.list ? !dash : key === undefined && !/^\?(?:\s|$)/.test(content)) return { role: 'stray', state };
  return { role: state.list ? 'item' : 'entry', state, misaligned: indent !== state.column };
}

function documentMarker(marker: string, content: string): Step {
  const rest = content.slice(3).trim();
  if (marker === '---' && rest !== '' && !rest.startsWith('#')) {
    return { role: 'whole', state: { ...startState, phase: 'whole' } };
  }
  return { role: 'marker', state: startState };
}

/** The key of a line `key: …`; `bare` where nothing but a comment follows its colon. */
function topLevelKey(content: string): { readonly name: string; readonly bare: boolean } | undefined {
  const quoted = /^(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)')[ \t]*(?=:)/.exec(content);
  if (quoted === null && /^(?:["'#|>%@`,[\]{}]|[-?:](?:\s|$))/.test(content)) return undefined;
  const from = quoted?.[0].length ?? 0;
  const colon = content.slice(from).search(/:(?=\s|$)/);
  if (colon < 0 || (quoted !== null && colon > 0)) return undefined;
  const name = quoted?.[1] ?? quoted?.[2] ?? content.slice(0, colon).trimEnd();
  if (quoted === null && /[\r\n]|\s#/.test(name)) return undefined;
  const rest = content.slice(from + colon + 1).trim();
  return { name, bare: rest === '' || rest.startsWith('#') };
}

/** Where the marker stands that ends the directives of a document; 0 where none of either is. */
function endOfDirectives(text: string, from: number): number {
  if (text[from] !== '%') return 0;
  directives.lastIndex = from;
  return directives.test(text) ? directives.lastIndex : 0;
}

const directives = /(?:(?:%.*|[ \t]*(?:#.*)?)\r?\n)+(?=---(?:\s|$))/y;

/** Where the line after the conflict's last marker starts; 0 where the conflict has no end. */
function endOfConflict(text: string, from: number): number {
  const end = /^>>>>>>> .*(?:\n|$)/m.exec(text.slice(from));
  return end === null ? 0 : from + end.index + end[0].length;
}
