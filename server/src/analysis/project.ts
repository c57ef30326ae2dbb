import { Binder } from '../model/bind.ts';
import { at, type ManifestSlot, type SlotMemo, spanOf, treeOf } from '../model/place.ts';
import { isEmpty, type Struct } from '../model/struct.ts';
import type { Keys, ValueType } from '../model/vocabulary/index.ts';
import { readWord } from '../model/words.ts';
import { ruleIds } from '../rules/index.ts';
import { Block, Slot } from '../syntax/document.ts';
import { countLines, startState } from '../syntax/split.ts';
import type { Settings } from './analysis.ts';
import type { Finding } from './finding.ts';
import { tell } from './judge.ts';

/** The file by which everyone who works on a project, and the command line, have the same settings. */
export const projectFileName = '.ims-manifest.yaml';

const severity: ValueType = { kind: 'word', of: 'severity' };
const severities: ValueType = { kind: 'map', of: severity };

/** What the file may say. */
export const projectKeys = {
  rules: {
    value: severities,
    doc: {
      en: 'The severity of a rule where it is not the rule’s own; `off` turns the rule off.',
      zh: '规则的严重程度，未填写时使用规则自身的严重程度；`off` 表示关闭该规则。',
    },
  },
  normalExportRegions: {
    value: { kind: 'list', of: { kind: 'region' } },
    doc: {
      en: 'Regions in which images above 128 GB can be exported without fast export.',
      zh: '无需快速导出即可导出 128 GB 以上镜像的区域。',
    },
  },
} as const satisfies Keys;

const ruleKeys: Keys = Object.fromEntries(ruleIds.map(id => [id, { ...projectKeys.rules, value: severity }]));

/** The sections are bound by the ids of the rules. */
const topLevelKeys: Keys = { ...projectKeys, rules: { ...projectKeys.rules, value: { kind: 'anything' } } };

/** What a project file says, with what is wrong with it; what makes no sense counts as not said. */
export interface Project {
  readonly rules: Settings['rules'];
  readonly normalExportRegions: Settings['normalExportRegions'] | undefined;
  readonly findings: readonly Finding[];
}

/** The text of a project file as one segment. */
export function projectSlot(text: string): ManifestSlot {
  const slot: ManifestSlot = new Slot<SlotMemo>({
    text,
    lines: countLines(text),
    role: 'whole',
    section: undefined,
    misaligned: false,
    before: startState,
  });
  slot.block = new Block([slot]);
  return slot;
}

export function readProject(text: string): Project {
  const slot = projectSlot(text);
  const { root, faults } = treeOf(slot);
  const binder = new Binder(() => undefined);
  const place = { slot, path: [], part: 'value' } as const;
  faults.forEach(({ code }, fault) => {
    binder.problems.push({ rule: 'yaml-syntax', place: { ...place, path: [{ fault }] }, code });
  });
  if (root !== undefined && root.kind !== 'map') binder.value(severities, root, place, place);
  const struct = root && binder.struct(root, place, topLevelKeys);
  const rules = struct && bindRules(binder, struct);
  const regions = struct?.items('normalExportRegions');
  return {
    rules: rules === undefined ? {} : severitiesIn(rules),
    normalExportRegions:
      typeof regions === 'object'
        ? regions.value.flatMap(({ node }) => (node.kind === 'scalar' && !isEmpty(node) ? [node.value] : []))
        : undefined,
    findings: binder.problems.map(tell).sort((a, b) => spanOf(a.place).start - spanOf(b.place).start),
  };
}

function bindRules(binder: Binder, struct: Struct): Struct | undefined {
  const field = struct.fields.get('rules');
  if (field === undefined) return undefined;
  if (field.node.kind !== 'map') binder.value(severities, field.node, field.source, at(struct.place, 'rules'));
  return binder.struct(field.node, field.source, ruleKeys);
}

function severitiesIn(rules: Struct): Settings['rules'] {
  const read = [...rules.fields.keys()].flatMap(id => {
    const given = rules.text(id);
    const word = typeof given === 'object' ? readWord('severity', given.value) : undefined;
    return word === undefined ? [] : [[id, word] as const];
  });
  return Object.fromEntries(read) as Settings['rules'];
}

/** The settings where a project file counts: it wins. */
export function withProject(settings: Settings, project: Project | undefined): Settings {
  if (project === undefined) return settings;
  return {
    rules: { ...settings.rules, ...project.rules },
    normalExportRegions: project.normalExportRegions ?? settings.normalExportRegions,
  };
}
