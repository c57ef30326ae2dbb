import type { ShapeName, ThingKind, ValueType, WordListName } from './types.ts';

export const text: ValueType = { kind: 'text' };
export const path: ValueType = { kind: 'path' };
export const object: ValueType = { kind: 'object' };
export const boolean: ValueType = { kind: 'boolean' };
export const region: ValueType = { kind: 'region' };
export const name: ValueType = { kind: 'name' };
export const tags: ValueType = { kind: 'tags' };
export const operations: ValueType = { kind: 'operations' };

export const integer = (min: number): ValueType => ({ kind: 'integer', min });
export const size = (unit: 'GB' | 'MB' = 'GB'): ValueType => ({ kind: 'size', unit });
export const word = (of: WordListName): ValueType => ({ kind: 'word', of });
export const reference = (to: ThingKind): ValueType => ({ kind: 'reference', to });
export const list = (of: ValueType): ValueType => ({ kind: 'list', of });
export const map = (of: ValueType): ValueType => ({ kind: 'map', of });
export const mapByRegion = (of: ValueType): ValueType => ({ kind: 'map', of, by: 'region' });
export const mapByRule = (of: ValueType) => ({ kind: 'map', of, by: 'rule' }) as const;
export const shape = (of: ShapeName): ValueType => ({ kind: 'shape', of });
export const either = (...of: readonly ValueType[]): ValueType => ({ kind: 'either', of });
