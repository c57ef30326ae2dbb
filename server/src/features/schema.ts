import type { Language, Localized } from '../localized.ts';
import { actionKeys, groupKeys } from '../model/model.ts';
import {
  type ActionDef,
  type ActionName,
  actions,
  type KeyDef,
  type Keys,
  type Need,
  projectFileName,
  projectKeys,
  regions,
  type ShapeName,
  shapes,
  type ValueType,
  type WordListName,
  wordLists,
} from '../model/vocabulary/index.ts';
import { ruleIds } from '../rules/index.ts';

/** A JSON Schema, draft 7. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** What a manifest may look like, for editors and tools without the server. It knows nothing of the constraints of IMS. */
export function manifestSchema(language: Language): Schema {
  const { describe, structure } = writer(language);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ims/v1',
    ...describe(shapes.manifest.doc),
    ...structure(shapes.manifest.keys),
    definitions: {
      ...mapValues(shapes, shape => ({ ...describe(shape.doc), ...structure(shape.keys) })),
      ...mapValues(wordLists, list => wordSchema(list.words, list.open, describe)),
      operation: operationSchema(language),
      operations: {
        type: 'array',
        items: {
          if: { type: 'object', required: Object.keys(groupKeys) },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: structure(groupKeys),
          else: ref('operation'),
        },
      },
    },
  };
}

/** What a project file may look like. */
export function projectSchema(language: Language): Schema {
  const { describe, structure } = writer(language);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: projectFileName,
    ...structure(projectKeys),
    type: ['object', 'null'],
    definitions: { severity: wordSchema(wordLists.severity.words, wordLists.severity.open, describe) },
  };
}

const ref = (name: ShapeName | WordListName | 'operation' | 'operations'): Schema => ({
  $ref: `#/definitions/${name}`,
});

const mapValues = <V, R>(record: Readonly<Record<string, V>>, to: (value: V) => R): Readonly<Record<string, R>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));

interface Writer {
  describe(doc: Localized): Schema;
  structure(keys: Keys): Schema;
}

function writer(language: Language): Writer {
  const describe = (doc: Localized): Schema => ({ description: doc[language] });
  const property = ({ value, doc, default: byDefault }: KeyDef): Schema => ({
    ...describe(doc),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...narrowed(valueSchema(value)),
  });
  const structure = (keys: Keys): Schema => {
    const required = Object.keys(keys).filter(key => keys[key]?.required);
    return {
      type: 'object',
      properties: mapValues(keys, property),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  };
  return { describe, structure };
}

/** In draft 7 nothing counts beside a reference. */
const narrowed = (schema: Schema): Schema => ('$ref' in schema ? { allOf: [schema] } : schema);

/** A scalar as text: YAML may read a number or a flag in it. */
const anyText: Schema = { type: ['string', 'number', 'boolean'] };

const listedTag: Schema = { anyOf: [anyText, { type: 'object', properties: { key: anyText }, required: ['key'] }] };

function valueSchema(type: ValueType): Schema {
  switch (type.kind) {
    case 'text':
      return { type: ['string', 'number', 'boolean', 'null'] };
    case 'path':
    case 'reference':
    case 'name':
      return anyText;
    case 'object':
      return { type: 'string', pattern: '^[^:]+:.+' };
    case 'boolean':
      return {
        anyOf: [{ type: 'boolean' }, { type: 'string', pattern: `^(${anyCase('true')}|${anyCase('false')})$` }],
      };
    case 'integer':
      return {
        anyOf: [
          { type: 'integer', minimum: type.min },
          { type: 'string', pattern: '^\\d+$' },
        ],
      };
    case 'size':
      return {
        anyOf: [
          { type: 'number', minimum: 0 },
          { type: 'string', pattern: '^\\s*(\\d+(\\.\\d+)?|\\.\\d+)\\s*([mMgGtT][iI]?[bB]?)?\\s*$' },
        ],
      };
    case 'word':
      return ref(type.of);
    case 'region':
      return { anyOf: [{ enum: regions.map(({ id }) => id) }, anyText] };
    case 'tags':
      return { anyOf: [{ type: ['object', 'null'] }, { type: 'array', items: listedTag }] };
    case 'list':
      return { type: 'array', items: valueSchema(type.of) };
    case 'map':
      return { type: ['object', 'null'], ...entriesSchema(type) };
    case 'shape':
      return ref(type.of);
    case 'either':
      return { anyOf: type.of.map(valueSchema) };
    case 'operations':
      return orNull(ref('operations'));
    case 'anything':
      return {};
  }
}

function entriesSchema({ of, by }: Extract<ValueType, { kind: 'map' }>): Schema {
  const value = orNull(valueSchema(of));
  if (by !== 'rule') return { additionalProperties: value };
  return { properties: Object.fromEntries(ruleIds.map(id => [id, value])), additionalProperties: false };
}

/** What is there and says nothing yet is no error by itself. */
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

function wordSchema(
  words: (typeof wordLists)[WordListName]['words'],
  open: boolean,
  describe: Writer['describe'],
): Schema {
  const spellings = words.flatMap(({ word, synonyms }) => [word, ...synonyms]);
  const numbers = spellings.filter(word => /^\d+$/.test(word)).map(Number);
  return {
    anyOf: [
      ...words.map(({ word, doc }) => ({ const: word, ...describe(doc) })),
      ...(numbers.length > 0 ? [{ enum: numbers }] : []),
      open ? anyText : { type: 'string', pattern: `^(${spellings.map(anyCase).join('|')})$` },
    ],
  };
}

/** A pattern for a word in any letter case, which the patterns of JSON Schema cannot say otherwise. */
const anyCase = (word: string): string =>
  word
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/[a-z]/gi, letter => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

function operationSchema(language: Language): Schema {
  const { structure } = writer(language);
  return {
    type: 'object',
    properties: { action: ref('action') },
    required: ['action'],
    allOf: Object.entries<ActionDef>(actions).map(([name, { needs }]) => {
      const needed = needs.flatMap(needSchema);
      return {
        if: { properties: { action: { const: name } }, required: ['action'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { ...structure(actionKeys(name as ActionName)), ...(needed.length > 0 && { allOf: needed }) },
      };
    }),
  };
}

/** What a need asks for; whether a copy leaves its region is beyond a schema. */
function needSchema({ keys, when }: Need): readonly Schema[] {
  const wanted: Schema = { anyOf: keys.map(key => ({ required: [key] })) };
  if (when === 'across-regions') return [];
  if (when === undefined) return [wanted];
  if ('key' in when) return [{ anyOf: [{ not: { required: [when.key] } }, wanted] }];
  const isSet: Schema = {
    properties: {
      [when.not]: { not: { anyOf: [{ const: false }, { type: 'string', pattern: `^${anyCase('false')}$` }] } },
    },
    required: [when.not],
  };
  return [{ anyOf: [isSet, wanted] }];
}
