import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import type { Client } from './client.ts';
import { severityOf } from './convert.ts';
import { Gravest, type Selection } from './gravest.ts';
import type { Open } from './kinds.ts';
import { type Block, type LineOf, Location } from './location.ts';
import { isYaml, toldByOthers } from './manifests.ts';

export const source = 'ims';

/** What is wrong in a document: all of it, or the gravest part and how much more there is. */
export const diagnosticsOf = (document: Open, client: Client): Diagnostic[] => new Diagnostics(document, client).all();

/** The same of documents that are edited: the same list as before, as long as nothing in it is another. */
export function keptDiagnostics(client: Client): (document: Open) => Diagnostic[] {
  const kept = new WeakMap<Open, Diagnostics>();
  return document => {
    const diagnostics = kept.get(document) ?? new Diagnostics(document, client);
    kept.set(document, diagnostics);
    return diagnostics.all();
  };
}

/** The diagnostics of a document from one edit to the next: what an edit does not reach is not converted again. */
class Diagnostics {
  readonly #document: Open;
  readonly #client: Client;
  /** By the findings of a block. */
  readonly #converted = new WeakMap<readonly Finding[], Converted>();
  /** Without what another server tells. */
  readonly #ours = new WeakMap<readonly Finding[], readonly Finding[]>();
  readonly #gravest = new Gravest();
  #last: Last = { parts: [], items: [] };

  constructor(document: Open, client: Client) {
    this.#document = document;
    this.#client = client;
  }

  all(): Diagnostic[] {
    const { analysis, configuration } = this.#document;
    const lineOf = startLines(analysis.document.blocks);
    const { told, rest } = this.#gravest.of(this.#found(), configuration.maxProblems);
    const parts = told.map(findings => this.#partOf(findings, lineOf));
    if (rest !== undefined) parts.push([this.#more(rest, lineOf)]);
    this.#last = { parts, items: sameInAll(parts, this.#last.parts) ? this.#last.items : parts.flat() };
    return this.#last.items;
  }

  #found(): readonly (readonly Finding[])[] {
    const all = this.#document.analysis.findingsByBlock();
    if (!this.#client.besideYaml || !isYaml(this.#document)) return all;
    return all.map(findings => {
      const ours = this.#ours.get(findings) ?? findings.filter(({ rule }) => !toldByOthers.has(rule));
      this.#ours.set(findings, ours);
      return ours;
    });
  }

  #partOf(findings: readonly Finding[], lineOf: LineOf): Part {
    let converted = this.#converted.get(findings);
    if (converted === undefined || !converted.grounds.every(isCurrent(this.#document))) {
      converted = this.#convert(findings);
      this.#converted.set(findings, converted);
    }
    const { grounds } = converted;
    if (converted.part === undefined || grounds.some(({ block, line }) => lineOf(block) !== line)) {
      converted.part = converted.at(lineOf);
      for (const ground of grounds) ground.line = lineOf(ground.block);
    }
    return converted.part;
  }

  #convert(findings: readonly Finding[]): Converted {
    const all = findings.map(finding => this.#convertOne(finding));
    const blocks = new Set(all.flatMap(({ locations }) => locations.map(({ block }) => block)));
    return {
      grounds: [...blocks].map(block => ({ block, edition: block.edition, line: 0 })),
      part: undefined,
      at: lineOf => all.map(({ at }) => at(lineOf)),
    };
  }

  #convertOne({
    rule,
    severity,
    message,
    place,
    related,
  }: Finding): At<Diagnostic> & { readonly locations: readonly Location[] } {
    const { uri } = this.#document;
    const { language, showsRelatedInformation } = this.#client;
    const own = new Location(place);
    const others = showsRelatedInformation
      ? related.map(({ place, message }) => ({ location: new Location(place), message: message[language] }))
      : [];
    return {
      locations: [own, ...others.map(({ location }) => location)],
      at: lineOf => ({
        range: own.at(lineOf),
        severity: severityOf[severity],
        source,
        code: rule,
        codeDescription: { href: rulePage(rule, language) },
        message: message[language],
        ...(others.length > 0 && {
          relatedInformation: others.map(({ location, message }) => ({
            location: { uri, range: location.at(lineOf) },
            message,
          })),
        }),
      }),
    };
  }

  #more({ count, first }: NonNullable<Selection['rest']>, lineOf: LineOf): Diagnostic {
    const range = new Location(first.place).at(lineOf);
    const message = more(count)[this.#client.language];
    return { range, severity: DiagnosticSeverity.Information, source, message };
  }
}

/** The diagnostics of a block. */
type Part = readonly Diagnostic[];

interface Last {
  readonly parts: readonly Part[];
  /** All of them in one list. */
  readonly items: Diagnostic[];
}

interface At<T> {
  /** As it is when blocks start where they do. */
  readonly at: (lineOf: LineOf) => T;
}

/** A block that diagnostics point into, as it was when they were made. */
interface Ground {
  readonly block: Block;
  readonly edition: number;
  line: number;
}

const isCurrent =
  ({ analysis }: Open) =>
  ({ block, edition }: Ground): boolean =>
    analysis.document.blocks[block.index] === block && block.edition === edition;

/** The findings of a block as far as they can be converted without knowing where in the text it is. */
interface Converted extends At<Part> {
  readonly grounds: readonly Ground[];
  part: Part | undefined;
}

/** Whether parts have the same diagnostics, however these are parted: what an edit has not reached is the same object. */
function sameInAll(parts: readonly Part[], before: readonly Part[]): boolean {
  const isPartSame = (part: Part, i: number): boolean => part === before[i] || sameIn(part, before[i] ?? []);
  return (parts.length === before.length && parts.every(isPartSame)) || sameIn(parts.flat(), before.flat());
}

const sameIn = (a: Part, b: Part): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));

function startLines(blocks: readonly Block[]): LineOf {
  const starts: number[] = [];
  let line = 0;
  for (const block of blocks) {
    starts.push(line);
    line += block.lines;
  }
  return ({ index }) => starts[index] ?? 0;
}

const more = (count: number): Localized => ({
  en: `${count} more ${count === 1 ? 'problem is' : 'problems are'} not shown (see imsManifest.maxProblems).`,
  zh: `还有 ${count} 个问题未显示（参见 imsManifest.maxProblems）。`,
});
