import { importBundled } from '../../scripts/rules/bundle.mjs';
import { median, timed, within } from './measure.mjs';

/**
 * What an edit cannot do without, in this process and without a server: to read the segment anew, and to judge the
 * operations that its facts reach; and what the engine takes for all of it. Middle times.
 */
export async function limits({ text, cycles }, budget) {
  const { Analysis, judge, parseSegment } = await importBundled('test/bench/engine.mjs');
  const analysis = new Analysis(text);
  const { document, settings } = analysis;
  const times = async work => {
    await within(budget, work); // until it is warm
    const all = [];
    await within(budget, async i => all.push((await timed(() => work(i))).ms));
    return median(all);
  };
  const limitOf = async (id, reached) => {
    const { steps } = cycles.find(cycle => cycle.id === id);
    const { slot } = document.slotAt(document.offsetAt(steps[0].change.range.start));
    const scenes = reached(slot).flatMap(slot => analysis.scenesOf(slot).flat());
    return {
      id,
      operations: scenes.length,
      parse: await times(() => parseSegment(slot.segment.text)),
      checks: await times(() => scenes.map(scene => judge(scene, settings))),
      engine: await times(i => {
        const { range, text } = steps[i % steps.length].change;
        analysis.edit({ start: document.offsetAt(range.start), end: document.offsetAt(range.end), text });
        analysis.findings();
      }),
    };
  };
  return [await limitOf('middle', slot => [slot]), await limitOf('fact', () => firstOperations(analysis, 1_000))];
}

function firstOperations(analysis, most) {
  const found = [];
  for (const slot of analysis.document.slots()) {
    if (found.length === most) break;
    if (analysis.scenesOf(slot).length > 0) found.push(slot);
  }
  return found;
}
