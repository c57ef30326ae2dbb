import type { ProjectAnalysis } from '../../analysis/projectAnalysis.ts';
import type { Language } from '../../localized.ts';
import { describeRule } from '../describe/rule.ts';
import { describeRegion, describeWord } from '../describe/value.ts';
import type { Hover } from '../hover.ts';
import { describeProjectKey } from './key.ts';
import { type ProjectSpot, projectSpotAt } from './spot.ts';

/** What there is to know about what stands at `offset` of a project file. */
export function hoverProject({ slot }: ProjectAnalysis, offset: number, language: Language): Hover | undefined {
  const spot = projectSpotAt(slot.tree.root, offset);
  if (spot === undefined) return undefined;
  const contents = describe(spot, language);
  return contents === undefined ? undefined : { contents, start: spot.span.start, end: spot.span.end };
}

function describe(spot: ProjectSpot, language: Language): string | undefined {
  switch (spot.kind) {
    case 'key':
      return describeProjectKey(spot.text, language);
    case 'rule':
      return describeRule(spot.text, language);
    case 'value':
      if (spot.type.kind === 'word') return describeWord(spot.type.of, spot.text, language);
      return spot.type.kind === 'region' ? describeRegion(spot.text, language) : undefined;
  }
}
