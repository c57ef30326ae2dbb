/**
 * What is typed: each a cycle of changes at whose end the text is what it was. Each change says which state of the text
 * it leads to; 0 is the text as it was opened.
 */
export function cyclesOf(text, format) {
  const at = (anchor, part) => text.indexOf(anchor, Math.floor(text.length * part));
  const inValue = part => at(format.value, part) + format.value.length;
  const capacity = at(format.capacity, 0) + format.capacity.indexOf('40');
  const flag = at(format.flag, 0) + format.flag.indexOf('false');
  const middle = inValue(0.5);
  const cycles = {
    start: typed(inValue(0), 'x'),
    middle: typed(middle, 'x'),
    end: typed(text.lastIndexOf(format.value) + format.value.length, 'x'),
    section: typed(at(format.section, 0), format.newSection),
    item: replaced(at(format.item, 0.5), '', format.newItem),
    quote: replaced(middle, '', '"'),
    fact: replaced(capacity, '40', '41'),
    finding: replaced(flag, 'false', 'true'),
  };
  let state = 0;
  return Object.entries(cycles).map(([id, changes]) => {
    const [{ offset }] = changes;
    const origin = positionAt(text, offset);
    return {
      id,
      steps: changes.map((change, i) => ({
        change: inLines(origin, change, offset),
        state: i === changes.length - 1 ? 0 : ++state,
      })),
    };
  });
}

const burstKeys = 200;

/** Many keys in a row, and all of it taken back at once. They are the keys of a cycle, and have its state. */
export const burstOf = ({ steps: [{ change, state }] }) => burstAt(change.range.start, state);

/** The same in the first name that is referred to, so that each key changes a finding, and the text that comes of it. */
export function burstInReference(text, { reference }) {
  const at = text.indexOf(reference) + reference.length;
  const typed = text.slice(0, at) + 'x'.repeat(burstKeys) + text.slice(at);
  return { ...burstAt(positionAt(text, at), 0), typed };
}

function burstAt({ line, character }, state) {
  const end = { line, character: character + burstKeys };
  return {
    keys: Array.from({ length: burstKeys }, (_, i) => {
      const position = { line, character: character + i };
      return { change: { range: { start: position, end: position }, text: 'x' }, state };
    }),
    undo: { change: { range: { start: { line, character }, end }, text: '' }, state: 0 },
  };
}

/** What is asked for while a text is being opened. */
export function hoverAtStart(text, { reference }) {
  const position = positionAt(text, text.indexOf(reference) + reference.length);
  return { method: 'textDocument/hover', params: { position } };
}

/** What is asked for, in the middle of the text; fixes only where something is wrong. */
export function requestsOf(text, format, findings) {
  const middle = text.indexOf(format.reference, text.length / 2);
  const key = positionAt(text, middle);
  const position = { line: key.line, character: key.character + format.reference.length };
  const requests = [
    { id: 'hover', method: 'textDocument/hover', params: { position } },
    { id: 'reference', method: 'textDocument/completion', params: { position } },
    { id: 'key', method: 'textDocument/completion', params: { position: key } },
    { id: 'symbols', method: 'textDocument/documentSymbol', params: {} },
  ];
  const finding = nearest(findings, position.line);
  if (finding === undefined) return requests;
  const context = { diagnostics: [finding] };
  return [...requests, { id: 'actions', method: 'textDocument/codeAction', params: { range: finding.range, context } }];
}

/** What is told of findings beyond the limit has no code, and nothing mends it. */
const nearest = (findings, line) =>
  findings
    .filter(({ code }) => code !== undefined)
    .sort((a, b) => Math.abs(a.range.start.line - line) - Math.abs(b.range.start.line - line))[0];

/** Typed key by key, and taken back key by key. */
const typed = (offset, word) => {
  const keys = Array.from(word, (key, i) => ({ offset: offset + i, key }));
  return [
    ...keys.map(({ offset, key }) => ({ offset, old: '', text: key })),
    ...keys.reverse().map(({ offset, key }) => ({ offset, old: key, text: '' })),
  ];
};

const replaced = (offset, old, text) => [
  { offset, old, text },
  { offset, old: text, text: old },
];

/** A change in lines and characters, of a cycle that begins at an offset of the text. */
function inLines(origin, { offset, old, text: added }, first) {
  const start = { line: origin.line, character: origin.character + offset - first };
  const lines = old.split('\n');
  const end =
    lines.length === 1
      ? { line: start.line, character: start.character + old.length }
      : { line: start.line + lines.length - 1, character: lines.at(-1).length };
  return { range: { start, end }, text: added };
}

function positionAt(text, offset) {
  let line = 0;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, character: offset - start };
}
