import type { SlotModel } from '../../model/model.ts';
import { readText } from '../../model/struct.ts';
import type { Request } from './request.ts';

/** As many values are plenty to choose from, and as many parts of a manifest tell which are in use. */
const mostValues = 100;
const mostParts = 5000;

/** The texts that a key has elsewhere in the manifest, alone or in lists, the nearest first. */
export function valuesUsed({ here }: Request, key: string): ReadonlySet<string> {
  const values = new Set<string>();
  let parts = 0;
  for (const model of here()?.models() ?? []) {
    for (const text of textsIn(model, key)) values.add(text);
    if (values.size >= mostValues || ++parts === mostParts) break;
  }
  return values;
}

/** The buckets that operations read from and write to. */
export function bucketsUsed(request: Request): ReadonlySet<string> {
  const urls = ['bucket_url', 'image_url'].flatMap(key => [...valuesUsed(request, key)]);
  return new Set(urls.filter(url => /^[^:]+:/.test(url)).map(url => url.slice(0, url.indexOf(':'))));
}

function* textsIn({ items, declarations }: SlotModel, key: string): Iterable<string> {
  const structs = [...items.flatMap(({ operations }) => operations), ...declarations];
  for (const { struct } of structs) {
    const node = struct.field(key)?.node;
    for (const value of node?.kind === 'seq' ? node.items : node === undefined ? [] : [node]) {
      const text = readText(value);
      if (text !== undefined && text !== '') yield text;
    }
  }
}
