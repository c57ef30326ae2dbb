import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { bundle } from './bundle.mjs';
import { ready } from './lifetimes.mjs';

/** Where the time goes when a server starts, when a text is opened and when it is typed in: the share of each folder of the source. */
export async function profile(out, server, { yaml: { text, cycles } }, keystrokes) {
  const { steps } = cycles.find(({ id }) => id === 'middle');
  const program = join(out, 'server.cjs');
  await bundle('server/src/node.ts', program, { sourcemap: 'linked' });
  const placeOf = placesIn(program);
  const client = await ready({ ...server, program }, { profiled: true });
  const start = shares(await client.probe('stopProfile'), placeOf);
  await client.probe('startProfile');
  await client.open(text);
  const open = shares(await client.probe('stopProfile'), placeOf);
  await client.probe('startProfile');
  for (let i = 0; i < keystrokes; i++) {
    const { change, state } = steps[i % steps.length];
    client.change(change, state);
    await client.diagnostics();
  }
  const typing = shares(await client.probe('stopProfile'), placeOf);
  await client.stop();
  return { start, open, typing };
}

/** The milliseconds of each place, the most first. */
function shares({ nodes, samples, timeDeltas }, placeOf) {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const total = new Map();
  for (const [i, id] of samples.entries()) {
    const place = places.get(id);
    if (place !== undefined) total.set(place, (total.get(place) ?? 0) + timeDeltas[i] / 1000);
  }
  return [...total].sort((a, b) => b[1] - a[1]).map(([place, ms]) => ({ place, ms }));
}

/** The folder of the source that a function of a program is from. */
function placesIn(program) {
  const map = new SourceMap(JSON.parse(readFileSync(`${program}.map`, 'utf8')));
  const sources = resolve('server/src');
  return ({ functionName, url, lineNumber, columnNumber }) => {
    if (functionName === '(idle)') return undefined;
    if (functionName === '(garbage collector)') return 'garbage collection';
    if (functionName === '(program)') return 'native code';
    if (!url.endsWith(program)) return 'Node.js';
    const { originalSource } = map.findEntry(lineNumber, columnNumber);
    if (originalSource === undefined) return 'Node.js';
    const file = resolve(join(program, '..'), originalSource);
    const library = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    if (library !== undefined) return library;
    return relative(sources, file).replace(/\/.*/, '/');
  };
}
