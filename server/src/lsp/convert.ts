import type { Severity } from '../analysis/finding.ts';
import type { Document, TextChange } from '../syntax/document.ts';
import { DiagnosticSeverity, type Range } from './protocol.ts';

export const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A client's change of a range as one of the text. */
export const changeIn = (document: Document, { start, end }: Range, text: string): TextChange => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
  text,
});
