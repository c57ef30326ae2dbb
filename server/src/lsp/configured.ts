import type { OpenDocument } from './documents.ts';
import { contentModified } from './safely.ts';
import type { Session } from './session.ts';

/** An open manifest once it has its settings, if it is still the text that was asked about. */
export async function configured({ documents }: Session, uri: string): Promise<OpenDocument | undefined> {
  const document = documents.get(uri);
  if (document === undefined) return undefined;
  const { version } = document;
  await document.configured;
  if (documents.get(uri) !== document || document.version !== version) throw contentModified();
  return document;
}
