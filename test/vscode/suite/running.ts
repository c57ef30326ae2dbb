import { extensions } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Api } from '../../../client/src/extension.ts';
import { poll } from './poll.ts';

/** The client of the server, if there is one. */
export const client = (): BaseLanguageClient | undefined =>
  extensions.getExtension<Api>('ims-manifest.ims-manifest')?.exports?.client();

/** The client of the running server, as soon as it is another than `before`. */
export function running(before?: BaseLanguageClient): Promise<BaseLanguageClient> {
  return poll('the server to run', () => {
    const now = client();
    return now?.isRunning() && now !== before ? now : undefined;
  });
}
