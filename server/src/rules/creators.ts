import type { ActionName } from '../model/vocabulary/index.ts';

/** The operations that create an image from something that is none yet; a copy is made of another image. */
export const creators: readonly ActionName[] = [
  'create-system-disk-image',
  'create-data-disk-image',
  'create-full-ecs-image',
  'import-system-disk-image',
  'import-data-disk-image',
  'register-iso',
];
