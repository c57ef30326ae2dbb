import { fileFormat, type ImageThing, type Scene } from './scene.ts';
import type { Collected, FactName } from './state.ts';
import { all, no, type Truth } from './truth.ts';

/** Only a full-ECS image tells what it was created from. */
export function isFullEcs(image: ImageThing): Truth {
  const type = image.fact('type').is('full-ecs');
  const createdFrom = image.fact('created_from').test(() => true);
  return type.value === undefined && createdFrom.value === true ? createdFrom : type;
}

/** Whether a copy leaves the image's region. */
export function isAcross({ said, image }: Scene): Truth {
  if (said.struct.region('target_region') === 'absent') return no;
  const target = said.region('target_region');
  return all(
    target.test(() => true),
    image.fact('region').test(source => source !== target.value),
  );
}

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
