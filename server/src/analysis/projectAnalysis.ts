import { write } from '../edit/write.ts';
import { type Place, spanOf } from '../model/place.ts';
import type { Scope } from '../rules/rule.ts';
import { Document, type TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Fix } from './analysis.ts';
import type { Finding } from './finding.ts';
import { bindProject, type Project, projectSlot, readProject } from './project.ts';

/** The analysis of a project file that is being edited. It is small: every change has it read anew when next asked for. */
export class ProjectAnalysis {
  readonly document: Document;
  private read: { readonly slot: Slot; readonly project: Project } | undefined;

  constructor(text: string) {
    this.document = new Document(text);
  }

  edit(change: TextChange): void {
    this.document.edit(change);
    this.read = undefined;
  }

  /** All of the text, with its tree. */
  get slot(): Slot {
    return this.reading().slot;
  }

  findings(): readonly Finding[] {
    return this.reading().project.findings;
  }

  findingsByBlock(): readonly (readonly Finding[])[] {
    return [this.findings()];
  }

  /** The fixes that take the finding away. A word put right may well reveal what else is wrong. */
  fixes(finding: Finding): readonly Fix[] {
    return finding.proposals(noNames).flatMap(({ title, safe, edits }) => {
      const changes = write(edits).map(({ start, end, text }) => ({ start, end, text }));
      const after = readProject(applied(this.slot.segment.text, changes)).findings;
      const isGone = alike(finding, after) < alike(finding, this.findings());
      return isGone ? [{ title, safe, changes }] : [];
    });
  }

  rangeOf(place: Place): { readonly start: number; readonly end: number } {
    return spanOf(place);
  }

  private reading(): { readonly slot: Slot; readonly project: Project } {
    if (this.read === undefined) {
      const slot = projectSlot(this.document.text);
      this.read = { slot, project: bindProject(slot) };
    }
    return this.read;
  }
}

const noNames: Scope = { names: () => [], isTaken: () => false, buckets: () => [] };

const alike = ({ rule, message }: Finding, findings: readonly Finding[]): number =>
  findings.filter(other => other.rule === rule && other.message.en === message.en).length;

/** The text with changes made, which are in its order. */
const applied = (text: string, changes: readonly TextChange[]): string =>
  changes.reduceRight(
    (result, { start, end, text: added }) => result.slice(0, start) + added + result.slice(end),
    text,
  );
