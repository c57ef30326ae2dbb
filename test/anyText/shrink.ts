import { type Typed, textOf } from './wrong.ts';

/** A text with fewer edits or characters of which something still holds. */
export async function shrunk(typed: Typed, holds: (typed: Typed) => Promise<boolean>): Promise<Typed> {
  let least = typed;
  const accept = async (smaller: Typed): Promise<boolean> => {
    if (!(await holds(smaller))) return false;
    least = smaller;
    return true;
  };
  await accept({ text: textOf(typed), edits: [] });
  while (least.edits.length > 1) {
    const [first, ...rest] = least.edits;
    if (first === undefined || !(await accept({ text: textOf({ ...least, edits: [first] }), edits: rest }))) break;
  }
  for (let size = least.text.length >> 1; size > 0; size >>= 1) {
    for (let start = 0; start + size <= least.text.length; ) {
      if (!(await accept(without(least, start, start + size)))) start += size;
    }
  }
  return least;
}

/** The same without a stretch of the text as it is opened; edits of what is gone are made where it was. */
function without({ text, edits }: Typed, from: number, to: number): Typed {
  const move = (offset: number): number => (offset <= from ? offset : Math.max(from, offset - (to - from)));
  return {
    text: text.slice(0, from) + text.slice(to),
    edits: edits.map(edit => ({ ...edit, start: move(edit.start), end: move(edit.end) })),
  };
}
