import type { ClosedManifests } from '../closedManifests.ts';
import type { Inventories } from '../inventories.ts';
import { whenOpened } from '../opening.ts';
import type { Session } from '../session.ts';
import { onDefinition } from './definition.ts';
import { onDocumentLinks } from './documentLinks.ts';
import { onDocumentSymbol } from './documentSymbol.ts';
import { onFoldingRanges } from './foldingRange.ts';
import { onPrepareTypeHierarchy, onSubtypes, onSupertypes } from './lineage.ts';
import { onDocumentHighlight, onReferences } from './references.ts';
import { onPrepareRename, onRename } from './rename.ts';
import { onSelectionRanges } from './selectionRange.ts';
import { onWorkspaceSymbol } from './workspaceSymbol.ts';

/** Everything that leads from one place of the manifests to another. */
export function serveNavigation(session: Session, inventories: Inventories, closed: ClosedManifests): void {
  const { connection, client, safely } = session;
  const none = (): null => null;
  connection.onDocumentSymbol(
    safely.asked('textDocument/documentSymbol', none, whenOpened(session, onDocumentSymbol(session))),
  );
  connection.onWorkspaceSymbol(safely.asked('workspace/symbol', none, onWorkspaceSymbol(session, closed)));
  connection.onDefinition(
    safely.asked('textDocument/definition', none, whenOpened(session, onDefinition(session, inventories))),
  );
  connection.onReferences(safely.asked('textDocument/references', none, whenOpened(session, onReferences(session))));
  connection.onDocumentHighlight(
    safely.asked('textDocument/documentHighlight', none, whenOpened(session, onDocumentHighlight(session))),
  );
  if (client.preparesRenames) {
    connection.onPrepareRename(
      safely.asked('textDocument/prepareRename', none, whenOpened(session, onPrepareRename(session))),
    );
  }
  connection.onRenameRequest(safely.asked('textDocument/rename', none, whenOpened(session, onRename(session))));
  connection.onFoldingRanges(
    safely.asked('textDocument/foldingRange', none, whenOpened(session, onFoldingRanges(session))),
  );
  connection.onSelectionRanges(
    safely.asked('textDocument/selectionRange', none, whenOpened(session, onSelectionRanges(session))),
  );
  connection.onDocumentLinks(
    safely.asked('textDocument/documentLink', none, whenOpened(session, onDocumentLinks(session, inventories))),
  );
  const { typeHierarchy } = connection.languages;
  typeHierarchy.onPrepare(
    safely.asked('textDocument/prepareTypeHierarchy', none, whenOpened(session, onPrepareTypeHierarchy(session))),
  );
  typeHierarchy.onSupertypes(safely.asked('typeHierarchy/supertypes', none, onSupertypes(session)));
  typeHierarchy.onSubtypes(safely.asked('typeHierarchy/subtypes', none, onSubtypes(session)));
}
