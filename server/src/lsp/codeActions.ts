import { fixAll, hasSafeFixes } from '../analysis/fixAll.ts';
import type { Localized } from '../localized.ts';
import { fixAllKind } from './capabilities.ts';
import type { OpenDocument } from './documents.ts';
import { type Open, openAt } from './kinds.ts';
import type { Offer } from './offer.ts';
import { OpenProjectFile } from './projectFile.ts';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from './protocol.ts';
import { projectFixes, quickFixes } from './quickFixes.ts';
import { contentModified } from './safely.ts';
import type { Session } from './session.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** Which offer an action stands for, as long as the document stays at the version. */
interface ActionId {
  readonly uri: string;
  readonly version: number;
  readonly key: string;
}

/** What was offered for a version of a document, by the keys. Settings or files may change meanwhile: the text is the same. */
interface Offered {
  readonly version: number;
  readonly edits: Map<string, NonNullable<Offer['edit']>>;
}

interface CodeActions {
  offer(params: CodeActionParams): Promise<CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
}

export function codeActions(session: Session): CodeActions {
  const { client } = session;
  const offered = new WeakMap<Open, Offered>();

  function offeredFor(document: Open): Offered {
    const { version } = document;
    const last = offered.get(document);
    if (last?.version === version) return last;
    const fresh = { version, edits: new Map() };
    offered.set(document, fresh);
    return fresh;
  }

  async function actionOf(document: Open, { key, action, edit }: Offer): Promise<CodeAction | undefined> {
    if (edit === undefined) return action;
    if (client.resolvesEdits) {
      const { uri, version } = document;
      offeredFor(document).edits.set(key, edit);
      return { ...action, data: { uri, version, key } satisfies ActionId };
    }
    const written = await edit();
    return written && { ...action, edit: written };
  }

  return {
    async offer({ textDocument, context: { only, diagnostics } }) {
      const { uri } = textDocument;
      const document = openAt(session, uri);
      if (document === undefined) return [];
      const offers = offersFor(document, diagnostics, only, session);
      const actions = await Promise.all(offers.map(offer => actionOf(document, offer)));
      return actions.filter(action => action !== undefined);
    },

    async resolve(action) {
      // A command needs no edit.
      if (action.data === undefined) return action;
      const { uri, version, key }: ActionId = action.data;
      const document = openAt(session, uri);
      const edit = document?.version === version ? offeredFor(document).edits.get(key) : undefined;
      if (edit === undefined) throw contentModified();
      const written = await edit();
      if (written === undefined)
        throw new ResponseError(LSPErrorCodes.RequestFailed, unchangeable[session.client.language]);
      return { ...action, edit: written };
    },
  };
}

function offersFor(
  document: Open,
  diagnostics: readonly Diagnostic[],
  only: readonly CodeActionKind[] | undefined,
  session: Session,
): readonly Offer[] {
  const wantsFixes = contains(only, CodeActionKind.QuickFix);
  if (document instanceof OpenProjectFile) return wantsFixes ? projectFixes(document, diagnostics, session) : [];
  return [
    ...(wantsFixes ? quickFixes(document, diagnostics, session) : []),
    // Not for the menu of a problem, for which no kind is asked: that has "fix all" for its kind.
    ...(only !== undefined && contains(only, fixAllKind) ? allFixes(document, session) : []),
  ];
}

/** Whether the kinds that are asked for contain a kind. */
function contains(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return only === undefined || only.some(asked => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

function allFixes(document: OpenDocument, { client }: Session): readonly Offer[] {
  const { analysis } = document;
  if (!hasSafeFixes(analysis)) return [];
  const action = { title: fixAllTitle[client.language], kind: fixAllKind };
  return [{ key: fixAllKind, action, edit: () => workspaceEdit(document, fixAll(analysis).changes, client) }];
}

const unchangeable: Localized = { en: 'The file cannot be changed.', zh: '无法修改该文件。' };

const fixAllTitle: Localized = { en: 'Make all safe fixes in this file', zh: '应用此文件中的全部安全修复' };
