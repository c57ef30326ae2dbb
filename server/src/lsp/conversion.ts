import type { Finding } from '../analysis/finding.ts';
import { rulePage } from '../rulePage.ts';
import type { Block } from '../syntax/block.ts';
import { visible } from '../visible.ts';
import type { Client } from './client.ts';
import { severityOf } from './convert.ts';
import { type LineOf, Location } from './location.ts';
import type { Diagnostic } from './protocol.ts';

export const source = 'ims';

/** The diagnostics of a block. */
export type Part = readonly Diagnostic[];

/** A block that diagnostics point into, and where it started when they were placed. */
interface Ground {
  readonly block: Block;
  readonly edition: number;
  line: number;
}

/** The findings of a block as diagnostics. What does not depend on where blocks start is worked out once. */
export class Conversion {
  readonly #all: readonly Placeable[];
  readonly #grounds: readonly Ground[];
  #part: Part | undefined;

  constructor(findings: readonly Finding[], uri: string, client: Client) {
    this.#all = findings.map(finding => convert(finding, uri, client));
    const blocks = new Set(this.#all.flatMap(({ locations }) => locations.map(({ block }) => block)));
    this.#grounds = [...blocks].map(block => ({ block, edition: block.edition, line: 0 }));
  }

  /** Whether the blocks are still those of the text, which is still the same in them. */
  isCurrent(blocks: readonly Block[]): boolean {
    for (const { block, edition } of this.#grounds) {
      if (blocks[block.index] !== block || block.edition !== edition) return false;
    }
    return true;
  }

  /** Whether all is still where it was placed. */
  isPlaced(lineOf: LineOf): boolean {
    for (const { block, line } of this.#grounds) if (lineOf(block) !== line) return false;
    return true;
  }

  /** The blocks that the diagnostics point into. */
  get blocks(): readonly Block[] {
    return this.#grounds.map(({ block }) => block);
  }

  placed(lineOf: LineOf): Part {
    if (this.#part === undefined || !this.isPlaced(lineOf)) {
      for (const ground of this.#grounds) ground.line = lineOf(ground.block);
      this.#part = this.#all.map(({ at }) => at(lineOf));
    }
    return this.#part;
  }
}

interface Placeable {
  readonly locations: readonly Location[];
  /** As it is when blocks start where they do. */
  readonly at: (lineOf: LineOf) => Diagnostic;
}

function convert({ rule, severity, message, place, related }: Finding, uri: string, client: Client): Placeable {
  const { language, showsRelatedInformation } = client;
  const own = new Location(place);
  const others = showsRelatedInformation
    ? related.map(({ place, message }) => ({ location: new Location(place), message: visible(message[language]) }))
    : [];
  return {
    locations: [own, ...others.map(({ location }) => location)],
    at: lineOf => ({
      range: own.at(lineOf),
      severity: severityOf[severity],
      source,
      code: rule,
      codeDescription: { href: rulePage(rule, language) },
      message: visible(message[language]),
      ...(others.length > 0 && {
        relatedInformation: others.map(({ location, message }) => ({
          location: { uri, range: location.at(lineOf) },
          message,
        })),
      }),
    }),
  };
}
