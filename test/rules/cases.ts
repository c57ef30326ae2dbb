import { readdirSync, readFileSync } from 'node:fs';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import { Inventory, type InventoryFiles } from '../../server/src/facts/inventory/inventory.ts';
import { applied } from '../support/apply.ts';

export const folder = 'test/rules';

const files: Readonly<Record<string, ReturnType<InventoryFiles>>> = {
  'missing.json': 'missing',
  'no-json.json': 'no-json',
  'no-inventory.json': 'no-inventory',
  '../outside.json': 'outside',
  'empty.json': new Inventory([]),
};

export const analysisOf = (text: string): Analysis => new Analysis(text, defaultSettings, path => files[path]);

/** The rules that have case files. */
export const ruleIds: readonly string[] = readdirSync(folder)
  .filter(file => file.endsWith('.ims.yaml') && !file.endsWith('.fixed.ims.yaml'))
  .map(file => file.slice(0, -'.ims.yaml'.length));

const separator = /^---\n/m;

/** The manifests of a case file; each is a case by itself, so that broken YAML stays in its own. */
export const casesOf = (rule: string): readonly string[] =>
  readFileSync(`${folder}/${rule}.ims.yaml`, 'utf8').split(separator);

export const joined = (cases: readonly string[]): string => cases.join('---\n');

export const titleOf = (text: string): string => /^# (.*)/.exec(text)?.[1] ?? '';

export function samples(kind: 'good' | 'bad'): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(`samples/${kind}`).map(file => ({ file, text: readFileSync(`samples/${kind}/${file}`, 'utf8') }));
}

/** The text after the first fix of each finding, one after the other until none is left. */
export function fixed(text: string, concerns: (finding: Finding) => boolean = () => true): string {
  const analysis = analysisOf(text);
  for (const finding of analysis.findings()) {
    const [fix] = concerns(finding) ? analysis.fixes(finding) : [];
    if (fix !== undefined) return fixed(applied(text, fix.changes), concerns);
  }
  return text;
}
