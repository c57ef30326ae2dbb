import leven from 'leven';
import { actions, regions, type WordListName, wordLists } from './vocabulary/index.ts';

/** What each spelling of a word list means, by the spelling in lower case. */
const spellings = new Map<string, Map<string, string>>();

function spellingsOf(list: WordListName): Map<string, string> {
  let known = spellings.get(list);
  if (known === undefined) {
    known = new Map();
    for (const { word, synonyms } of wordLists[list].words) {
      for (const spelling of [word, ...synonyms]) known.set(spelling.toLowerCase(), word);
    }
    spellings.set(list, known);
  }
  return known;
}

/** The canonical word for a spelling, in any letter case. */
export const readWord = (list: WordListName, text: string): string | undefined =>
  spellingsOf(list).get(text.trim().toLowerCase());

/** Whether a candidate is one edit away, letter case aside. Two neighbours that have changed places are one edit, too. */
export function isOneEditAway(text: string): (candidate: string) => boolean {
  const lower = text.toLowerCase();
  // What is farther away than the limit is told to be as far.
  const isNear = (other: string): boolean => leven(lower, other, { maxDistance: 2 }) < 2 || isSwapped(lower, other);
  return other => Math.abs(other.length - text.length) <= 1 && isNear(other.toLowerCase());
}

/** Whether two texts that are not the same are so but for the order of two neighbours. */
function isSwapped(a: string, b: string): boolean {
  let i = 0;
  while (a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** The candidates that are one edit away. */
export const oneEditAway = (text: string, candidates: Iterable<string>): readonly string[] =>
  [...candidates].filter(isOneEditAway(text));

/** The candidate that is one edit away, if there is just one. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const close = oneEditAway(text, candidates);
  return close.length === 1 ? close[0] : undefined;
}

export const nearestWord = (list: WordListName, text: string): string | undefined =>
  nearest(
    text,
    wordLists[list].words.map(({ word }) => word),
  );

const regionIds: ReadonlyMap<string, string> = new Map(
  regions.flatMap(({ id, name }) => (name === undefined ? [] : [[plain(name), id] as const])),
);

/** The id of the region with that official display name. */
export const regionOfName = (text: string): string | undefined => regionIds.get(plain(text));

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

export const isAction = (text: string): text is keyof typeof actions => Object.hasOwn(actions, text);
