import type { Landmark } from '../range.ts';

/** Where the object of an image stands in the text of an inventory file, and in it its id. */
export function findInventoryImage(text: string, id: string): Landmark | undefined {
  const open: number[] = [];
  let found: { readonly start: number; readonly selection: Landmark['selection'] } | undefined;
  // An image is an object in the list of images, which is the root or stands in the root.
  const depth = /^\uFEFF?\s*\[/.test(text) ? 1 : 2;
  for (const { 0: token, index, groups } of text.matchAll(tokens)) {
    if (token === '{') {
      open.push(index);
    } else if (token === '}') {
      const start = open.pop();
      if (found !== undefined && start === found.start) {
        return { range: { start, end: index + 1 }, selection: found.selection };
      }
    } else if (groups?.id !== undefined && open.length === depth && found === undefined && saysId(groups.id, id)) {
      const end = index + token.length - 1;
      found = { start: open.at(-1) as number, selection: { start: end - groups.id.length + 2, end } };
    }
  }
  return undefined;
}

const tokens = /"id"\s*:\s*(?<id>"(?:[^"\\]|\\.)*")|"(?:[^"\\]|\\.)*"?|[{}]/g;

const saysId = (literal: string, id: string): boolean => {
  try {
    return JSON.parse(literal) === id;
  } catch {
    return false;
  }
};
