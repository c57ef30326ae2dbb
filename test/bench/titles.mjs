/** What is measured, in the order of the report. */
export const opening = {
  open: 'open → first diagnostics',
  openingHover: 'a hover at the first operations meanwhile, longest wait',
  openingEdit: 'an edit there and the hover after it meanwhile, longest wait',
};

/** The edits that change no fact which others read. */
export const keystrokes = {
  start: 'a character at the start',
  middle: 'a character in the middle',
  end: 'a character at the end',
  section: 'a new top-level key, key by key',
  item: 'an operation added, removed',
  quote: 'a quote opened, taken back',
};

export const edits = {
  ...keystrokes,
  fact: 'a fact that 1,000 later operations read',
  finding: 'the same, and a finding on 125 of them',
  burst: 'the last of 200 keys, 5 ms apart',
};

export const requests = {
  hover: 'hover',
  reference: 'completion of a reference',
  key: 'completion of a key',
  actions: 'code actions',
  symbols: 'document symbols',
};

export const variants = {
  tenth: 'A tenth of the operations violates a constraint',
  few: 'Three operations violate a constraint',
};
