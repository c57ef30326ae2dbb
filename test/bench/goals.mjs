import { over } from './results.mjs';
import { count, digits, none, table, times } from './table.mjs';
import { keystrokes, requests, variants } from './titles.mjs';

/** What is promised, and what has been measured. */
export function goals(results) {
  const rows = [
    ...besideEmpty(results),
    ...growth(results),
    ...reports(results),
    ...besidePeer(results),
    ...bursts(results),
    ...openings(results),
    ...answers(results),
    start(results),
    ...memory(results),
  ];
  return table(
    ['goal', 'measured', 'met'],
    rows.map(({ goal, values, unit = times, met }) =>
      values.includes(undefined)
        ? [goal, none, none]
        : [goal, values.map(unit).join(', '), values.every(met) ? 'yes' : '**no**'],
    ),
  );
}

const atMost = limit => value => value <= limit;
const atLeast = limit => value => value >= limit;
const ms = value => `${digits(value)} ms`;
const percent = value => `${digits(value * 100)} %`;
const worst = (values, most = Math.max) => {
  const known = values.filter(value => value !== undefined);
  return known.length === 0 ? undefined : most(...known);
};
const keystrokeIds = Object.keys(keystrokes);
const both = Object.keys(variants);
/** A goal that counts for the middle time and for the 95th percentile. */
const quantiles = measure => ['p50', 'p95'].map(measure);
const beyondEmpty = (results, id, size, variant, quantile) => {
  const [own, empty] = ['product', 'null'].map(server => results.time(server, id, size, variant, quantile));
  return own === undefined || empty === undefined ? undefined : own - empty;
};

const besideEmpty = results =>
  results.sizes
    .filter(size => size >= 1_000)
    .flatMap(size =>
      both.map(variant => ({
        goal: `a keystroke at ${count(size)} operations, ${variant}: ≤ 3 × the empty server`,
        values: quantiles(q => worst(keystrokeIds.map(id => results.ratio('product', 'null', id, size, variant, q)))),
        met: atMost(3),
      })),
    );

function growth(results) {
  const [least, most] = [Math.min(...results.sizes), Math.max(...results.sizes)];
  const at = (id, size, quantile) => results.time('product', id, size, 'few', quantile);
  return [
    {
      goal: `a keystroke at ${count(most)} operations, few: ≤ 2 × that at ${count(least)}`,
      values: quantiles(q => worst(keystrokeIds.map(id => over(at(id, most, q), at(id, least, q))))),
      met: atMost(2),
    },
    ...both.flatMap(variant => {
      const [moving, still] = parted(keystrokeIds, id => movesFindings(results, id, variant));
      return [
        grows(`a keystroke that moves no more than some findings, ${variant}:`, still, id =>
          results.growth('product', id, variant),
        ),
        grows(`one after which up to 1,000 are told anew, ${variant}: × the empty server`, moving, id =>
          results.growthOfRatio('product', 'null', id, variant),
        ),
      ].filter(({ values: [value] }) => value !== undefined);
    }),
  ];
}

const grows = (what, ids, growthOf) => ({
  goal: `${what} grows with no more than size^0.1`,
  values: [worst(ids.map(growthOf))],
  unit: digits,
  met: atMost(0.1),
});

const parted = (all, is) => [all.filter(is), all.filter(one => !is(one))];

/** Whether more findings are told after an edit of this kind the more there are: the protocol tells a place by its line. */
const movesFindings = (results, id, variant) =>
  variant === 'tenth' && results.sizes.some(size => !results.isUnchanged(id, size, variant));

function reports({ times, verified }) {
  const standing = times.filter(({ server, unchanged }) => server === 'null' && unchanged === 1);
  const same = (a, b) => a.id === b.id && a.size === b.size && a.variant === b.variant;
  const shares = standing.map(entry => times.find(own => own.server === 'product' && same(own, entry))?.unchanged);
  const sum = key => verified.reduce((total, entry) => total + entry[key], 0);
  return [
    {
      goal: 'where keystrokes change no finding, the report says `unchanged`',
      values: [worst(shares, Math.min)],
      unit: percent,
      met: atLeast(1),
    },
    {
      goal: `after bursts and their undoing, the diagnostics are those of the text: of ${sum('checked')}, lost or stale`,
      values: [sum('wrong')],
      unit: count,
      met: atMost(0),
    },
  ];
}

const besidePeer = results =>
  [
    [1_000, 100],
    [10_000, 1_000],
  ].map(([size, factor]) => ({
    goal: `yaml-language-server takes ≥ ${count(factor)} × as long for a keystroke at ${count(size)} operations`,
    values: quantiles(q => results.ratio('yaml', 'product', 'middle', size, results.peerVariant, q)),
    met: atLeast(factor),
  }));

const bursts = results =>
  results.sizes.map(size => ({
    goal: `a burst at ${count(size)} operations settles ≤ 5 ms after the empty server`,
    values: quantiles(q => worst(both.map(variant => beyondEmpty(results, 'burst', size, variant, q)))),
    unit: ms,
    met: atMost(5),
  }));

const openings = results => [
  ...results.sizes.map(size => ({
    goal: `opening ${count(size)} operations: ≤ 1.2 × \`parseDocument\` in a process of its own`,
    values: quantiles(q =>
      worst(both.map(variant => results.ratio('product', 'parseDocument', 'open', size, variant, q))),
    ),
    met: atMost(1.2),
  })),
  ...results.sizes
    .filter(size => size >= 10_000)
    .map(size => ({
      goal: `while ${count(size)} operations are opened, a hover and an edit wait ≤ 100 ms longer than at the empty server`,
      values: ['openingHover', 'openingEdit'].map(id =>
        worst(both.map(variant => beyondEmpty(results, id, size, variant, 'max'))),
      ),
      unit: ms,
      met: atMost(100),
    })),
];

const answers = results =>
  ['hover', 'reference', 'key', 'actions'].map(id => ({
    goal: `${requests[id]} at 10,000 operations: ≤ 5 ms after the empty server`,
    values: quantiles(q => worst(both.map(variant => beyondEmpty(results, id, 10_000, variant, q)))),
    unit: ms,
    met: atMost(5),
  }));

const start = results => ({
  goal: 'from the start of the process to `initialized`: ≤ 1.5 × the empty server',
  values: quantiles(q => results.ratio('product', 'null', 'initialized', undefined, undefined, q)),
  met: atMost(1.5),
});

function memory(results) {
  const size = 10_000;
  const [own, peer] = ['product', 'yaml'].map(server => results.memoryOf(server, size, results.peerVariant));
  const [idle, empty] = ['product', 'null'].map(server => results.idle.find(entry => entry.server === server));
  const kinds = ['heap', 'rss'];
  const typed = memory => (memory === undefined ? none : count(memory.edits));
  return [
    {
      goal: `the most memory of the process, with 10,000 operations open and typed in (${typed(own)} edits, the other ${typed(peer)}): ≤ ⅓ of yaml-language-server`,
      values: [over(own?.peak, peer?.peak)],
      met: atMost(1 / 3),
    },
    {
      goal: 'memory of 10,000 operations at rest, heap and RSS over an idle server: ≤ ⅓ of yaml-language-server',
      values: kinds.map(kind => over(own?.[kind], peer?.[kind])),
      met: atMost(1 / 3),
    },
    {
      goal: 'the same: ≤ 8 kB an operation',
      values: kinds.map(kind => over(own?.[kind], size * 1000)),
      unit: value => `${digits(value)} kB`,
      met: atMost(8),
    },
    {
      goal: `growth of the heap by ${typed(own)} edits at 10,000 operations: < 5 %`,
      values: [over(own?.growth, own?.total)],
      unit: percent,
      met: value => value < 0.05,
    },
    {
      goal: 'an idle server, heap and RSS: ≤ 1.25 × the empty server',
      values: kinds.map(kind => over(idle?.[kind], empty?.[kind])),
      met: atMost(1.25),
    },
  ];
}
