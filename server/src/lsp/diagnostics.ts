import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import type { Client } from './client.ts';
import { severityOf } from './convert.ts';
import type { Open } from './kinds.ts';
import { type LineOf, Location } from './location.ts';
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
  #last: Last = { parts: [], most: 0, told: [] };

  constructor(document: Open, client: Client) {
    this.#document = document;
    this.#client = client;
  }

  all(): Diagnostic[] {
    const { analysis, configuration } = this.#document;
    const { maxProblems } = configuration;
    const lineOf = startLines(analysis.document.blocks);
    const parts = analysis.findingsByBlock().map(findings => this.#partOf(findings, lineOf));
    const isSame = maxProblems === this.#last.most && sameInAll(parts, this.#last.parts);
    this.#last = { parts, most: maxProblems, told: isSame ? this.#last.told : this.#gravest(parts.flat()) };
    return this.#last.told;
  }

  #partOf(findings: readonly Finding[], lineOf: LineOf): Part {
    let converted = this.#converted.get(findings);
    if (converted?.locations.every(location => location.isCurrent()) !== true) {
      converted = this.#convert(findings);
      this.#converted.set(findings, converted);
    }
    const lines = converted.locations.map(({ block }) => lineOf(block));
    const { last } = converted;
    if (last?.lines.every((line, i) => line === lines[i]) === true) return last.part;
    const part = converted.at(lineOf);
    converted.last = { lines, part };
    return part;
  }

  #convert(findings: readonly Finding[]): Converted {
    const othersTell = this.#client.besideYaml && isYaml(this.#document);
    const told = othersTell ? findings.filter(({ rule }) => !toldByOthers.has(rule)) : findings;
    const all = told.map(finding => this.#convertOne(finding));
    return { locations: all.flatMap(({ locations }) => locations), at: lineOf => all.map(({ at }) => at(lineOf)) };
  }

  #convertOne({ rule, severity, message, place, related }: Finding): Pick<Converted, 'locations'> & At<Diagnostic> {
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

  #gravest(items: Diagnostic[]): Diagnostic[] {
    const { maxProblems } = this.#document.configuration;
    if (items.length <= maxProblems) return items;
    const sorted = gravestFirst(items);
    const rest = sorted.slice(maxProblems - 1);
    const note: Diagnostic = {
      range: (rest[0] as Diagnostic).range,
      severity: DiagnosticSeverity.Information,
      source,
      message: more(rest.length)[this.#client.language],
    };
    return [...sorted.slice(0, maxProblems - 1), note];
  }
}

/** The diagnostics of a block. */
type Part = readonly Diagnostic[];

/** What was there, how much of it could be told, and what was. */
interface Last {
  readonly parts: readonly Part[];
  readonly most: number;
  readonly told: Diagnostic[];
}

interface At<T> {
  /** As it is when blocks start where they do. */
  readonly at: (lineOf: LineOf) => T;
}

/** The findings of a block as far as they can be converted without knowing where in the text it is. */
interface Converted extends At<Part> {
  readonly locations: readonly Location[];
  /** What was made of them last, and where the blocks of the locations started then. */
  last?: { readonly lines: readonly number[]; readonly part: Part };
}

/** Whether parts have the same diagnostics, however these are parted: what an edit has not reached is the same object. */
function sameInAll(parts: readonly Part[], before: readonly Part[]): boolean {
  const isPartSame = (part: Part, i: number): boolean => part === before[i] || sameIn(part, before[i] ?? []);
  return (parts.length === before.length && parts.every(isPartSame)) || sameIn(parts.flat(), before.flat());
}

const sameIn = (a: Part, b: Part): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));

function startLines(blocks: Open['analysis']['document']['blocks']): LineOf {
  const starts: number[] = [];
  let line = 0;
  for (const block of blocks) {
    starts.push(line);
    line += block.lines;
  }
  return ({ index }) => starts[index] ?? 0;
}

/** Errors first, else in the order of the text. */
function gravestFirst(items: readonly Diagnostic[]): Diagnostic[] {
  return items.toSorted((a, b) => (a.severity ?? 0) - (b.severity ?? 0));
}

const more = (count: number): Localized => ({
  en: `${count} more ${count === 1 ? 'problem is' : 'problems are'} not shown (see imsManifest.maxProblems).`,
  zh: `还有 ${count} 个问题未显示（参见 imsManifest.maxProblems）。`,
});
