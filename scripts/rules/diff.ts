/** The lines of two texts, each with `- `, `+ ` or two spaces before it: gone, new, or in both. */
export function diff(before: string, after: string): readonly string[] {
  const old = before.trimEnd().split('\n');
  const fresh = after.trimEnd().split('\n');
  const common = commonTails(old, fresh);
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      lines.push(`  ${old[i++]}`);
      j++;
    } else if (i < old.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push(`- ${old[i++]}`);
    } else {
      lines.push(`+ ${fresh[j++]}`);
    }
  }
  return lines.map(line => line.trimEnd());
}

/** How many lines the texts have in common, in order, from line i of the one and line j of the other. */
function commonTails(old: readonly string[], fresh: readonly string[]): readonly (readonly number[])[] {
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = common[i] as number[];
    const below = common[i + 1] as number[];
    for (let j = fresh.length - 1; j >= 0; j--) {
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return common;
}
