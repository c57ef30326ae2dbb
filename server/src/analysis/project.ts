import { Anchors } from '../model/anchors.ts';
import { Binder } from '../model/bind.ts';
import { at, spanOf } from '../model/place.ts';
import { readRegion, type Struct } from '../model/struct.ts';
import { type Keys, projectKeys } from '../model/vocabulary/index.ts';
import { readWord } from '../model/words.ts';
import { ruleIds } from '../rules/index.ts';
import { Block } from '../syntax/block.ts';
import { Slot } from '../syntax/slot.ts';
import { countLines, startState } from '../syntax/split.ts';
import type { Settings } from './analysis.ts';
import type { Finding } from './finding.ts';
import { tell } from './judge.ts';

const severity = projectKeys.rules.value.of;

const ruleKeys: Keys = Object.fromEntries(ruleIds.map(id => [id, { ...projectKeys.rules, value: severity }]));

/** The sections are bound by the ids of the rules. */
const topLevelKeys: Keys = { ...projectKeys, rules: { ...projectKeys.rules, value: { kind: 'anything' } } };

/** What a project file says, with what is wrong with it; what makes no sense counts as not said. */
export interface Project {
  readonly rules: Settings['rules'];
  readonly normalExportRegions: Settings['normalExportRegions'] | undefined;
  readonly findings: readonly Finding[];
}

export const readProject = (text: string): Project => bindProject(projectSlot(text));

/** The text of a project file, which is one segment. */
export function projectSlot(text: string): Slot {
  const slot = new Slot({
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

export function bindProject(slot: Slot): Project {
  const { root, faults } = slot.tree;
  const binder = new Binder(anchorsOf(slot).resolve);
  const place = { slot, path: [], part: 'value' } as const;
  faults.forEach(({ code }, fault) => {
    binder.problems.push({ rule: 'yaml-syntax', place: { ...place, path: [{ fault }] }, code });
  });
  if (root !== undefined && root.kind !== 'map') binder.value(projectKeys.rules.value, root, place, place);
  const struct = root && binder.struct(root, place, topLevelKeys);
  const rules = struct && bindRules(binder, struct);
  const regions = struct?.items('normalExportRegions');
  return {
    rules: rules === undefined ? {} : severitiesIn(rules),
    normalExportRegions:
      typeof regions === 'object' ? regions.value.flatMap(({ node }) => readRegion(node) ?? []) : undefined,
    findings: binder.problems.map(tell).sort((a, b) => spanOf(a.place).start - spanOf(b.place).start),
  };
}

function anchorsOf(slot: Slot): Anchors {
  const anchors = new Anchors({ isBefore: () => false });
  anchors.put(slot);
  return anchors;
}

function bindRules(binder: Binder, struct: Struct): Struct | undefined {
  const field = struct.fields.get('rules');
  if (field === undefined) return undefined;
  if (field.node.kind !== 'map')
    binder.value(projectKeys.rules.value, field.node, field.source, at(struct.place, 'rules'));
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
