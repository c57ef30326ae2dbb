import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Client } from './client.ts';
import { rangesIn } from './convert.ts';
import { source } from './diagnostics.ts';
import { type Open, ofKind } from './kinds.ts';
import type { Session } from './session.ts';

/** Which fix an action stands for, as long as the document stays at the revision. */
interface FixId {
  readonly uri: string;
  readonly revision: number;
  readonly finding: number;
  readonly fix: number;
}

export function onCodeAction(session: Session): (params: CodeActionParams) => CodeAction[] {
  return ({ textDocument, context }) => {
    const { uri } = textDocument;
    const document = ofKind(session, uri).get(uri);
    if (document === undefined || !wantsQuickFixes(context.only)) return [];
    return context.diagnostics.flatMap(diagnostic => fixActions(document, diagnostic, session.client));
  };
}

export function onCodeActionResolve(session: Session): (action: CodeAction) => CodeAction {
  return action => {
    const id: FixId = action.data;
    const document = ofKind(session, id.uri).get(id.uri);
    const fix = document?.revision === id.revision ? fixesAt(document, id.finding)[id.fix] : undefined;
    if (document === undefined || fix === undefined) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
    }
    return { ...action, edit: editOf(document, fix, session.client) };
  };
}

function wantsQuickFixes(only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some(kind => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}

function fixActions(document: Open, diagnostic: Diagnostic, client: Client): CodeAction[] {
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
            : { edit: editOf(document, fix, client) }),
        }))
      : [],
  );
}

function fixesAt({ analysis }: Open, index: number): readonly Fix[] {
  const finding = analysis.findings()[index];
  return finding === undefined ? [] : analysis.fixes(finding);
}

function editOf({ analysis, uri, version }: Open, fix: Fix, client: Client): WorkspaceEdit {
  const rangeOf = rangesIn(analysis.document);
  const edits = fix.changes.map(change => ({ range: rangeOf(change), newText: change.text }));
  return client.takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
