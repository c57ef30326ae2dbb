import { parseSegment } from '../syntax/parse.ts';
import { coreType } from '../syntax/scalar.ts';
import type { Node, ScalarNode } from '../syntax/tree.ts';

/** Characters that only an escape can show: controls, line breaks, the byte order mark, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

const jsonLiteral = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** Texts that are plain scalars beyond doubt: most names and ids. */
const word = /^(?!null$)[a-z0-9_][\w.@/-]*$/i;

/** A text as a scalar that is good anywhere on one line: plain where it reads back the same, else in double quotes. */
export function toYaml(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** A text as a scalar in the quotes of the one that it replaces. */
export const quotedLike = (node: Node, text: string): string =>
  inStyle(node.kind === 'scalar' ? node.style : 'plain', text);

/** A text as a scalar of a style, or of the nearest that can hold it. */
export function inStyle(style: ScalarNode['style'], text: string): string {
  if (style === 'double') return JSON.stringify(text);
  if (style === 'single' && !unprintable.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return toYaml(text);
}

/** YAML text as JSON. */
export function toJson(yaml: string): string {
  const { root } = parseSegment(yaml);
  return root === undefined ? 'null' : nodeToJson(root, yaml);
}

/** The reader itself decides, in a flow map, where a plain scalar may hold the least. */
function isPlain(text: string): boolean {
  if (word.test(text)) return true;
  if (text === '' || unprintable.test(text)) return false;
  const { root, faults } = parseSegment(`- { key: ${text} }`);
  const map = root?.kind === 'seq' ? root.items[0] : undefined;
  const [pair, ...others] = map?.kind === 'map' ? map.pairs : [];
  if (pair?.value.kind !== 'scalar' || others.length > 0 || faults.length > 0) return false;
  return pair.value.style === 'plain' && pair.value.value === text && coreType(pair.value) !== 'null';
}

function nodeToJson(node: Node, yaml: string): string {
  switch (node.kind) {
    case 'scalar':
      if (coreType(node) === 'null') return 'null';
      return node.style === 'plain' && jsonLiteral.test(node.value) ? node.value : JSON.stringify(node.value);
    case 'map':
      return `{${node.pairs.map(({ key, value }) => `${nodeToJson(key, yaml)}: ${nodeToJson(value, yaml)}`).join(', ')}}`;
    case 'seq':
      return `[${node.items.map(item => nodeToJson(item, yaml)).join(', ')}]`;
    default:
      return yaml.slice(node.start, node.end);
  }
}
