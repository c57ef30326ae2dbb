import type { SlotChange } from '../edit/change.ts';
import { commenting } from '../edit/comment.ts';
import type { TextEdit } from '../edit/edit.ts';
import { toTextChanges } from '../edit/write.ts';
import type { Localized } from '../localized.ts';
import { spanOf } from '../model/place.ts';
import { erase, nextLine } from '../syntax/lines.ts';
import { parseSegment } from '../syntax/parse.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Analysis } from './analysis.ts';
import { lineAround, type SuppressionComment } from './comments.ts';
import { applied } from './compose.ts';
import { equal } from './equal.ts';
import type { Finding } from './finding.ts';
import type { Fix } from './fixes.ts';
import { suppressionsOf } from './suppress.ts';

/** Suppresses a finding on its line: with the rules that are suppressed there already, or by a comment of its own. */
export function silenceOnLine(analysis: Analysis, finding: Finding): Fix | undefined {
  const { slot } = finding.place;
  const { start } = spanOf(finding.place);
  const line = lineAround(slot.segment.text, start);
  const comments = analysis.suppressionsAround(slot).get(slot) ?? [];
  const there = comments.find(({ comment: { scope, span, rules } }) => {
    return scope === 'line' && rules.length > 0 && line.start <= span.start && span.start <= line.end;
  });
  const edit: TextEdit =
    there === undefined
      ? { kind: 'comment', slot, offset: start, text: `# ims-ignore: ${finding.rule}` }
      : oneMore(slot, there.comment, finding.rule);
  return silenced(analysis, finding, edit, {
    en: `Suppress \`${finding.rule}\` on this line`,
    zh: `在此行抑制 \`${finding.rule}\``,
  });
}

/** Suppresses the rule of a finding in all of its manifest. */
export function silenceInFile(analysis: Analysis, finding: Finding): Fix | undefined {
  const edit = inFile(analysis, finding);
  return (
    edit &&
    silenced(analysis, finding, edit, {
      en: `Suppress \`${finding.rule}\` in this file`,
      zh: `在此文件中抑制 \`${finding.rule}\``,
    })
  );
}

function inFile(analysis: Analysis, { rule, place }: Finding): TextEdit | undefined {
  for (const [slot, comments] of analysis.suppressionsAround(place.slot)) {
    const there = comments.find(({ comment: { scope, rules } }) => scope === 'file' && rules.length > 0);
    if (there !== undefined) return oneMore(slot, there.comment, rule);
  }
  const text = `# ims-ignore-file: ${rule}`;
  for (const slot of analysis.slotsAround(place.slot)) {
    const { role, text: content } = slot.segment;
    if (role === 'trivia' || role === 'marker') continue;
    // What stands above the marker is of the manifest before.
    const offset = content.startsWith('---') ? nextLine(content, 0) : 0;
    return { kind: 'line', slot, offset, text };
  }
  return undefined;
}

const oneMore = (slot: Slot, { rules, span }: SuppressionComment, rule: string): TextEdit => ({
  kind: 'extend',
  slot,
  offset: rules.at(-1)?.span.end ?? span.end,
  text: `, ${rule}`,
});

/**
 * Broken YAML cannot be suppressed; nor can what stands where a comment would be a part of a text. What a comment takes,
 * its own segment tells: trying it out on the whole manifest would cost as much as there is to take.
 */
function silenced(analysis: Analysis, finding: Finding, edit: TextEdit, title: Localized): Fix | undefined {
  const change = commenting(edit);
  if (finding.rule === 'yaml-syntax' || !takes(change, finding)) return undefined;
  return { title, safe: false, changes: toTextChanges(analysis.document, [change]) };
}

/** Whether a change makes a comment that suppresses a finding, and says no more to a reader of YAML than blanks would. */
function takes(change: SlotChange, { rule, place }: Finding): boolean {
  const { segment, tree } = change.slot;
  const text = applied(segment.text, [change]);
  const changed = parseSegment(text);
  // Text that is broken may well say something else with a comment in it.
  if (tree.faults.length > 0 || changed.faults.length > 0) return false;
  const { start } = spanOf(place);
  return suppressionsOf(text, changed.root).some(({ comment: { scope, rules, span }, covers }) => {
    if (!rules.some(({ id }) => id === rule)) return false;
    const isMeant = scope === 'file' || (scope === 'line' && covers && covers.start <= start && start <= covers.end);
    return isMeant && equal(changed, parseSegment(erase(text, [span])));
  });
}
