/** What each request does for the user. */
export const requestTexts: Readonly<Record<string, string>> = {
  'codeAction/resolve': 'Writes the edit of the action that was chosen, for the version it was offered for.',
  'codeLens/resolve': 'Counts the constraints of one operation: ✓ holds, ✗ violated, ? undecided.',
  'completionItem/resolve': 'Tells about the proposal that is looked at.',
  'ims/checkWorkspace': 'Looks at every manifest of the workspace anew, and says how they stand.',
  'ims/fixAllInWorkspace': 'Finds the safe fixes of every manifest of the workspace.',
  'ims/operation': 'The constraints of the operation at the cursor, counted: the status item, the ledger.',
  'textDocument/codeAction':
    'The menu of a problem: its fixes, all of its kind, suppress, severity, explain; on save, all safe fixes.',
  'textDocument/codeLens': 'A lens at each operation.',
  'textDocument/completion': 'Keys, values, regions, names in scope, skeletons of operations, rule ids.',
  'textDocument/definition':
    'From a name to where it is declared or made, into an inventory too; from an alias to its anchor.',
  'textDocument/diagnostic': 'The findings of an open manifest or project file, or that they are as before.',
  'textDocument/documentHighlight': 'All places of the name at the cursor, those that make or change it marked.',
  'textDocument/documentLink': 'The paths of inventories lead to the files.',
  'textDocument/documentSymbol': 'The outline: servers, images, operations with what they make.',
  'textDocument/foldingRange': 'Sections, operations, groups, comments fold.',
  'textDocument/formatting': 'Indentation, trailing space, last line break; comments and values stay.',
  'textDocument/hover':
    'A key, a value, a reference with all that is known of it there, an action with its ledger, a rule.',
  'textDocument/inlayHint': 'The inferred facts that decide, behind what they are inferred from.',
  'textDocument/prepareRename': 'Whether what is at the cursor has a name to change, and which.',
  'textDocument/prepareTypeHierarchy': 'The lineage of an image, a server or a backup: where to start.',
  'textDocument/rangeFormatting': 'Formatting of the operations that a selection touches.',
  'textDocument/references': 'All places of the name at the cursor, through copies and renames.',
  'textDocument/rename': 'One name becomes another everywhere, unless that would change what is meant.',
  'textDocument/selectionRange': 'A selection grows from value to key to operation to section.',
  'typeHierarchy/subtypes': 'What is made of an image.',
  'typeHierarchy/supertypes': 'What an image is made of.',
  'workspace/diagnostic': 'The findings of the manifests that are not open, as they are found.',
  'workspace/symbol': 'Finds images, servers, backups and buckets by name.',
};

/** A message that the server sends, and when. */
interface Sent {
  readonly what: string;
  readonly when: string;
}

/** What the server asks and tells of itself. */
export const sentTexts: Readonly<Record<string, Sent>> = {
  '$/progress': {
    what: 'How far the check of a workspace is; or a part of the answer to `workspace/diagnostic`.',
    when: 'the client takes it',
  },
  'client/registerCapability': {
    what: 'Wishes to hear of settings and of files, and formatting for the language `ims-manifest` alone.',
    when: 'the client can register each',
  },
  'ims/manifestsIn': {
    what: 'Which manifests there are in a workspace folder that is on no disk.',
    when: 'the client says that it reads files',
  },
  'ims/readFile': {
    what: 'A project file, an inventory or a manifest of a workspace folder that is on no disk.',
    when: 'the client says that it reads files',
  },
  'textDocument/publishDiagnostics': {
    what: 'The findings of an open document, of its newest version.',
    when: 'the client cannot pull diagnostics',
  },
  'window/logMessage': { what: 'What failed, for the output.', when: 'always' },
  'window/workDoneProgress/create': {
    what: 'A bar for the check of a workspace that takes long; it can be cancelled.',
    when: 'the client shows progress',
  },
  'workspace/codeLens/refresh': {
    what: 'Settings or files have changed: the lenses are asked for again.',
    when: 'the client can refresh them',
  },
  'workspace/configuration': { what: 'The settings of a document or a folder.', when: 'the client has settings' },
  'workspace/diagnostic/refresh': {
    what: 'Settings or files have changed: the findings are pulled again.',
    when: 'the client can refresh them',
  },
  'workspace/inlayHint/refresh': {
    what: 'Settings or files have changed: the hints are asked for again.',
    when: 'the client can refresh them',
  },
};

/** What the server takes in without an answer. */
export const takenTexts: Readonly<Record<string, string>> = {
  '$/cancelRequest': 'An answer is no longer wanted: where it is still being worked on, that stops.',
  'textDocument/didChange': 'An edit; what it does not concern is not looked at again.',
  'textDocument/didClose': 'The file counts as it is on the disk again.',
  'textDocument/didOpen': 'The text of the editor counts, not that of the disk.',
  'textDocument/didSave': 'What depends on the file is looked at again, where nobody watches files.',
  'window/workDoneProgress/cancel': 'The user does not want to wait for the check of a workspace.',
  'workspace/didChangeConfiguration': 'Settings have changed.',
  'workspace/didChangeWatchedFiles': 'Manifests, inventories or project files have changed on the disk.',
  'workspace/didChangeWorkspaceFolders': 'Folders have come or gone.',
};
