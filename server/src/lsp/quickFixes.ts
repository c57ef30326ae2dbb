import type { Finding } from '../analysis/finding.ts';
import { onePerRule, remedies } from '../features/remedies.ts';
import { severitiesFor } from '../features/severities.ts';
import type { Localized } from '../localized.ts';
import { visible } from '../visible.ts';
import { source } from './conversion.ts';
import type { OpenDocument } from './documents.ts';
import type { Open } from './kinds.ts';
import type { Offer } from './offer.ts';
import { OpenProjectFile } from './projectFile.ts';
import { type CodeAction, CodeActionKind, type Diagnostic } from './protocol.ts';
import type { Session } from './session.ts';
import { mayHaveProject, severityEdit } from './severityEdit.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The command of the client that shows what a rule says. */
const explainCommand = 'imsManifest.explainRule';

/** More than anyone reads in a menu: to find the fixes of each takes time. */
const mostFindings = 20;

/** What can be done about diagnostics, in the order of a menu. */
export function quickFixes(
  document: OpenDocument,
  diagnostics: readonly Diagnostic[],
  session: Session,
): readonly Offer[] {
  const { client } = session;
  const { analysis, uri } = document;
  const meant = new Map([...findingsOf(document, diagnostics)].slice(0, mostFindings));
  const findings = [...meant.keys()];
  const actionOf = (title: Localized, finding: Finding): CodeAction => ({
    title: visible(title[client.language]),
    kind: CodeActionKind.QuickFix,
    diagnostics: [meant.get(finding)].filter(diagnostic => diagnostic !== undefined),
  });

  const remedied = remedies(analysis, findings).map(({ title, finding, isObvious, changes }): Offer => {
    const key = `${analysis.rangeOf(finding.place).start} ${title.en}`;
    const action = { ...actionOf(title, finding), ...(isObvious && { isPreferred: true }) };
    return { key, action, edit: () => workspaceEdit(document, changes(), client) };
  });
  const isSettable = client.createsFiles && mayHaveProject(uri, session);
  const set = onePerRule(isSettable ? findings : []).flatMap(finding =>
    severitiesFor(finding).map(({ severity, title }): Offer => {
      const { rule } = finding;
      const edit: Offer['edit'] = () => severityEdit(uri, rule, severity, session);
      return { key: `${rule} ${severity}`, action: actionOf(title, finding), edit };
    }),
  );
  const explained = onePerRule(client.commands.has(explainCommand) ? findings : []).map((finding): Offer => {
    const title: Localized = { en: `Explain \`${finding.rule}\``, zh: `查看规则 \`${finding.rule}\` 的说明` };
    const command = { title: title[client.language], command: explainCommand, arguments: [finding.rule] };
    return { key: finding.rule, action: { ...actionOf(title, finding), command } };
  });
  return [...remedied, ...set, ...explained];
}

/** What can be done about diagnostics of a project file. */
export function projectFixes(
  file: OpenProjectFile,
  diagnostics: readonly Diagnostic[],
  { client }: Session,
): readonly Offer[] {
  const { analysis } = file;
  return [...findingsOf(file, diagnostics)].flatMap(([finding, diagnostic]) =>
    analysis.fixes(finding).map(
      ({ title, changes }, i): Offer => ({
        key: `${analysis.rangeOf(finding.place).start} ${title.en}`,
        action: {
          title: visible(title[client.language]),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...(i === 0 && { isPreferred: true }),
        },
        edit: () => workspaceEdit(file, changes, client),
      }),
    ),
  );
}

/** The findings that diagnostics are of, each once. */
function findingsOf(document: Open, diagnostics: readonly Diagnostic[]): ReadonlyMap<Finding, Diagnostic> {
  const { analysis } = document;
  const found = new Map<Finding, Diagnostic>();
  const own = diagnostics.filter(diagnostic => diagnostic.source === source);
  if (own.length === 0) return found;
  const near = findingsNear(document);
  for (const diagnostic of own) {
    const start = analysis.document.offsetAt(diagnostic.range.start);
    const end = analysis.document.offsetAt(diagnostic.range.end);
    for (const finding of near(start)) {
      if (finding.rule !== diagnostic.code || found.has(finding)) continue;
      const range = analysis.rangeOf(finding.place);
      if (range.start === start && range.end === end) found.set(finding, diagnostic);
    }
  }
  return found;
}

/** The findings in the segment of an offset; a project file is one. */
function findingsNear(document: Open): (offset: number) => readonly Finding[] {
  const all = document.analysis.findingsByBlock();
  if (document instanceof OpenProjectFile) return () => all.flat();
  return offset => {
    const slot = document.analysis.document.slotAt(offset)?.slot;
    const around = all.find(([first]) => first?.place.slot.block === slot?.block) ?? [];
    return around.filter(({ place }) => place.slot === slot);
  };
}
