import type { CST } from 'yaml';
import type { Span } from './tree.ts';

/** Where a first key that runs over several lines has its last line: the key proper. */
export function lastLineOfFirstKey({ items: [first] }: CST.BlockMap): number | undefined {
  if (!first?.key || !isFlowScalar(first.key)) return undefined;
  const newline = first.key.source.lastIndexOf('\n');
  return newline < 0 ? undefined : first.key.offset + newline;
}

/** Whether a token is a scalar that is no block scalar, or an alias. */
export function isFlowScalar(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'scalar' || token.type === 'alias' || isQuoted(token);
}

export function isQuoted(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar';
}

/** Whether a quoted scalar lacks its closing quote. */
export function isUnclosed({ source }: CST.FlowScalar): boolean {
  return source.length === 1 || source.at(-1) !== source[0];
}

export function spanOf(token: CST.Token): Span {
  return { start: token.offset, end: endOf(token) };
}

/** Where a token ends; what follows a scalar on its line is not part of it. */
export function endOf(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
    case 'flow-collection': {
      const item = token.items.at(-1);
      const closing = token.type === 'flow-collection' ? token.end.at(-1) : undefined;
      const last = closing ?? item?.value ?? item?.sep?.at(-1) ?? item?.key ?? item?.start.at(-1);
      return last ? endOf(last) : token.offset + 1;
    }
    case 'block-scalar':
      return endOf(token.props.at(-1) ?? token) + token.source.length;
    default:
      return token.offset + ('source' in token ? token.source.length : 0);
  }
}
