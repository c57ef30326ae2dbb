import { count, digits, none, table, times } from './table.mjs';

/** Where the time goes, in per cent. */
export function profilesOf({ profiles }) {
  const total = shares => shares.reduce((sum, { ms }) => sum + ms, 0);
  const columns = [
    { head: 'start', shares: profiles[0].start, unit: 1 },
    ...profiles.flatMap(({ size, open, typing, keystrokes }) => [
      { head: `open ${count(size)}`, shares: open, unit: 1 },
      { head: `keystroke at ${count(size)}`, shares: typing, unit: keystrokes },
    ]),
  ];
  const places = [...new Set(columns.flatMap(({ shares }) => shares.map(({ place }) => place)))].sort();
  const cell = ({ shares, unit }, place) => {
    const ms = shares.find(share => share.place === place)?.ms;
    return ms === undefined ? none : `${digits(ms / unit)} (${Math.round((ms / total(shares)) * 100)} %)`;
  };
  return `Milliseconds of the server's main thread by folder of \`server/src/\` and by library, sampled, few findings. *Node.js* is its own modules and the reading of the program.\n\n${table(
    ['', ...columns.map(({ head }) => head)],
    [
      ...places.map(place => [place, ...columns.map(column => cell(column, place))]),
      ['all', ...columns.map(({ shares, unit }) => digits(total(shares) / unit))],
    ],
  )}`;
}

/** What a keystroke takes beside what it cannot do without. */
export function limitsOf(results) {
  const titles = { middle: 'a character in the middle', fact: 'a fact' };
  const text =
    'An answer cannot be there before the change has gone to a process and the diagnostics have come back: a round trip, that of the empty server. In between, at least the segment that was typed in has to be read anew, and the operations have to be judged that its facts reach. Both are measured alone in one process, warm, as is the whole engine (text → findings, without a server). What the product takes beyond the limit is its bookkeeping, and a server that is less warm than a loop.';
  const rows = results.limits.flatMap(({ size, limits }) =>
    limits.map(({ id, operations, parse, checks, engine }) => {
      const [own, trip] = ['product', 'null'].map(server => results.time(server, id, size, 'few'));
      const limit = trip + parse + checks;
      return [
        `${titles[id]}, ${count(operations)} ${operations === 1 ? 'operation' : 'operations'} judged`,
        count(size),
        ...[trip, parse, checks, limit, engine, own].map(fine),
        times(own / limit),
      ];
    }),
  );
  const head = ['operations', 'round trip', 'read', 'judge', 'limit', 'engine', 'product', '× the limit'];
  return `${text}\n\n${table(['milliseconds, few findings', ...head], rows)}`;
}

/** Milliseconds to the microsecond. */
const fine = value => value.toFixed(3);
