import { goals } from './goals.mjs';
import { over, Results } from './results.mjs';
import { count, digits, none, table, times } from './table.mjs';
import { edits, requests, variants } from './titles.mjs';

/** The page of a run. */
export function report(measured) {
  const results = new Results(measured);
  const sections = [
    introduction(results),
    '## Goals',
    goals(results),
    ...Object.entries(variants).flatMap(([variant, title]) => [
      `## ${title}`,
      ownTimes(results, variant),
      ...peersOf(results, variant),
    ]),
    '## Start',
    starts(results),
    '## Processor time of a keystroke',
    processor(results),
    '## Memory',
    memory(results),
    '## Command line',
    commandLine(results),
    ...profiles(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

const introduction = ({ date, node, machine, mode, load, servers }) => `# Performance

Written by \`npm run bench\`${mode === 'quick' ? ' in its quick form: a draft, the numbers are rough' : ''}. ${date}, Node.js ${node}, ${machine}, load ${digits(load)} at the start.

The built server is a black box behind its standard input and output, and so are the others, with the same client and the same generated text of about 300 bytes an operation. Times are in milliseconds, from the moment before a change is sent to the moment at which the diagnostics of the changed text are there: **middle** (95th percentile, longest).

- The *empty server* looks at nothing and answers what the product has answered, ready-made: no server that answers as much can be faster. It takes turns with the product, and × after a time is how many times its middle time that is.
- *${servers.yaml.title}* has the JSON Schema of the product. It waits ${servers.yaml.wait} ms for more typing before it reads; that is not counted.
- *${servers.json.title}* has the same schema and the same data as JSON.
- \`yaml.parseDocument\` and \`JSON.parse\` read the text and do nothing else.
- The growth *k* is that of size^k, fitted over all sizes: 0 is the same in any file, 1 is proportional to the file.
- ${none} was not measured: it takes too long.`;

/** The product, and how many times the empty server it takes. */
function ownTimes(results, variant) {
  const cell = (id, size) => {
    const found = results.find('product', id, size, variant);
    if (found === undefined) return none;
    const ratio = id === 'open' ? undefined : results.ratio('product', 'null', id, size, variant);
    const spread = found.n > 1 ? ` (${digits(found.p95)}, ${digits(found.max)})` : '';
    return `**${digits(found.p50)}**${spread}${ratio === undefined ? '' : ` ${times(ratio)}`}`;
  };
  const titles = { open: 'open → first diagnostics', ...edits, ...requests };
  return table(
    ['', ...results.sizes.map(count), 'growth'],
    Object.entries(titles).map(([id, title]) => [
      title,
      ...results.sizes.map(size => cell(id, size)),
      digits(results.growth('product', id, variant)),
    ]),
  );
}

/** What the others take, and how many times the product that is. */
function peersOf(results, variant) {
  const titles = { open: 'open', ...edits, ...requests };
  const names = ['yaml', 'json', 'parseDocument', 'JSON.parse'];
  const rows = names.flatMap(server =>
    Object.entries(titles)
      .filter(([id]) => results.sizes.some(size => results.find(server, id, size, variant)))
      .map(([id, title]) => [
        `${titleOf(results, server)}: ${id === 'middle' && !(server in results.servers) ? 'the whole text anew' : title}`,
        ...results.sizes.map(size => {
          const p50 = results.p50(server, id, size, variant);
          if (p50 === undefined) return none;
          return `${digits(p50)} (${times(results.ratio(server, 'product', id, size, variant))})`;
        }),
        digits(results.growth(server, id, variant)),
      ]),
  );
  if (rows.length === 0) return [];
  return [
    'The middle times of the others, and how many times those of the product they are:',
    table(['', ...results.sizes.map(count), 'growth'], rows),
  ];
}

const titleOf = ({ servers }, server) => (server in servers ? servers[server].title.replace(/ \S+$/, '') : server);

const starts = results =>
  table(
    ['from the start of the process to `initialized`', 'middle', 'longest', 'empty server'],
    Object.entries(results.servers).map(([server, { title }]) => {
      const { p50, max } = results.find(server, 'initialized');
      return [title, digits(p50), digits(max), times(results.ratio(server, 'null', 'initialized'))];
    }),
  );

function processor(results) {
  const rows = Object.entries(variants).flatMap(([variant]) =>
    Object.entries(results.servers).map(([server, { title }]) => [
      `${title}, ${variant}`,
      ...results.sizes.map(size => digits(results.find(server, 'middle', size, variant)?.cpu)),
    ]),
  );
  return table(['milliseconds, all threads', ...results.sizes.map(count)], rows.filter(isMeasured));
}

const isMeasured = ([, ...cells]) => cells.some(cell => cell !== none);

function memory(results) {
  const megabytes = bytes => digits(bytes / 1e6);
  const rows = results.memory.map(({ server, variant, size, heap, rss, peakOpen, peak, edits, growth }) => [
    `${results.servers[server].title}, ${variant}`,
    count(size),
    digits(heap / size / 1000),
    digits(rss / size / 1000),
    megabytes(peakOpen),
    megabytes(peak),
    `${megabytes(growth)} after ${count(edits)}`,
  ]);
  return table(
    [
      '',
      'operations',
      'heap, kB an operation',
      'RSS, kB an operation',
      'peak at open, MB',
      'peak, MB',
      'growth by edits, MB',
    ],
    rows,
  );
}

function commandLine({ commandLine: { manifests, operations, check, parse } }) {
  const row = (title, { ms, manifests, megabytes }) => [title, digits(ms), digits(manifests), digits(megabytes)];
  const text = `A folder of ${count(manifests)} manifests of ${count(operations)} operations, the start of the process included. \`check\` takes ${times(over(check.ms, parse.ms))} the time of reading them only.`;
  return `${text}\n\n${table(
    ['', 'ms', 'manifests a second', 'MB a second'],
    [row('`ims-manifest check`', check), row('`yaml.parseDocument`', parse)],
  )}`;
}

/** Where the time goes, in per cent. */
function profiles({ profiles }) {
  if (profiles.length === 0) return [];
  const total = shares => shares.reduce((sum, { ms }) => sum + ms, 0);
  const columns = profiles.flatMap(({ size, open, typing, keystrokes }) => [
    { head: `open ${count(size)}`, shares: open, unit: 1 },
    { head: `keystroke at ${count(size)}`, shares: typing, unit: keystrokes },
  ]);
  const places = [...new Set(columns.flatMap(({ shares }) => shares.map(({ place }) => place)))].sort();
  const cell = ({ shares, unit }, place) => {
    const ms = shares.find(share => share.place === place)?.ms;
    return ms === undefined ? none : `${digits(ms / unit)} (${Math.round((ms / total(shares)) * 100)} %)`;
  };
  return [
    '## Where the time goes',
    'Milliseconds by folder of `server/src/` and by library, sampled.',
    table(
      ['', ...columns.map(({ head }) => head)],
      [
        ...places.map(place => [place, ...columns.map(column => cell(column, place))]),
        ['all', ...columns.map(({ shares, unit }) => digits(total(shares) / unit))],
      ],
    ),
  ];
}
