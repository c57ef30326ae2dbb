import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { poll } from './poll.ts';

/** A sample that is open in the window, seen and used as its reader would. */
export class Manifest {
  readonly #document: TextDocument;

  private constructor(document: TextDocument) {
    this.#document = document;
  }

  static async open(path: string): Promise<Manifest> {
    const folder = workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no folder is open');
    const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, path));
    await window.showTextDocument(document);
    return new Manifest(document);
  }

  get language(): string {
    return this.#document.languageId;
  }

  text(range: Range): string {
    return this.#document.getText(range);
  }

  line(range: Range): string {
    return this.#document.lineAt(range.start).text;
  }

  async replace(text: string, by: string): Promise<void> {
    const start = this.#place(text);
    const edit = new WorkspaceEdit();
    edit.replace(this.#document.uri, new Range(start, start.translate(0, text.length)), by);
    if (!(await workspace.applyEdit(edit))) throw new Error(`"${text}" was not replaced`);
  }

  findings(): Diagnostic[] {
    return languages.getDiagnostics(this.#document.uri).filter(finding => finding.source === 'ims');
  }

  #place(text: string): Position {
    return this.#document.positionAt(this.#document.getText().indexOf(text));
  }

  /** The finding of a rule on the line that has `text`, as soon as it is there. */
  finding(rule: string, text: string): Promise<Diagnostic> {
    return poll(`${rule} at "${text}"`, () => this.#find(rule, text));
  }

  /** Waits until that finding is gone. */
  async noFinding(rule: string, text: string): Promise<void> {
    await poll(`no ${rule} at "${text}"`, () => (this.#find(rule, text) ? undefined : true));
  }

  #find(rule: string, text: string): Diagnostic | undefined {
    return this.findings().find(finding => ruleOf(finding) === rule && this.line(finding.range).includes(text));
  }

  /** What hovering over `text` says. */
  hover(text: string): Promise<string> {
    return poll(`a hover over "${text}"`, async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        this.#document.uri,
        this.#place(text),
      );
      const contents = hovers.flatMap(hover => hover.contents as MarkdownString[]);
      return contents.map(content => content.value).join('\n') || undefined;
    });
  }

  /** The preferred quick-fix of a finding, resolved. */
  preferredFix(finding: Diagnostic): Promise<CodeAction> {
    return poll(`a preferred fix of ${ruleOf(finding)}`, async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        this.#document.uri,
        finding.range,
        'quickfix',
        10, // how many of them to resolve
      );
      return actions.find(action => action.isPreferred && action.edit);
    });
  }
}

export function ruleOf(finding: Diagnostic): string {
  const { code } = finding;
  return `${typeof code === 'object' ? code.value : code}`;
}
