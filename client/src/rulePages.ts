import { commands, env, l10n, languages, Uri, window, workspace } from 'vscode';
import { choices, type ListedRule, pagePath } from './ruleMenu.ts';

/** The pages that explain the rules. They come with the extension, so that no network is needed. */
export class RulePages {
  readonly #folder: Uri;

  constructor(extension: Uri) {
    this.#folder = Uri.joinPath(extension, 'docs/rules');
  }

  /** Shows the page of a rule: of one that the reader chooses, where none is given. */
  async explain(id?: unknown): Promise<void> {
    const rules = await this.#rules();
    const chosen = typeof id === 'string' ? id : await choose(rules);
    if (chosen === undefined) return;
    if (rules.some(rule => rule.id === chosen)) await this.#show(`${chosen}.md`);
    else void window.showWarningMessage(l10n.t('There is no rule {0}.', chosen));
  }

  openTable(): Promise<void> {
    return this.#show('README.md');
  }

  async #rules(): Promise<readonly ListedRule[]> {
    const list = await workspace.fs.readFile(Uri.joinPath(this.#folder, 'rules.json'));
    return JSON.parse(new TextDecoder().decode(list));
  }

  async #show(file: string): Promise<void> {
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(this.#folder, pagePath(file, env.language)));
  }
}

async function choose(rules: readonly ListedRule[]): Promise<string | undefined> {
  const items = choices(rules, rulesAtCursor(), env.language);
  const choice = await window.showQuickPick(items, { placeHolder: l10n.t('Which rule?'), matchOnDetail: true });
  return choice?.label;
}

/** The rules of the diagnostics under the cursor. */
function rulesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'ims' && range.contains(editor.selection.active))
    .map(({ code }) => `${typeof code === 'object' ? code.value : code}`);
}
