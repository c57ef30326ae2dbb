import { readFlavor } from './declare.ts';
import { fileFormat, type ImageThing, type Said, type Scene } from './scene.ts';
import type { Collected, FactName } from './state.ts';
import { Fact, no, type Truth } from './truth.ts';

/** Only a full-ECS image tells what it was created from. */
export function isFullEcs(image: ImageThing): Truth {
  const type = image.fact('type').is('full-ecs');
  const createdFrom = image.fact('created_from').test(() => true);
  return type.value === undefined && createdFrom.value === true ? createdFrom : type;
}

/** Whether it is told where a copy goes; keys that only one to another region needs leave open to which. */
const namesTarget = ({ struct }: Said): boolean =>
  struct.region('target_region') !== 'absent' || struct.has('project_name') || struct.has('agency_name');

/** Whether a copy leaves the image's region. */
export function isAcross({ said, image }: Scene): Truth {
  if (!namesTarget(said)) return no;
  return said.region('target_region').differsFrom(image.fact('region'));
}

/** The region of the image that an operation makes: a copy within the region is where its source is. */
export function regionOfResult({
  operation,
  said,
  region,
  image,
}: Pick<Scene, 'operation' | 'said' | 'region' | 'image'>): Fact<string> {
  if (operation.action !== 'replicate') return region;
  if (namesTarget(said)) return said.region('target_region');
  const source = image.fact('region');
  return source.known === undefined ? region : source;
}

/** Whether an image is made of a server of that type, and not of a backup or of a volume alone. */
export function isMadeOf({ said, server }: Scene, type: 'ECS' | 'BMS'): Truth {
  if (said.struct.has('backup') || said.struct.text('server') === 'absent') return no;
  return server.fact('type').is(type);
}

/** The architecture of a new server: as written, or else as its flavor says. */
export function newArchitecture({ said }: Scene): Fact<string> {
  const written = said.word('architecture');
  return said.struct.text('architecture') === 'absent'
    ? new Fact(written.name, written.of, flavorOf(said)?.architecture)
    : written;
}

/** The memory of a new server: as written, or else as its flavor says. */
export function newMemory({ said }: Scene): Fact<number> {
  const written = said.size('memory');
  return said.struct.text('memory') === 'absent' ? new Fact(written.name, written.of, flavorOf(said)?.memory) : written;
}

function flavorOf(said: Said): ReturnType<typeof readFlavor> {
  const flavor = said.text('flavor').known;
  return flavor && readFlavor(flavor);
}

/** Whether an operation gives a key to encrypt with; an empty one is none. */
export const hasKey = ({ said }: Scene): Truth =>
  said.struct.text('cmk_id') === 'absent' ? no : said.text('cmk_id').test(key => key !== '');

/** Whether fast import takes an external file. */
export const hasFastFormat = (scene: Scene): Truth => fileFormat(scene).is('RAW', 'ZVHD2');

/** Whether there are more than `limit`; undecided where there may be more than those that are known. */
export function isOverCount(collected: Collected, limit: number, fact: FactName, of: string): Truth {
  const value = countOf(collected);
  if (value <= limit && !collected.whole) return { value: undefined, evidence: [], missing: [{ fact, of }] };
  return { value: value > limit, evidence: [{ fact, value, from: undefined }], missing: [] };
}

/** How many there are at least. */
export const countOf = ({ names, others }: Collected): number => names.size + others;

/** Tells the images of operations apart: what the manifest knows of one, else its id, else the text that it is given by. */
export function identityOf({ image: { state }, said }: Scene): unknown {
  return (state?.listed ? state.facts.id?.value : state) ?? said.text('image').value ?? said;
}
