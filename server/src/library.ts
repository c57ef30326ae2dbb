/** Checks manifests of image operations for other programs: without files, network, or state. */
import { Analysis } from './analysis/analysis.ts';
import { applied } from './analysis/compose.ts';
import { fixAll } from './analysis/fixAll.ts';
import { languages } from './cli/options.ts';
import { checked } from './cli/problems.ts';
import { fromOne, toldFinding } from './cli/report/json.ts';
import { parseInventory } from './facts/inventory/inventory.ts';
import { wordLists } from './model/vocabulary/index.ts';
import { ruleIds } from './rules/index.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Options {
  /** The language of messages and titles: `en`, unless it is said. */
  readonly language?: 'en' | 'zh-cn';
  /** The severities of rules where they are not the rules' own, like `rules` in `.ims-manifest.yaml`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Regions in which images above 128 GB can be exported without fast export. */
  readonly normalExportRegions?: readonly string[];
  /** The text of an inventory file, by its path as the manifest says it; nothing where there is none. */
  readonly inventory?: (path: string) => string | undefined;
}

export interface CheckOptions extends Options {
  /** Whether to tell the safe fixes of each finding, too; each of them has to be tried. */
  readonly fixes?: boolean;
}

/** Lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
}

export interface Finding {
  /** The id of the rule, the same in all languages. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** The page that explains the rule. */
  readonly url: string;
  /** The smallest thing to change. */
  readonly range: Range;
  /** Where the facts come from that decide. */
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** There if they are asked for. */
  readonly fixes?: readonly Fix[];
}

/** A way out that means what the author meant: all of its changes together, each in terms of the text as it is. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly { readonly range: Range; readonly text: string }[];
}

/** What is wrong in a manifest, in the order of its text. Throws a `RangeError` on options that mean nothing. */
export function check(text: string, options: CheckOptions = {}): readonly Finding[] {
  const language = languageOf(options);
  const asked = { undecided: false, fixes: options.fixes === true };
  return checked('', analysisOf(text, options), asked).problems.map(problem => ({
    ...toldFinding(problem, language),
    ...(problem.fixes && {
      fixes: problem.fixes.map(({ title, changes }) => ({
        title: title[language],
        changes: changes.map(({ range, text }) => ({ range: fromOne(range), text })),
      })),
    }),
  }));
}

/** The text with its safe fixes made, until none is left; all else stays as it is. Throws as `check` does. */
export function fix(text: string, options: Options = {}): string {
  return applied(text, fixAll(analysisOf(text, options)).changes);
}

function analysisOf(text: string, { rules = {}, normalExportRegions = [], inventory }: Options): Analysis {
  for (const [rule, severity] of Object.entries(rules)) {
    if (!ruleIds.includes(rule)) throw new RangeError(`There is no rule ${rule}.`);
    if (!severities.includes(severity)) throw new RangeError(`${severity} is no severity: ${severities.join(', ')}.`);
  }
  return new Analysis(text, { rules, normalExportRegions }, path => {
    const listed = inventory?.(path);
    if (listed !== undefined) return parseInventory(listed);
    // Without a reader nobody has looked.
    return inventory && 'missing';
  });
}

const severities = wordLists.severity.words.map(({ word }) => word);

function languageOf({ language = 'en' }: Options): 'en' | 'zh' {
  const known = languages[language];
  if (known === undefined) throw new RangeError(`${language} is no language: ${Object.keys(languages).join(', ')}.`);
  return known;
}
