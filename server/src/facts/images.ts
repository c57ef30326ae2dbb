import { samePlace } from '../model/place.ts';
import { type Listings, listedNamed } from './inventory/listing.ts';
import { type ImageState, unsaid, type World, worldKey } from './state.ts';

/** Puts a new image under its name, in the place of an older one of that name in its region. */
export function putImage(world: World, image: ImageState): void {
  const others: ImageState[] = [];
  for (const other of imagesNamed(world, image.name)) {
    const { name, facts, listed, deleted } = other;
    if (name !== image.name) continue;
    if (listed === true || facts.region?.value !== image.facts.region?.value) others.push(other);
    else if (deleted !== undefined && facts.id !== undefined) world.write(worldKey.gone(facts.id.value), other);
  }
  world.write(worldKey.image(image.name), [...others, image]);
}

/** Puts an image as it is now in the place of what it was. */
export function replaceImage(world: World, image: ImageState): void {
  const images = imagesNamed(world, image.name);
  const isThere = images.some(other => sameImage(other, image));
  world.write(
    worldKey.image(image.name),
    isThere ? images.map(other => (sameImage(other, image) ? image : other)) : [image, ...images],
  );
}

/** The images of a name: those of the manifest, and of the inventories those that it has not touched. */
export const imagesNamed = (world: World, name: string): readonly ImageState[] =>
  imagesWritten(world, name) ?? imagesListed(world, name);

const imagesWritten = (world: World, name: string): readonly ImageState[] | undefined =>
  world.read(worldKey.image(name)) as readonly ImageState[] | undefined;

/** An image of an inventory that has another name in the manifest is the one that it is there. */
function imagesListed(world: World, name: string): readonly ImageState[] {
  const listings = world.read(worldKey.inventory) as Listings | undefined;
  if (listings === undefined) return [];
  return listedNamed(listings, name).flatMap(state => {
    const other = world.read(worldKey.id('image', state.facts.id?.value ?? '')) as string | undefined;
    return other === undefined
      ? [state]
      : (imagesWritten(world, other)?.filter(image => haveSameId(image, state)) ?? []);
  });
}

/** An image that nothing declares: all that is known of it is its id, until operations do something to it. */
export const imageOutside = (id: string): ImageState => ({
  kind: 'image',
  name: id,
  place: undefined,
  source: undefined,
  facts: { id: { value: id, from: undefined } },
  tags: unsaid,
  tenants: unsaid,
  listed: true,
});

const haveSameId = (a: ImageState, b: ImageState): boolean => a.facts.id?.value === b.facts.id?.value;

/** Whether two states, of one name, are of one image. */
export const sameImage = (a: ImageState, b: ImageState): boolean => samePlace(a.source, b.source) && haveSameId(a, b);
