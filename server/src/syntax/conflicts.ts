import type { Cause } from './diagnose.ts';
import { nextLine, restOfLine } from './lines.ts';
import type { Fault, Span } from './tree.ts';

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/;

/** Whether a text may hold the marker that opens a conflict; `yaml` may take it for a value. */
export function mayHoldConflict(text: string): boolean {
  return text.includes('<<<<<<<');
}

/** The stretches that a merge with conflicts left behind: the markers, and every side but the first. */
export function findConflicts(text: string): Cause[] {
  const causes: Cause[] = [];
  let fault: Fault | undefined;
  let stretch: Span | undefined;
  let ignoring = false;
  for (let start = 0; start < text.length; ) {
    const line = restOfLine(text, start);
    const marker = MARKER.exec(text.slice(start, line.end))?.[0][0];
    if (marker || ignoring) {
      fault ??= { code: 'conflict-marker', span: line };
      stretch = { start: stretch?.start ?? start, end: line.end };
    }
    if (marker) ignoring = marker === '|' || marker === '=';
    if (fault && stretch && !ignoring) {
      causes.push({ fault, broken: stretch, remedy: 'drop-lines' });
      stretch = undefined;
    }
    if (marker === '>') fault = undefined;
    start = nextLine(text, start);
  }
  if (fault && stretch) causes.push({ fault, broken: stretch, remedy: 'drop-lines' });
  return causes;
}
