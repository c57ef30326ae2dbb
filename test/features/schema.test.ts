import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type Document, parseAllDocuments } from 'yaml';
import { readProject } from '../../server/src/analysis/project.ts';
import { manifestSchema, projectSchema, type Schema } from '../../server/src/features/schema.ts';
import { actionKeys, groupKeys } from '../../server/src/model/model.ts';
import { type ActionName, actions, projectKeys, shapes, wordLists } from '../../server/src/model/vocabulary/index.ts';
import { ruleIds as allRules } from '../../server/src/rules/index.ts';
import { analysisOf, casesOf, ruleIds, samples } from '../rules/cases.ts';

// Strict: a keyword that is misspelt, or that never counts, is an error.
const ajv = new Ajv({ allowUnionTypes: true });
ajv.addSchema(manifestSchema('en'), 'manifest');
const isManifest = ajv.getSchema('manifest');
const isProject = ajv.compile(projectSchema('en'));

/** What the documents of a text say; nothing where they are no YAML for others. */
function valuesIn(text: string): readonly unknown[] | undefined {
  const documents = parseAllDocuments(text, { merge: true }) as readonly Document[];
  try {
    return documents.every(({ errors }) => errors.length === 0) ? documents.map(one => one.toJS()) : undefined;
  } catch {
    return undefined;
  }
}

/** The rules that a schema can have an opinion on. */
const structural = ['unknown-key', 'missing-key', 'invalid-value'];

/** Whether a copy leaves its region is beyond a schema. */
const beyond = /`(agency_name|project_name)` is missing/;

const manifests = [
  ...ruleIds.flatMap(rule => casesOf(rule).map((text, i) => ({ name: `case ${i + 1} of ${rule}`, text }))),
  ...samples('good').map(({ file, text }) => ({ name: `the good ${file}`, text })),
  ...samples('bad').map(({ file, text }) => ({ name: `the bad ${file}`, text })),
].flatMap(({ name, text }) => {
  const values = valuesIn(text);
  return values === undefined ? [] : [{ name, text, values }];
});

describe('the schema of manifests', () => {
  test('there is enough to compare', () => {
    expect(manifests.length).toBeGreaterThan(250);
  });

  test.each(manifests)('says of $name what the checks say', ({ text, values }) => {
    const found = analysisOf(text)
      .findings()
      .filter(({ rule, message }) => structural.includes(rule) && !beyond.test(message.en));
    expect(values.every(value => isManifest?.(value))).toBe(found.length === 0);
  });

  const schema = manifestSchema('en') as {
    readonly properties: Schema;
    readonly definitions: Readonly<Record<string, Schema & { readonly properties: Schema }>>;
  };

  test('has every key', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(shapes.manifest.keys));
    for (const [name, { keys }] of Object.entries(shapes)) {
      expect(Object.keys(schema.definitions[name]?.properties ?? {}), name).toEqual(Object.keys(keys));
    }
    const { operation, operations } = schema.definitions;
    const byAction = operation?.allOf as readonly { readonly then: { readonly properties: Schema } }[] | undefined;
    expect(byAction?.map(({ then }) => Object.keys(then.properties))).toEqual(
      Object.keys(actions).map(name => Object.keys(actionKeys(name as ActionName))),
    );
    const group = operations?.items as { readonly then: { readonly properties: Schema } } | undefined;
    expect(Object.keys(group?.then.properties ?? {})).toEqual(Object.keys(groupKeys));
  });

  test.each(Object.entries(wordLists))('has every word of %s, in any letter case', (name, { words, open }) => {
    const isWord = ajv.compile({ $ref: `manifest#/definitions/${name}` });
    const spellings = words.flatMap(({ word, synonyms }) => [word, ...synonyms]);
    const all = spellings.flatMap(word => [word, word.toLowerCase(), word.toUpperCase()]);
    expect(all.filter(word => !isWord(word))).toEqual([]);
    expect(isWord('none of them')).toBe(open);
    const proposed = ((schema.definitions[name]?.anyOf ?? []) as readonly Schema[]).flatMap(
      ({ const: word }) => word ?? [],
    );
    expect(proposed).toEqual(words.map(({ word }) => word));
  });
});

describe('the schema of project files', () => {
  test.each([
    '',
    '{}',
    'rules:\n',
    'rules: { share-encrypted: off, tag-limit: WARNING }',
    'rules: { share-encrypted: "off" }',
    'normalExportRegions: [cn-north-4, somewhere]',
    'rules: { share-encrypted: severe }',
    'rules: { share-encryptd: off }',
    'rules: off',
    'rule: {}',
    '- a',
    'text',
    'normalExportRegions: cn-north-4',
    'normalExportRegions: [[a]]',
  ])('says of %j what the reader says', text => {
    const [value = null] = valuesIn(text) ?? [];
    expect(isProject(value)).toBe(readProject(text).findings.length === 0);
  });

  test('has every key and every rule', () => {
    const { properties } = projectSchema('en') as { readonly properties: Readonly<Record<string, object>> };
    expect(Object.keys(properties)).toEqual(Object.keys(projectKeys));
    expect(Object.keys((properties.rules as { properties: object }).properties)).toEqual(allRules);
  });
});

test.each([
  ['manifests', manifestSchema],
  ['project files', projectSchema],
] as const)('the schema of %s is the same in both languages, but for what it tells', (_, schemaIn) => {
  const without = (schema: Schema): string =>
    JSON.stringify(schema, (key, value) => (key === 'description' && typeof value === 'string' ? '' : value));
  expect(without(schemaIn('zh'))).toBe(without(schemaIn('en')));
  expect(JSON.stringify(schemaIn('en'))).not.toMatch(/\p{Script=Han}/u);
  expect(JSON.stringify(schemaIn('zh'))).toMatch(/\p{Script=Han}/u);
});
