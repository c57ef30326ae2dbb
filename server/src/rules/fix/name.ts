import type { Scope } from '../rule.ts';

/** A name that no image or server of the manifest has or gets: as wished, or else with a number. */
export function newName(wish: string, scope: Scope): string {
  let name = wish;
  for (let n = 2; scope.isTaken(name); n++) name = `${wish}-${n}`;
  return name;
}
