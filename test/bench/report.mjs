import { goals } from './goals.mjs';
import { limitsOf, profilesOf } from './inside.mjs';
import { over, Results } from './results.mjs';
import { count, digits, none, table, times } from './table.mjs';
import { edits, opening, requests, variants } from './titles.mjs';

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
    '## Where the time goes',
    profilesOf(results),
    '## The physical limit',
    limitsOf(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

const introduction = ({ date, node, machine, awake, mode, load, servers }) => `# Performance

Written by \`npm run bench\`${mode === 'quick' ? ' in its quick form: a draft, the numbers are rough' : ''}. ${date}, Node.js ${node}, ${machine}, load ${digits(load)} at the start.

The built server is a black box behind its standard input and output, and so are the others, with the same client and the same generated text of about 300 bytes an operation. Times are in milliseconds, from the moment before a change is sent to the moment at which the diagnostics of the changed text are there: **middle** (95th percentile, longest). Goals are on the middle and on the 95th percentile, of the slowest kind of keystroke.

- *tenth* is a manifest a tenth of whose operations violates a constraint, *few* one in which three do.
- The *empty server* looks at nothing and answers what the product has answered, ready-made: no server that answers as much can be faster. It takes turns with the product, and × after a time is how many times its middle time that is; after the time of opening, how many times that of \`parseDocument\` in a process of its own.
- *${servers.yaml.title}* has the JSON Schema of the product. It waits ${servers.yaml.wait} ms for more typing before it reads; that is not counted.
- *${servers.json.title}* has the same schema and the same data as JSON. Both get *tenth*: a schema knows no constraint.
- \`yaml.parseDocument\` and \`JSON.parse\` read the text and do nothing else.
- The growth *k* is that of size^k, fitted over all sizes: 0 is the same in any file, 1 is proportional to the file.
- ${none} was not measured: it takes too long, or the server answers with an error.${awake ? wakeful : ''}${mode === 'quick' ? '' : warm}`;

const wakeful = `
- Work that gives way to all other keeps the processors from sleeping meanwhile: a virtual machine can take half a millisecond to wake one, more than most of what is measured.`;

const warm = `
- Servers that take turns are warm: they have taken in up to 4,000 changes of the kind before, or 400 requests. The first changes after a start take two or three times as long.`;

/** The product, and how many times the empty server it takes. */
function ownTimes(results, variant) {
  const cell = (id, size) => {
    const found = results.find('product', id, size, variant);
    if (found === undefined) return none;
    const ratio = results.ratio('product', id === 'open' ? 'parseDocument' : 'null', id, size, variant);
    const spread = found.n > 1 ? ` (${digits(found.p95)}, ${digits(found.max)})` : '';
    return `**${digits(found.p50)}**${spread}${ratio === undefined ? '' : ` ${times(ratio)}`}`;
  };
  const titles = { ...opening, ...edits, ...requests };
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
  const titlesOf = server => (server in results.servers ? { open: opening.open, ...edits, ...requests } : readings);
  const names = ['yaml', 'json', 'parseDocument', 'JSON.parse'];
  const rows = names.flatMap(server =>
    Object.entries(titlesOf(server))
      .filter(([id]) => results.sizes.some(size => results.find(server, id, size, variant)))
      .map(([id, title]) => [
        `${titleOf(results, server)}: ${title}`,
        ...results.sizes.map(size => {
          const time = results.time(server, id, size, variant);
          if (time === undefined) return none;
          return `${digits(time)} (${times(results.ratio(server, 'product', id, size, variant))})`;
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

/** What is to be done without a server when a text is opened, and at a keystroke. */
const readings = { open: 'the whole text, in a process that has just begun', middle: 'the whole text anew' };

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
      ...results.sizes.map(size => {
        const [own, empty] = [server, 'null'].map(name => results.find(name, 'middle', size, variant)?.cpu);
        return own === undefined ? none : `${digits(own)} (${times(over(own, empty))})`;
      }),
    ]),
  );
  return table(
    ['milliseconds, all threads, and × the empty server', ...results.sizes.map(count)],
    rows.filter(isMeasured),
  );
}

const isMeasured = ([, ...cells]) => cells.some(cell => cell !== none);

function memory(results) {
  const megabytes = bytes => digits(bytes / 1e6);
  const beside = (own, other) => (other === undefined ? '' : ` (${times(over(own, other))})`);
  const empty = results.idle.find(({ server }) => server === 'null');
  const idle = table(
    ['idle', 'heap, MB', 'RSS, MB'],
    results.idle.map(({ server, ...taken }) => [
      results.servers[server].title,
      ...['heap', 'rss'].map(kind => `${megabytes(taken[kind])}${beside(taken[kind], empty[kind])}`),
    ]),
  );
  const rows = results.memory.map(({ server, variant, size, ...taken }) => {
    const product = server === 'product' ? undefined : results.memoryOf('product', size, variant);
    return [
      `${results.servers[server].title}, ${variant}`,
      count(size),
      ...['heap', 'rss'].map(kind => `${digits(taken[kind] / size / 1000)}${beside(taken[kind], product?.[kind])}`),
      ...['peakOpen', 'peak'].map(kind => `${megabytes(taken[kind])}${beside(taken[kind], product?.[kind])}`),
      `${megabytes(taken.growth)} (${digits((taken.growth / taken.total) * 100)} %) after ${count(taken.edits)}`,
    ];
  });
  const ofText = table(
    [
      '',
      'operations',
      'heap over idle, kB an operation',
      'RSS over idle, kB an operation',
      'peak at open, MB',
      'peak, MB',
      'growth of the heap by edits, MB',
    ],
    rows,
  );
  return `After a collection, and a pause before it: of 10,000 operations of 40 s in a full run, as V8 gives back what it no longer uses after a while. × is how many times the empty server, and below how many times the product.\n\n${idle}\n\n${ofText}`;
}

function commandLine({ commandLine: { manifests, bytes, rates } }) {
  const rateOf = (program, threads) => rates.find(rate => rate.program === program && rate.threads === threads);
  const titles = { check: '`ims-manifest check`', parse: '`yaml.parseDocument`' };
  return `${count(manifests)} manifests of 1 to 100 operations, ${digits(bytes / 1e6)} MB, the start of the process included. × is how many times as fast as \`parseDocument\` in as many threads.\n\n${table(
    ['', 'threads', 'ms', 'manifests a second', 'MB a second', 'times as fast as with one'],
    rates.map(({ program, threads, ms, manifests, megabytes }) => [
      titles[program],
      count(threads),
      digits(ms),
      digits(manifests),
      `${digits(megabytes)} (${times(over(rateOf('parse', threads).ms, ms))})`,
      times(over(rateOf(program, 1).ms, ms)),
    ]),
  )}`;
}
