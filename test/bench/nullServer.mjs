// A language server that does nothing: it answers what another has answered, ready-made, and never looks at the text.
import { readFileSync } from 'node:fs';
import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { answerKey, stateOf } from './versions.mjs';

const connection = createConnection(ProposedFeatures.all);
const versions = new Map();
let answers = { reports: [], ofState: {}, requests: {} };

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: true,
    documentSymbolProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.onRequest('bench/answers', ({ file }) => {
  answers = JSON.parse(readFileSync(file, 'utf8'));
  return null;
});
connection.onDidOpenTextDocument(({ textDocument: { uri, version } }) => void versions.set(uri, version));
connection.onDidChangeTextDocument(({ textDocument: { uri, version } }) => void versions.set(uri, version));
connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) => {
  const report = answers.ofState[stateOf(versions.get(uri))] ?? 0;
  const resultId = `${report}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: answers.reports[report] };
});
for (const method of ['hover', 'completion', 'codeAction', 'documentSymbol'].map(name => `textDocument/${name}`)) {
  connection.onRequest(method, params => answers.requests[answerKey(method, params)] ?? null);
}
connection.listen();
