import { over } from './results.mjs';
import { count, digits, none, table, times } from './table.mjs';
import { variants } from './titles.mjs';

/** What is promised, and what has been measured. */
export function goals(results) {
  const rows = [...keystrokes(results), ...growth(results), ...peers(results), ...others(results), ...memory(results)];
  return table(
    ['goal', 'measured', 'met'],
    rows.map(({ goal, value, unit = times, met }) =>
      value === undefined ? [goal, none, none] : [goal, unit(value), met(value) ? 'yes' : '**no**'],
    ),
  );
}

const atMost = limit => value => value <= limit;
const atLeast = limit => value => value >= limit;
const ms = value => `${digits(value)} ms`;
const largest = values => {
  const known = values.filter(value => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

const keystrokes = results =>
  Object.keys(variants).flatMap(variant =>
    results.sizes
      .filter(size => size > 100)
      .flatMap(size =>
        ['p50', 'p95'].map(quantile => ({
          goal: `a keystroke at ${count(size)} operations (${variant}) ≤ 3 × the empty server, ${quantile}`,
          value: largest(
            ['start', 'middle', 'end'].map(id => {
              const [own, empty] = ['product', 'null'].map(server => results.find(server, id, size, variant));
              return over(own?.[quantile], empty?.[quantile]);
            }),
          ),
          met: atMost(3),
        })),
      ),
  );

const growth = results => {
  const [least, most] = [Math.min(...results.sizes), Math.max(...results.sizes)];
  const at = size => results.p50('product', 'middle', size, 'few');
  return [
    {
      goal: `a keystroke at ${count(most)} operations (few) ≤ 2 × that at ${count(least)}`,
      value: over(at(most), at(least)),
      met: atMost(2),
    },
  ];
};

const peers = results =>
  [
    [1_000, 100],
    [10_000, 1_000],
  ].map(([size, factor]) => ({
    goal: `yaml-language-server takes ≥ ${count(factor)} × as long for a keystroke at ${count(size)} operations (few)`,
    value: results.ratio('yaml', 'product', 'middle', size, 'few'),
    met: atLeast(factor),
  }));

const others = results => {
  const most = Math.max(...results.sizes);
  const size = results.sizes.includes(10_000) ? 10_000 : most;
  const beyond = (id, size) =>
    largest(
      Object.keys(variants).map(variant => {
        const [own, empty] = ['product', 'null'].map(server => results.p50(server, id, size, variant));
        return own === undefined || empty === undefined ? undefined : own - empty;
      }),
    );
  return [
    {
      goal: `a burst at ${count(most)} operations settles ≤ 5 ms after the empty server`,
      value: beyond('burst', most),
      unit: ms,
      met: atMost(5),
    },
    ...results.sizes.map(size => ({
      goal: `opening ${count(size)} operations (few) ≤ 1.2 × \`parseDocument\` in a process of its own`,
      value: results.ratio('product', 'parseDocument', 'open', size, 'few'),
      met: atMost(1.2),
    })),
    ...['hover', 'reference', 'key', 'actions'].map(id => ({
      goal: `${id} at ${count(size)} operations ≤ 5 ms after the empty server`,
      value: beyond(id, size),
      unit: ms,
      met: atMost(5),
    })),
    {
      goal: 'from the start of the process to `initialized` ≤ 1.5 × the empty server',
      value: results.ratio('product', 'null', 'initialized'),
      met: atMost(1.5),
    },
  ];
};

const memory = results =>
  results.sizes.flatMap(size => {
    const [own, peer] = ['product', 'yaml'].map(server => results.memoryOf(server, size, 'few'));
    return [
      {
        goal: `heap of ${count(size)} operations (few) ≤ 8 kB an operation`,
        value: own && own.heap / size / 1000,
        unit: value => `${digits(value)} kB`,
        met: atMost(8),
      },
      {
        goal: `the same ≤ ⅓ of yaml-language-server`,
        value: over(own?.heap, peer?.heap),
        met: atMost(1 / 3),
      },
    ];
  });
