import type { Field } from '../edit/plan.ts';
import { begun, newSection } from '../edit/section.ts';
import { type SlotChange, write } from '../edit/write.ts';
import { at, nodeAt, type Place } from '../model/place.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Settings } from './analysis.ts';
import { applied } from './compose.ts';
import { equal } from './equal.ts';
import { projectSlot, readProject } from './project.ts';

/** What gives a rule a severity in the text of a project file, which may be empty; nothing, where that cannot be done. */
export function withSeverity(
  text: string,
  rule: string,
  severity: Settings['rules'][string],
): readonly TextChange[] | undefined {
  const slot = projectSlot(text);
  if (slot.tree.faults.length > 0) return undefined;
  const changes = settingOf(slot, [rule, severity])?.map(({ start, end, text }) => ({ start, end, text }));
  if (changes === undefined) return undefined;
  const [was, is] = [readProject(text), readProject(applied(text, changes))];
  const isMeant = equal(is.rules, { ...was.rules, [rule]: severity });
  return isMeant && is.findings.length <= was.findings.length ? changes : undefined;
}

/** Nothing, where `rules` has a value of another kind: that is not ours to replace. */
function settingOf(slot: Slot, [rule, severity]: Field): readonly SlotChange[] | undefined {
  const { root } = slot.tree;
  const top: Place = { slot, path: [], part: 'value' };
  const rules = at(top, 'rules');
  const known = nodeAt(rules);
  if (known?.node.kind === 'map') return write([{ kind: 'set', map: rules, key: rule, value: severity }]);
  if (known !== undefined && known.node.start !== known.node.end) return undefined;
  if (root?.kind === 'map' && root.style === 'flow') {
    return write([{ kind: 'set', map: top, key: 'rules', value: `{ ${rule}: ${severity} }` }]);
  }
  return [
    known?.key === undefined ? newSection(slot, 'rules', [rule, severity]) : begun(slot, known.key, [rule, severity]),
  ];
}
