import type { Language, Localized } from '../localized.ts';
import type { Unreadable } from './files.ts';
import type { Failure } from './outcome.ts';
import { printable } from './report/printable.ts';
import { withoutCommands } from './report/withoutCommands.ts';

/** Says what is beside the reports, each once. */
export function complain(complaints: Iterable<string>): void {
  for (const complaint of new Set(complaints)) {
    const lines = complaint.split('\n').map(line => printable(line));
    console.error(withoutCommands(`ims-manifest: ${lines.join('\n')}`));
  }
}

export const aboutFile = ({ path, reason }: Unreadable, language: Language): string =>
  printable(`${path}: ${reason[language]}`);

export const aboutFailure = ({ path, error }: Failure, language: Language): string =>
  `${path}: ${internalError[language]}: ${error}`;

const internalError: Localized = { en: 'internal error', zh: '内部错误' };
