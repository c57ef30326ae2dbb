import { readWord } from '../../model/words.ts';
import type { Known } from '../known.ts';
import type { ImageFacts } from '../state.ts';
import { isPrivate, type ListedImage } from './inventory.ts';

type Value<K> = K extends Known<infer T> ? T : never;

/** What the attributes of an image say. What is not here is unknown. */
export type Attributes = { readonly [K in keyof ImageFacts]: Value<NonNullable<ImageFacts[K]>> | undefined };

export type FindImage = (id: string) => ListedImage | undefined;

const gigabyte = 2 ** 30;

export function attributesOf(image: ListedImage, find: FindImage): Attributes {
  const line = lineage(image, find);
  return {
    id: image.id,
    status: wordOf('image-status', image.status),
    type: typeOf(image),
    size: positive(image.__image_size, gigabyte),
    min_disk: positive(image.min_disk, 1),
    disk_format: wordOf('disk-format', image.disk_format),
    architecture: isTrue(image.__support_arm) ? 'arm' : undefined,
    os_bit: textOf(image.__os_bit),
    os_type: wordOf('os-type', image.__os_type),
    os_version: textOf(image.__os_version),
    platform: line.map(({ __platform }) => wordOf('platform', __platform)).find(isKnown),
    encrypted: textOf(image.__system__cmkid) !== undefined,
    origin: originOf(line),
    shared_by: image.__imagetype === 'shared' ? (textOf(image.owner) ?? '?') : undefined,
    private: textOf(image.__imagetype) === undefined ? undefined : isPrivate(image),
  };
}

/** The keys of an image's tags; nothing where they cannot be told. */
export function tagNames({ tags }: ListedImage): readonly string[] | undefined {
  if (!Array.isArray(tags) || !tags.every(tag => typeof tag === 'string')) return undefined;
  return tags.map(tag => tag.split('=', 1)[0] as string);
}

/** The image and those that it was made from, as far as they are known. */
function lineage(image: ListedImage, find: FindImage): readonly ListedImage[] {
  const line = new Set<ListedImage>();
  for (let next: ListedImage | undefined = image; next !== undefined && !line.has(next); ) {
    line.add(next);
    const parent = textOf(next.__originalimagename);
    next = parent === undefined ? undefined : find(parent);
  }
  return [...line];
}

const origins: ReadonlyMap<unknown, string> = new Map([
  ['gold', 'public'],
  ['market', 'marketplace'],
]);

/** A public or Marketplace ancestor wins over what is said of an external file. */
function originOf(line: readonly ListedImage[]): string | undefined {
  const ancestor = line.map(({ __imagetype }) => origins.get(__imagetype)).find(isKnown);
  return ancestor ?? (line.some(({ __root_origin }) => __root_origin === 'file') ? 'file' : undefined);
}

const types: ReadonlyMap<unknown, string> = new Map([
  ['IsoImage', 'iso'],
  ['DataImage', 'data-disk'],
  ['FusionCompute', 'system-disk'],
  ['Ironic', 'system-disk'],
]);

function typeOf(image: ListedImage): string | undefined {
  const isWhole =
    isTrue(image.__whole_image) ||
    textOf(image.__backup_id) !== undefined ||
    textOf(image.__data_origin)?.startsWith('server_backup,');
  return isWhole ? 'full-ecs' : types.get(image.virtual_env_type);
}

const isKnown = <T>(value: T | undefined): value is T => value !== undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;

/** The API writes `true`, `"true"` and `"True"`. */
const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true';

function wordOf(list: Parameters<typeof readWord>[0], value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : (readWord(list, text) ?? text);
}

/** Nothing has a size of zero: it is not known yet. */
function positive(value: unknown, unit: number): number | undefined {
  const number = Number(textOf(value) ?? Number.NaN);
  return number > 0 && Number.isFinite(number) ? number / unit : undefined;
}
