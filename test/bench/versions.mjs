/** Version numbers that grow and say which of the texts the document has: so an empty server needs no text to answer. */
const states = 4096;

export const versionOf = (edits, state) => edits * states + state;

export const stateOf = version => version % states;

/** What is asked, but for what a keystroke before it has changed. */
export const answerKey = (method, { position, range } = {}) => {
  const { line, character } = position ?? range?.start ?? { line: 0, character: 0 };
  return `${method} ${line}:${character}`;
};
