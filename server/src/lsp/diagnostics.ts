import { equal } from '../analysis/equal.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import type { Block } from '../syntax/block.ts';
import type { Touched } from '../syntax/editions.ts';
import type { Client } from './client.ts';
import { Conversion, type Part, source } from './conversion.ts';
import { Gravest, type Selection } from './gravest.ts';
import type { Open } from './kinds.ts';
import { Location } from './location.ts';
import { isYaml, toldByOthers } from './manifests.ts';
import { type Diagnostic, DiagnosticSeverity } from './protocol.ts';

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

/** The findings of a block. */
type Found = readonly Finding[];

/** A block with findings, and what is told of them. */
interface Entry {
  readonly found: Found;
  readonly told: Found;
  readonly conversion: Conversion;
  readonly part: Part;
}

/** What the last answer was about. */
interface Seen {
  readonly document: Open['analysis']['document'];
  readonly edition: number;
  readonly found: readonly Found[];
}

interface Report {
  /** How many may be told. */
  readonly most: number;
  readonly entries: Entry[];
  /** What is not told. */
  readonly rest: Selection['rest'];
  readonly items: Diagnostic[];
}

/** The diagnostics of a document from one edit to the next: what an edit does not reach is not looked at again. */
class Diagnostics {
  readonly #document: Open;
  readonly #client: Client;
  readonly #gravest = new Gravest();
  /** The last lists without what another server tells. */
  #ours = new Map<Found, Found>();
  #last: Report | undefined;
  #seen: Seen | undefined;
  /** Of the report, once it is asked for. */
  #pointing: Pointing | undefined;

  constructor(document: Open, client: Client) {
    this.#document = document;
    this.#client = client;
  }

  all(): Diagnostic[] {
    const { document } = this.#document.analysis;
    const before = this.#seen?.document === document ? this.#seen : undefined;
    const found = this.#found();
    const touched = before && document.editions.since(before.edition);
    const suspects =
      touched === undefined || found.length !== before?.found.length
        ? undefined
        : [...changedIn(found, before.found), ...this.#pointingInto(touched)];
    if (this.#last === undefined || !this.#holds(this.#last, found, suspects)) {
      this.#last = this.#report(found);
      this.#pointing = undefined;
    }
    this.#seen = { document, edition: document.editions.now, found };
    return this.#last.items;
  }

  get #blocks(): readonly Block[] {
    return this.#document.analysis.document.blocks;
  }

  /** The entries of the report that point into what has been touched. */
  #pointingInto({ blocks, from }: Touched): readonly number[] {
    const entries = this.#last?.entries ?? [];
    this.#pointing ??= new Pointing(entries);
    return [...this.#pointing.into(blocks), ...reaching(entries, from)];
  }

  #found(): readonly Found[] {
    const all = this.#document.analysis.findingsByBlock();
    if (!this.#client.besideYaml || !isYaml(this.#document)) return all;
    const known = this.#ours;
    const oursOf = (findings: Found): Found => findings.filter(({ rule }) => !toldByOthers.has(rule));
    const ours = all.map(findings => known.get(findings) ?? oursOf(findings));
    this.#ours = new Map(all.map((findings, i) => [findings, ours[i] as Found]));
    return ours;
  }

  /**
   * Whether a report still says what is to be told, block by block; of its entries no more than the suspects can say
   * something else, where these are known. It then takes over what has been found anew.
   */
  #holds(last: Report, found: readonly Found[], suspects?: readonly number[]): boolean {
    const { entries, rest, items } = last;
    if (last.most !== this.#document.configuration.maxProblems || found.length !== entries.length) return false;
    if (rest !== undefined && !sameIn([this.#more(rest)], items.slice(-1))) return false;
    const blocks = this.#blocks;
    const renewed = new Map<number, Entry>();
    for (const i of suspects ?? entries.keys()) {
      const entry = entries[i] as Entry;
      const list = found[i] as Found;
      if (entry.found === list && (entry.told.length === 0 || entry.conversion.stands(blocks))) continue;
      const now = this.#renewed(entry, list, rest?.first);
      if (now === undefined) return false;
      renewed.set(i, now);
    }
    for (const [i, entry] of renewed) {
      entries[i] = entry;
      this.#pointing?.add(entry, i);
    }
    return true;
  }

  /** An entry with what has been found anew, if the same is to be told of it. */
  #renewed({ found, told, conversion: before, part }: Entry, now: Found, next: Finding | undefined): Entry | undefined {
    let toldNow = now === found ? told : undefined;
    if (told === found) toldNow = now;
    else if (told.length === 0 && !(next && found.includes(next)) && sameSeverities(found, now)) toldNow = told;
    if (toldNow === undefined) return undefined;
    const conversion = this.#conversionOf(toldNow, toldNow === told ? before : undefined);
    return sameIn(conversion.placed(), part) ? { found: now, told: toldNow, conversion, part } : undefined;
  }

  #report(found: readonly Found[]): Report {
    const most = this.#document.configuration.maxProblems;
    const { told, rest } = this.#gravest.of(found, most);
    const known = new Map(this.#last?.entries.map(({ told, conversion }) => [told, conversion]));
    const entries = told.map((list, i): Entry => {
      const conversion = this.#conversionOf(list, known.get(list));
      return { found: found[i] as Found, told: list, conversion, part: conversion.placed() };
    });
    const items = entries.flatMap(({ part }) => part);
    if (rest !== undefined) items.push(this.#more(rest));
    const last = this.#last?.items;
    return { most, entries, rest, items: last !== undefined && sameIn(items, last) ? last : items };
  }

  /** `known` is that of the same list, if there is one: a weak map of them would keep what it drops for too long. */
  #conversionOf(findings: Found, known: Conversion | undefined): Conversion {
    if (known?.isCurrent(this.#blocks)) return known;
    return new Conversion(findings, this.#document.uri, this.#client);
  }

  #more({ count, first }: NonNullable<Selection['rest']>): Diagnostic {
    const range = new Location(first.place).range();
    const message = more(count)[this.#client.language];
    return { range, severity: DiagnosticSeverity.Information, source, message };
  }
}

/** Which entries point into a block from an index on. */
function reaching(entries: readonly Entry[], from: number): readonly number[] {
  const found: number[] = [];
  if (from === Number.POSITIVE_INFINITY) return found;
  for (let i = 0; i < entries.length; i++) {
    const { told, conversion } = entries[i] as Entry;
    if (told.length > 0 && conversion.last !== undefined && conversion.last.index >= from) found.push(i);
  }
  return found;
}

/** Where two lists of the same length differ. */
function changedIn<T>(now: readonly T[], before: readonly T[]): readonly number[] {
  const changed: number[] = [];
  if (now !== before) for (let i = 0; i < now.length; i++) if (now[i] !== before[i]) changed.push(i);
  return changed;
}

/** Which entries of a report point into a block, or have done so. */
class Pointing {
  readonly #byBlock = new Map<Block, Set<number>>();

  constructor(entries: readonly Entry[]) {
    for (const [i, entry] of entries.entries()) this.add(entry, i);
  }

  add({ conversion }: Entry, i: number): void {
    for (const block of conversion.blocks) {
      const there = this.#byBlock.get(block);
      if (there === undefined) this.#byBlock.set(block, new Set([i]));
      else there.add(i);
    }
  }

  into(blocks: readonly Block[]): readonly number[] {
    return blocks.flatMap(block => [...(this.#byBlock.get(block) ?? [])]);
  }
}

/** What an edit has not reached is the same object. */
const sameIn = (a: Part, b: Part): boolean => a.length === b.length && a.every((item, i) => equal(item, b[i]));

const sameSeverities = (a: Found, b: Found): boolean =>
  a.length === b.length && a.every(({ severity }, i) => severity === b[i]?.severity);

const more = (count: number): Localized => ({
  en: `${count} more ${count === 1 ? 'problem is' : 'problems are'} not shown (see imsManifest.maxProblems).`,
  zh: `还有 ${count} 个问题未显示（参见 imsManifest.maxProblems）。`,
});
