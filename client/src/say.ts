import { l10n } from 'vscode';

/** Says a text in the language of the window; `{0}` stands for the first of what comes behind it. */
export type Say = (text: string, ...values: readonly (string | number)[]) => string;

export const say: Say = (text, ...values) => l10n.t(text, ...values);
