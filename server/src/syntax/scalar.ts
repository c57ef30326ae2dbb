import type { ScalarNode } from './tree.ts';

export type CoreType = 'null' | 'boolean' | 'integer' | 'float' | 'string';

const NULL = /^(?:~|[Nn]ull|NULL)?$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The type of a scalar by the core schema of YAML 1.2. Quoted and block scalars are strings. */
export function coreType(node: ScalarNode): CoreType {
  if (node.style !== 'plain') return 'string';
  if (NULL.test(node.value)) return 'null';
  if (BOOLEAN.test(node.value)) return 'boolean';
  if (INTEGER.test(node.value)) return 'integer';
  if (FLOAT.test(node.value)) return 'float';
  return 'string';
}
