import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import type { Fix } from '../../server/src/analysis/fixes.ts';
import { Inventory, type InventoryFiles, parseInventory } from '../../server/src/facts/inventory/inventory.ts';
import { applied } from '../support/apply.ts';

export const folder = 'test/rules';

const files: Readonly<Record<string, ReturnType<InventoryFiles>>> = {
  'missing.json': 'missing',
  'no-json.json': 'no-json',
  'no-inventory.json': 'no-inventory',
  '../outside.json': 'outside',
  'empty.json': new Inventory([]),
  'twins.json': new Inventory(
    ['twin', 'triplet', 'quadruplet'].flatMap((name, i) =>
      Array.from({ length: i + 2 }, (_, n) => ({ id: `${name}-${n}`, name })),
    ),
  ),
  'tags.json': new Inventory([
    { id: 'i-1', name: 'silent' },
    { id: 'i-2', name: 'tagged', tags: ['a=1'] },
  ]),
  'disks.json': new Inventory([
    { id: 'i-1', name: 'data', virtual_env_type: 'DataImage' },
    { id: 'i-2', name: 'golden', virtual_env_type: 'FusionCompute', __image_size: '10737418240' },
  ]),
  'public.json': new Inventory([{ id: 'i-1', name: 'web', __imagetype: 'gold', __platform: 'Ubuntu' }]),
  'file.json': new Inventory([
    { id: 'i-2', name: 'web', __imagetype: 'private', __root_origin: 'file', __platform: 'Ubuntu' },
  ]),
  'backup.json': new Inventory([{ id: 'i-1', name: 'portal-full', __whole_image: true, __backup_id: 'b-1' }]),
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

export interface Sample {
  readonly file: string;
  readonly text: string;
}

export function samples(kind: 'good' | 'bad'): readonly Sample[] {
  return readdirSync(`samples/${kind}`).map(file => ({ file, text: readFileSync(`samples/${kind}/${file}`, 'utf8') }));
}

/** The analysis of a sample, with the inventories that are saved beside it. */
export const analysisOfSample = ({ text }: Sample): Analysis =>
  new Analysis(text, defaultSettings, path => {
    const saved = `samples/good/${path}`;
    return existsSync(saved) ? parseInventory(readFileSync(saved, 'utf8')) : 'missing';
  });

/** The text after the first fix of each finding, one after the other until none is left. */
export function fixed(text: string, concerns: (finding: Finding) => boolean = () => true): string {
  const analysis = analysisOf(text);
  for (const finding of analysis.findings()) {
    const [fix] = concerns(finding) ? analysis.fixes(finding) : [];
    if (fix !== undefined) return fixed(applied(text, fix.changes), concerns);
  }
  return text;
}

/** Rules whose fixes correct a word, and so may reveal what the broken one hid. */
const words = ['unknown-key', 'invalid-value', 'unknown-reference'];

export const mayReveal = (rule: string, { title }: Fix): boolean => words.includes(rule) || /^Rename/.test(title.en);

/** The fixes that leave their finding where it is, or add one. */
export function brokenFixes(text: string, concerns: (finding: Finding) => boolean = () => true): readonly string[] {
  const before = countByRule(text);
  const analysis = analysisOf(text);
  return analysis.findings().flatMap(finding => {
    if (!concerns(finding)) return [];
    return analysis.fixes(finding).flatMap(fix => {
      const { title, changes } = fix;
      if (mayReveal(finding.rule, fix)) return [];
      const after = countByRule(applied(text, changes));
      const isGone = (after.get(finding.rule) ?? 0) < (before.get(finding.rule) ?? 0);
      const addsNone = [...after].every(([rule, count]) => count <= (before.get(rule) ?? 0));
      return isGone && addsNone ? [] : [`${finding.rule}: ${title.en}`];
    });
  });
}

function countByRule(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of analysisOf(text).findings()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
