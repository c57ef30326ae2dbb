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
  type TextEdit,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { uriOf, write } from './files.ts';
import { poll } from './poll.ts';

/**
 * A file that is open in the window, seen and used as its reader would. A place in it is told by a text that begins
 * there, with a `|` where the place is not at its beginning: `image: |payroll`.
 */
export class Manifest {
  readonly #document: TextDocument;

  private constructor(document: TextDocument) {
    this.#document = document;
  }

  static async open(path: string): Promise<Manifest> {
    const document = await workspace.openTextDocument(uriOf(path));
    await window.showTextDocument(document);
    return new Manifest(document);
  }

  /** A new file with the given text, where there is none yet. */
  static async write(path: string, text: string): Promise<Manifest> {
    await write(path, text);
    return Manifest.open(path);
  }

  get uri(): Uri {
    return this.#document.uri;
  }

  get content(): string {
    return this.#document.getText();
  }

  get end(): Position {
    return this.#document.positionAt(this.content.length);
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
    await this.edit([{ range: this.range(text), newText: by }]);
  }

  async edit(edits: readonly Pick<TextEdit, 'range' | 'newText'>[]): Promise<void> {
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(this.uri, range, newText);
    if (!(await workspace.applyEdit(edit))) throw new Error('the text was not changed');
  }

  save(): Thenable<boolean> {
    return this.#document.save();
  }

  findings(): Diagnostic[] {
    return languages.getDiagnostics(this.#document.uri).filter(finding => finding.source === 'ims');
  }

  place(text: string): Position {
    const before = Math.max(0, text.indexOf('|'));
    const start = this.content.indexOf(text.replace('|', ''));
    if (start === -1) throw new Error(`no "${text}" in ${this.uri.path}`);
    return this.#document.positionAt(start + before);
  }

  /** Where a text stands, from the `|` in it to its end. */
  range(text: string): Range {
    const start = this.place(text);
    const { length } = text.slice(text.indexOf('|') + 1);
    return new Range(start, this.#document.positionAt(this.#document.offsetAt(start) + length));
  }

  /** What one of VS Code's commands says about this file, as soon as that is something. */
  ask<T>(command: string, ...args: unknown[]): Promise<T> {
    return poll(`an answer of ${command}`, async () => {
      const answer = await commands.executeCommand<T | undefined>(command, this.uri, ...args);
      return Array.isArray(answer) && answer.length === 0 ? undefined : (answer ?? undefined);
    });
  }

  /** The finding of a rule on the line that has `text`, as soon as it is there. */
  finding(rule: string, text: string): Promise<Diagnostic> {
    return poll(`${rule} at "${text}"`, () => this.#find(rule, text));
  }

  /** Waits until that finding is gone. */
  async noFinding(rule: string, text: string): Promise<void> {
    await poll(`no ${rule} at "${text}"`, () => (this.#find(rule, text) ? undefined : true));
  }

  /** Waits until the lines with findings are these. */
  async foundAt(...lines: readonly string[]): Promise<void> {
    await poll(`findings at ${JSON.stringify(lines)} alone`, () => {
      const found = this.findings().map(({ range }) => this.line(range).trim());
      return JSON.stringify(found) === JSON.stringify(lines) ? true : undefined;
    });
  }

  #find(rule: string, text: string): Diagnostic | undefined {
    return this.findings().find(finding => ruleOf(finding) === rule && this.line(finding.range).includes(text));
  }

  /** What hovering over a place says. */
  async hover(text: string): Promise<string> {
    const hovers = await this.ask<Hover[]>('vscode.executeHoverProvider', this.place(text));
    const contents = hovers.flatMap(hover => hover.contents as MarkdownString[]);
    return contents.map(content => content.value).join('\n');
  }

  /** What the menu of a finding has, resolved. */
  fixes(finding: Diagnostic): Promise<CodeAction[]> {
    return this.ask('vscode.executeCodeActionProvider', finding.range, 'quickfix', 20);
  }

  /** Applies one of the menu of a finding. */
  async fix(finding: Diagnostic, chosen: (action: CodeAction) => boolean | undefined): Promise<void> {
    const edit = await poll(
      `that action for ${ruleOf(finding)}`,
      async () => (await this.fixes(finding)).find(chosen)?.edit,
    );
    if (!(await workspace.applyEdit(edit))) throw new Error('the action could not be applied');
  }
}

export function ruleOf(finding: Diagnostic): string {
  const { code } = finding;
  return `${typeof code === 'object' ? code.value : code}`;
}
