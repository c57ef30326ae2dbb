import type { Finding } from '../analysis/finding.ts';
import { rulePage } from '../rulePage.ts';
import type { Block } from '../syntax/block.ts';
import { visible } from '../visible.ts';
import type { Client } from './client.ts';
import { severityOf } from './convert.ts';
import { Ground, Location } from './location.ts';
import type { Diagnostic } from './protocol.ts';

export const source = 'ims';

/** The diagnostics of a block. */
export type Part = readonly Diagnostic[];

/** The findings of a block as diagnostics. What does not depend on where segments start is worked out once. */
export class Conversion {
  readonly #all: readonly Placeable[];
  readonly #grounds: readonly Ground[];
  /** The last block that the diagnostics point into: blocks never pass one another. */
  readonly last: Block | undefined;
  #part: Part | undefined;

  constructor(findings: readonly Finding[], uri: string, client: Client) {
    this.#all = findings.map(finding => convert(finding, uri, client));
    const slots = new Set(this.#all.flatMap(({ locations }) => locations.map(({ slot }) => slot)));
    this.#grounds = [...slots].map(slot => new Ground(slot));
    for (const { block } of slots) if (this.last === undefined || block.index > this.last.index) this.last = block;
  }

  /** Whether what was placed is still true. */
  stands(blocks: readonly Block[]): boolean {
    return this.isCurrent(blocks) && this.#isPlaced;
  }

  /** Whether all that the diagnostics point into is still in the text, among these blocks, and still the same. */
  isCurrent(blocks: readonly Block[]): boolean {
    return this.#grounds.every(ground => ground.isIn(blocks));
  }

  get #isPlaced(): boolean {
    return this.#grounds.every(({ isSettled }) => isSettled);
  }

  /** The blocks that the diagnostics point into. */
  get blocks(): ReadonlySet<Block> {
    return new Set(this.#grounds.map(({ block }) => block));
  }

  placed(): Part {
    if (this.#part === undefined || !this.#isPlaced) {
      for (const ground of this.#grounds) ground.settle();
      this.#part = this.#all.map(({ place }) => place());
    }
    return this.#part;
  }
}

interface Placeable {
  readonly locations: readonly Location[];
  /** As it is when segments start where they do. */
  readonly place: () => Diagnostic;
}

function convert({ rule, severity, message, place, related }: Finding, uri: string, client: Client): Placeable {
  const { language, showsRelatedInformation } = client;
  const own = new Location(place);
  const others = showsRelatedInformation
    ? related.map(({ place, message }) => ({ location: new Location(place), message: visible(message[language]) }))
    : [];
  return {
    locations: [own, ...others.map(({ location }) => location)],
    place: () => ({
      range: own.range(),
      severity: severityOf[severity],
      source,
      code: rule,
      codeDescription: { href: rulePage(rule, language) },
      message: visible(message[language]),
      ...(others.length > 0 && {
        relatedInformation: others.map(({ location, message }) => ({
          location: { uri, range: location.range() },
          message,
        })),
      }),
    }),
  };
}
