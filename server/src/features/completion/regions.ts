import type { Language } from '../../localized.ts';
import { writeSize } from '../../model/size.ts';
import { regions } from '../../model/vocabulary/index.ts';
import { crossRegionLimit } from '../../rules/replicate-size.ts';
import type { Item } from './item.ts';
import type { Request } from './request.ts';

/** The regions that may stand here, with their names and how large an image can leave them. */
export const regionItems = (
  { language }: Request,
  fits: (id: string) => boolean,
  insert: (id: string) => Item['insert'],
): readonly Item[] =>
  regions
    .filter(({ id }) => fits(id))
    .map(({ id, name }) => ({
      label: id,
      kind: 'region',
      detail: [name, limitOf(id, language)].filter(part => part !== undefined).join(' · '),
      filter: name === undefined ? id : `${id} ${name}`,
      insert: insert(id),
      topic: { of: 'region', region: id },
    }));

function limitOf(id: string, language: Language): string {
  const limit = writeSize(crossRegionLimit(id));
  return { en: `copies to other regions up to ${limit}`, zh: `跨区域复制最大 ${limit}` }[language];
}
