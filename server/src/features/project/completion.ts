import type { ProjectAnalysis } from '../../analysis/projectAnalysis.ts';
import type { Language } from '../../localized.ts';
import { nodeAt } from '../../model/place.ts';
import { projectKeys, regions, type ValueType, wordLists } from '../../model/vocabulary/index.ts';
import { ruleIds, rulesById } from '../../rules/index.ts';
import { parseSegment } from '../../syntax/parse.ts';
import type { Node } from '../../syntax/tree.ts';
import { describeRule } from '../describe/rule.ts';
import { describeRegion } from '../describe/value.ts';
import { describeProjectKey } from './key.ts';
import { openIn } from './open.ts';
import { type ProjectSpot, projectSpotAt } from './spot.ts';

export interface ProjectCompletion {
  readonly kind: 'key' | 'rule' | 'word' | 'region';
  readonly label: string;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly text: string;
}

/** What may stand where the word from `start` to `end` stands, the likeliest first. */
export interface ProjectCompletions {
  readonly start: number;
  readonly end: number;
  readonly items: readonly ProjectCompletion[];
}

/** What fits at `offset` of a project file, also where a word is only begun. */
export function completeProject(analysis: ProjectAnalysis, offset: number, language: Language): ProjectCompletions {
  const { text } = analysis.slot.segment;
  const start = offset - (/(?<![\w-])-*(\w[\w-]*)$/.exec(text.slice(0, offset))?.[1]?.length ?? 0);
  const end = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const spot = spotOfWord(text.slice(0, start));
  const isKeyAlready = /^["']?[^\S\r\n]*:/.test(text.slice(end)) || /["']$/.test(text.slice(0, start));
  const items = spot === undefined ? [] : fitting(spot, takenIn(analysis, spot, start), language);
  return { start, end, items: isKeyAlready ? items.map(item => ({ ...item, text: item.label })) : items };
}

const word = 'x';

/** What a word behind a text would be: the text is closed right after it, whatever follows. */
function spotOfWord(before: string): ProjectSpot | undefined {
  const closing = openIn(before);
  // A key of a block map is one by its colon alone.
  const isBlockKey = /^["']?$/.test(closing);
  const beginsLine = /(^|[\r\n])[^\S\r\n]*["']?$/.test(before);
  const whole = before + word + closing + (isBlockKey && beginsLine ? ':' : '');
  return projectSpotAt(parseSegment(whole).root, before.length);
}

/** What stands already beside the word at `start`. */
function takenIn({ slot }: ProjectAnalysis, { within }: ProjectSpot, start: number): ReadonlySet<string> {
  const around = nodeAt({ slot, path: within, part: 'value' })?.node;
  const nodes =
    around?.kind === 'map' ? around.pairs.map(({ key }) => key) : around?.kind === 'seq' ? around.items : [];
  const isElsewhere = (node: Node): boolean => node.end < start || start < node.start;
  return new Set(nodes.flatMap(node => (node.kind === 'scalar' && isElsewhere(node) ? [node.value] : [])));
}

function fitting(spot: ProjectSpot, taken: ReadonlySet<string>, language: Language): readonly ProjectCompletion[] {
  switch (spot.kind) {
    case 'key':
      return Object.keys(projectKeys)
        .filter(name => !taken.has(name))
        .map(name => ({
          kind: 'key',
          label: name,
          documentation: describeProjectKey(name, language),
          text: `${name}:`,
        }));
    case 'rule':
      return ruleIds
        .filter(id => !taken.has(id))
        .map(id => ({
          kind: 'rule',
          label: id,
          detail: rulesById.get(id)?.severity,
          documentation: describeRule(id, language),
          text: `${id}: `,
        }));
    case 'value':
      return values(spot.type, language).filter(({ label }) => !taken.has(label));
  }
}

function values(type: ValueType, language: Language): readonly ProjectCompletion[] {
  switch (type.kind) {
    case 'word':
      return wordLists[type.of].words.map(({ word, doc }) => ({
        kind: 'word',
        label: word,
        documentation: doc[language],
        text: word,
      }));
    case 'region':
      return regions.map(({ id, name }) => ({
        kind: 'region',
        label: id,
        detail: name,
        documentation: describeRegion(id, language),
        text: id,
      }));
    default:
      return [];
  }
}
