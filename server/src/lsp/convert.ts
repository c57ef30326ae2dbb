import { DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import type { Severity } from '../analysis/finding.ts';
import type { TextChange } from '../syntax/document.ts';

export const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange({ document }: Analysis, { start, end }: { start: number; end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(analysis: Analysis, change: TextChange): TextEdit {
  return { range: toRange(analysis, change), newText: change.text };
}
