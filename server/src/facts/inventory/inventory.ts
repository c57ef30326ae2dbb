import type { InventoryFault } from '../../model/problem.ts';

/** An image as the API describes it. */
export type ListedImage = Readonly<Record<string, unknown>> & { readonly id: string };

/** Whether an image counts for the quota: it is the account's own. */
export const isPrivate = ({ __imagetype }: ListedImage): boolean => __imagetype === 'private';

/** A saved response of `GET /v2/cloudimages`, by id and by name. What its images say is read when they are asked for. */
export class Inventory {
  readonly #byId = new Map<string, ListedImage>();
  readonly #byName = new Map<string, ListedImage[]>();
  #byBackup: ReadonlyMap<unknown, ListedImage> | undefined;

  constructor(images: readonly ListedImage[]) {
    for (const image of images) {
      if (this.#byId.has(image.id)) continue;
      this.#byId.set(image.id, image);
      if (typeof image.name !== 'string') continue;
      const others = this.#byName.get(image.name);
      if (others === undefined) this.#byName.set(image.name, [image]);
      else others.push(image);
    }
  }

  /** The ids of those that count for the quota. */
  *privateIds(): Iterable<string> {
    for (const image of this.#byId.values()) if (isPrivate(image)) yield image.id;
  }

  withId(id: string): ListedImage | undefined {
    return this.#byId.get(id);
  }

  named(name: string): readonly ListedImage[] {
    return this.#byName.get(name) ?? [];
  }

  /** The images that backups have been made into, by the id of the backup; most manifests never ask. */
  get byBackup(): ReadonlyMap<unknown, ListedImage> {
    this.#byBackup ??= new Map(
      [...this.#byId.values()].flatMap(image => (image.__backup_id ? [[image.__backup_id, image] as const] : [])),
    );
    return this.#byBackup;
  }

  names(): Iterable<string> {
    return this.#byName.keys();
  }
}

/** Finds what a manifest's path leads to; nothing while that is not known. */
export type InventoryFiles = (path: string) => Inventory | InventoryFault | undefined;

export function parseInventory(text: string): Inventory | InventoryFault {
  try {
    return readInventory(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return 'no-json';
  }
}

/** Reads a response, or its list of images alone. */
export function readInventory(response: unknown): Inventory | InventoryFault {
  const images = isRecord(response) ? response.images : response;
  return Array.isArray(images) && images.every(isImage) ? new Inventory(images) : 'no-inventory';
}

const isImage = (value: unknown): value is ListedImage => isRecord(value) && typeof value.id === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
