import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Outcome } from '../../server/src/analysis/judge.ts';
import { toTextChanges, write } from '../../server/src/edit/write.ts';
import { isWithin, samePlace } from '../../server/src/model/place.ts';
import { actions, commonKeys, shapes } from '../../server/src/model/vocabulary/index.ts';
import { constraintRules, groupRules } from '../../server/src/rules/index.ts';
import { casesOf, ruleIds, samples } from '../rules/cases.ts';
import { applied } from '../support/apply.ts';
import { aPart, manifestText } from '../support/arbitrary.ts';
import { diskFacts, type FactKey, factsIn, operationFacts, thingFacts } from '../support/facts.ts';
import { wholeManifest } from '../support/wholeManifest.ts';

/** Each operation with the outcome of each rule. */
type Ledger = readonly ReadonlyMap<string, Outcome>[];

const ledgerOf = (analysis: Analysis): Ledger =>
  [...analysis.document.slots()]
    .flatMap(slot => analysis.operationsOf(slot))
    .map(({ verdicts }) => new Map(verdicts.map(({ rule, outcome }) => [rule.id, outcome])));

/** What is decided though less is known, or decided in another way: `operation rule: before → after`. */
function turned(before: Ledger, after: Ledger): readonly string[] {
  expect(after.map(verdicts => [...verdicts.keys()])).toEqual(before.map(verdicts => [...verdicts.keys()]));
  return before.flatMap((verdicts, i) =>
    [...verdicts].flatMap(([rule, outcome]) => {
      const now = after[i]?.get(rule);
      return now === 'undecided' || now === outcome ? [] : [`${i} ${rule}: ${outcome} → ${now}`];
    }),
  );
}

/** The findings of constraints that no violated line of a ledger stands for. */
function unfounded(analysis: Analysis): readonly string[] {
  const judged = [...analysis.document.slots()].flatMap(slot => analysis.operationsOf(slot));
  const rules = new Map([...constraintRules, ...groupRules].map(rule => [rule.id, rule]));
  return analysis.findings().flatMap(({ rule: id, place, related: [meant] }) => {
    const rule = rules.get(id);
    if (rule === undefined || isDeclared(analysis, id)) return [];
    const founded = judged.some(({ scene, verdicts }) =>
      verdicts.some(verdict => {
        const told = 'place' in verdict.rule ? verdict.rule.place(scene) : scene.place;
        const stands = isWithin(told, scene.operation.entry) ? place : meant?.place;
        return verdict.rule.id === id && verdict.outcome === 'violated' && samePlace(told, stands);
      }),
    );
    return founded ? [] : [id];
  });
}

/** Whether a rule finds something about a declaration alone. */
const isDeclared = (analysis: Analysis, id: string): boolean =>
  [...analysis.document.slots()].some(slot =>
    analysis
      .modelOf(slot)
      ?.declarations.some(declaration =>
        constraintRules.some(rule => rule.id === id && rule.declared?.(declaration) !== undefined),
      ),
  );

/** The manifest with a fact less. */
function without(fact: FactKey, analysis: Analysis): string {
  const changes = toTextChanges(analysis.document, write([{ kind: 'remove', ...fact }]));
  return applied(analysis.document.text, changes);
}

/** Takes facts out of a manifest, one after the other, and holds each ledger to the first. */
function check(text: string, picks: readonly number[]): void {
  let analysis = new Analysis(text);
  const first = ledgerOf(analysis);
  for (const pick of picks) {
    const facts = factsIn(analysis);
    const fact = facts[Math.floor(pick * facts.length)];
    if (fact === undefined) return;
    const less = without(fact, analysis);
    analysis = new Analysis(less);
    expect(turned(first, ledgerOf(analysis)), less).toEqual([]);
    expect(unfounded(analysis), less).toEqual([]);
  }
}

/** Takes each fact out of a manifest by itself. */
function checkEach(text: string): void {
  const analysis = new Analysis(text);
  const first = ledgerOf(analysis);
  expect(unfounded(analysis), text).toEqual([]);
  for (const fact of factsIn(analysis)) {
    const less = without(fact, analysis);
    expect(turned(first, ledgerOf(new Analysis(less))), less).toEqual([]);
  }
}

const written = [
  ...[...samples('good'), ...samples('bad')].map(({ file, text }) => ({ name: file, text })),
  ...ruleIds.flatMap(rule => casesOf(rule).map((text, i) => ({ name: `${rule} ${i + 1}`, text }))),
  { name: 'the manifest of a bigger test', text: readFileSync('test/grammar/manifest.ims.yaml', 'utf8') },
].filter(({ text }) => new Analysis(text).findings().every(({ rule }) => rule !== 'yaml-syntax'));

test.each(written.map(({ name, text }) => [name, text]))('any one fact less decides nothing anew: %s', (_, text) =>
  checkEach(text),
);

const picks = fc.array(aPart, { minLength: 1, maxLength: 12 });
const seed = Date.now() % 2 ** 31;

test('facts less decide nothing anew, whatever is known', () => {
  const law = fc.property(wholeManifest, picks, (text, some) => {
    checkEach(text);
    check(text, some);
  });
  fc.assert(law, { numRuns: 200, seed });
}, 300_000);

test('any facts less decide nothing anew', () => {
  const readable = manifestText.filter(text =>
    new Analysis(text).findings().every(({ rule }) => rule !== 'yaml-syntax' && rule !== 'duplicate-key'),
  );
  const text = fc.oneof(fc.constantFrom(...written.map(({ text }) => text)), readable);
  fc.assert(fc.property(text, picks, check), { numRuns: 200, seed });
}, 300_000);

test('of every key it is said whether it states a fact', () => {
  for (const [name, { keys }] of Object.entries(shapes)) {
    const rows = name === 'disk' || name === 'data-disk' ? diskFacts : thingFacts[name as keyof typeof shapes];
    if (rows !== undefined) expect(Object.keys(rows), name).toEqual(expect.arrayContaining(Object.keys(keys)));
  }
  const keys = new Set([commonKeys, ...Object.values(actions).map(({ keys }) => keys)].flatMap(Object.keys));
  expect(Object.keys(operationFacts).sort()).toEqual([...keys].sort());
});
