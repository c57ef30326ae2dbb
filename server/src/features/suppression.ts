import type { Span } from '../syntax/tree.ts';

/** The rule id at an offset of a suppression comment. */
export function suppressedAt(text: string, offset: number): { readonly rule: string; readonly span: Span } | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = /(?<=^|[ \t])#[ \t]*ims-ignore(?:-file)?:(.*?)(?=[ \t]--\s|$)/d.exec(line);
  const ids = comment?.indices?.[1];
  if (ids === undefined) return undefined;
  for (const { 0: rule, index } of line.slice(...ids).matchAll(/[a-z0-9-]+/g)) {
    const span = { start: start + ids[0] + index, end: start + ids[0] + index + rule.length };
    if (span.start <= offset && offset <= span.end) return { rule, span };
  }
  return undefined;
}
