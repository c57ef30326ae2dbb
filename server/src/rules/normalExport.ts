import type { Scene } from '../facts/scene.ts';
import { no, type Truth } from '../facts/truth.ts';
import type { RuleSettings } from './rule.ts';

/** Whether an image is in a region where normal export takes more than 128 GB. */
export const isExempt = ({ image }: Scene, { normalExportRegions }: RuleSettings): Truth =>
  normalExportRegions.length === 0 ? no : image.fact('region').is(...normalExportRegions);
