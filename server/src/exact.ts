/**
 * A list without the room for sixteen more that V8 gives one that grows. Of what lasts as long as the text there are
 * tens of thousands.
 */
export const exact = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? nothing : list.slice());

const nothing: readonly never[] = [];
