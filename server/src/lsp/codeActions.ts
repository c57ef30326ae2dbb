import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Fix } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Client } from './client.ts';
import { editOf } from './convert.ts';
import { source } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** Which fix an action stands for, as long as the document stays at the revision. */
interface FixId {
  readonly uri: string;
  readonly revision: number;
  readonly finding: number;
  readonly fix: number;
}

export function onCodeAction({ client, documents }: Session): (params: CodeActionParams) => CodeAction[] {
  return ({ textDocument, context }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined || !wantsQuickFixes(context.only)) return [];
    return context.diagnostics.flatMap(diagnostic => fixActions(document, diagnostic, client));
  };
}

export function onCodeActionResolve({ client, documents }: Session): (action: CodeAction) => CodeAction {
  return action => {
    const id: FixId = action.data;
    const document = documents.get(id.uri);
    const fix = document?.revision === id.revision ? fixesAt(document, id.finding)[id.fix] : undefined;
    if (document === undefined || fix === undefined) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
    }
    return { ...action, edit: editOf(document, fix.changes, client) };
  };
}

function wantsQuickFixes(only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some(kind => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}

function fixActions(document: OpenDocument, diagnostic: Diagnostic, client: Client): CodeAction[] {
  if (diagnostic.source !== source) return [];
  const { analysis, uri, revision } = document;
  const start = analysis.document.offsetAt(diagnostic.range.start);
  const end = analysis.document.offsetAt(diagnostic.range.end);
  const isMeant = ({ rule, place }: Finding): boolean => {
    if (rule !== diagnostic.code) return false;
    const range = analysis.rangeOf(place);
    return range.start === start && range.end === end;
  };
  return analysis.findings().flatMap((finding, index) =>
    isMeant(finding)
      ? fixesAt(document, index).map((fix, i) => ({
          title: fix.title[client.language],
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...(i === 0 && { isPreferred: true }),
          ...(client.resolvesEdits
            ? { data: { uri, revision, finding: index, fix: i } satisfies FixId }
            : { edit: editOf(document, fix.changes, client) }),
        }))
      : [],
  );
}

function fixesAt({ analysis }: OpenDocument, index: number): readonly Fix[] {
  const finding = analysis.findings()[index];
  return finding === undefined ? [] : analysis.fixes(finding);
}
