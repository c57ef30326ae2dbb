import type { Edit } from '../edit/edit.ts';
import type { Localized } from '../localized.ts';
import { spanOf } from '../model/place.ts';
import { nextLine } from '../syntax/lines.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Analysis } from './analysis.ts';
import { lineAround, type SuppressionComment } from './comments.ts';
import type { Finding } from './finding.ts';
import { type Fix, verified } from './fixes.ts';

/** Suppresses a finding on its line: with the rules that are suppressed there already, or by a comment of its own. */
export function silenceOnLine(analysis: Analysis, finding: Finding): Fix | undefined {
  const { slot } = finding.place;
  // Text that is broken may well say something else with a comment in it.
  if (slot.tree.faults.length > 0) return undefined;
  const { start } = spanOf(finding.place);
  const line = lineAround(slot.segment.text, start);
  const comments = analysis.suppressionsAround(slot).get(slot) ?? [];
  const there = comments.find(({ comment: { scope, span, rules } }) => {
    return scope === 'line' && rules.length > 0 && line.start <= span.start && span.start <= line.end;
  });
  const edit: Edit =
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

function inFile(analysis: Analysis, { rule, place }: Finding): Edit | undefined {
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

const oneMore = (slot: Slot, { rules, span }: SuppressionComment, rule: string): Edit => ({
  kind: 'extend',
  slot,
  offset: rules.at(-1)?.span.end ?? span.end,
  text: `, ${rule}`,
});

/** Broken YAML cannot be suppressed; nor can what stands where a comment would be a part of a text. */
function silenced(analysis: Analysis, finding: Finding, edit: Edit, title: Localized): Fix | undefined {
  if (finding.rule === 'yaml-syntax') return undefined;
  return verified(analysis, finding, [{ title, safe: false, edits: [edit] }])[0];
}
