/** As many things are offered at once, and as many names are looked at for them, however many there are. */
const mostOffered = 100;
const mostLookedAt = 1000;

/** What is offered; not `isAll`: of more than that. */
export interface Choice<T> {
  readonly chosen: readonly T[];
  readonly isAll: boolean;
}

export const nothing: Choice<never> = { chosen: [], isAll: true };

/** What names stand for, the first names first: all of it, if they are few, else what is typed may mean. */
export function choose<T>(
  names: () => Iterable<string>,
  typed: string,
  meaningOf: (name: string) => readonly T[],
): Choice<T> {
  if (typed === '' || areFew(names())) return look(names(), meaningOf);
  return { ...look(likeTyped(names(), typed), meaningOf), isAll: false };
}

function areFew(names: Iterable<string>): boolean {
  const seen = new Set<string>();
  for (const name of names) if (seen.add(name).size > mostOffered) return false;
  return true;
}

function look<T>(names: Iterable<string>, meaningOf: (name: string) => readonly T[]): Choice<T> {
  const seen = new Set<string>();
  const chosen: T[] = [];
  for (const name of names) {
    if (seen.has(name)) continue;
    if (chosen.length >= mostOffered || seen.size >= mostLookedAt) return { chosen, isAll: false };
    seen.add(name);
    chosen.push(...meaningOf(name));
  }
  return { chosen, isAll: true };
}

/**
 * The names that what is typed may become: itself, without the region behind it, those that begin with it, then those
 * that editors take for it as well, with its letters in their order.
 */
function* likeTyped(names: Iterable<string>, typed: string): Iterable<string> {
  yield typed;
  yield typed.replace(/@[^@]*$/, '');
  const letters = typed.toLowerCase();
  const others: string[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower.startsWith(letters)) yield name;
    else if (others.length < mostLookedAt && holdsInOrder(lower, letters)) others.push(name);
  }
  yield* others;
}

function holdsInOrder(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
