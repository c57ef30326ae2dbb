import { defaultSettings, type Settings } from '../analysis/analysis.ts';
import { readWord } from '../model/words.ts';

/** The section of the client's settings that is this server's. */
export const section = 'imsManifest';

export interface Configuration {
  readonly settings: Settings;
  /** How many problems a document may have until the rest is only counted. */
  readonly maxProblems: number;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

export const defaultConfiguration: Configuration = {
  settings: defaultSettings,
  maxProblems: 1000,
  codeLens: true,
  inlayHints: true,
};

/** Reads what a user wrote: a value that makes no sense counts as not set. */
export function readConfiguration(values: unknown): Configuration {
  const { rules, maxProblems, normalExportRegions, codeLens, inlayHints } = isRecord(values) ? values : {};
  return {
    settings: {
      rules: isRecord(rules) ? readRules(rules) : defaultSettings.rules,
      normalExportRegions: Array.isArray(normalExportRegions)
        ? normalExportRegions.filter(region => typeof region === 'string')
        : defaultSettings.normalExportRegions,
    },
    maxProblems:
      typeof maxProblems === 'number' && maxProblems >= 1 ? Math.floor(maxProblems) : defaultConfiguration.maxProblems,
    codeLens: isEnabled(codeLens),
    inlayHints: isEnabled(inlayHints),
  };
}

/** What is on unless it is turned off. */
const isEnabled = (values: unknown): boolean => !isRecord(values) || values.enabled !== false;

function readRules(rules: Record<string, unknown>): Settings['rules'] {
  const read = Object.entries(rules).flatMap(([id, severity]) => {
    const word = typeof severity === 'string' ? readWord('severity', severity) : undefined;
    return word === undefined ? [] : [[id, word] as const];
  });
  return Object.fromEntries(read) as Settings['rules'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
