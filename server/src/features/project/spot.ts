import { projectKey, type ValueType } from '../../model/vocabulary/index.ts';
import type { Node, Span } from '../../syntax/tree.ts';

/** What stands at an offset of a project file, as far as its vocabulary has a word for it. */
export type ProjectSpot = {
  readonly span: Span;
  readonly text: string;
  /** The way to the map or list that it stands in. */
  readonly within: readonly string[];
} & (
  | { readonly kind: 'key' }
  /** The id of a rule, as a key. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'value'; readonly type: ValueType }
);

export function projectSpotAt(root: Node | undefined, offset: number): ProjectSpot | undefined {
  if (root?.kind !== 'map') return undefined;
  return first(root.pairs, ({ key, value }) => {
    if (key.kind !== 'scalar') return undefined;
    if (covers(key, offset)) return { kind: 'key', span: key, text: key.value, within: [] };
    const def = projectKey(key.value);
    return def && search(value, def.value, [key.value], offset);
  });
}

/** Looks into a value, or into what it consists of: `within` leads to the map or list. */
function search(node: Node, type: ValueType, within: readonly string[], offset: number): ProjectSpot | undefined {
  if (node.kind === 'map' && type.kind === 'map') {
    return first(node.pairs, ({ key, value }) => {
      if (key.kind !== 'scalar') return undefined;
      if (covers(key, offset)) return { kind: 'rule', span: key, text: key.value, within };
      return search(value, type.of, within, offset);
    });
  }
  if (node.kind === 'seq' && type.kind === 'list') {
    return first(node.items, item => search(item, type.of, within, offset));
  }
  if (node.kind !== 'scalar' || node.value === '' || !covers(node, offset)) return undefined;
  return { kind: 'value', span: node, text: node.value, within, type };
}

const covers = ({ start, end }: Node, offset: number): boolean => start <= offset && offset <= end;

function first<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
