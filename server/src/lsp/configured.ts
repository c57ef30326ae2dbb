import type { OpenDocument } from './documents.ts';
import { until } from './opening.ts';
import { contentModified } from './safely.ts';
import type { Session } from './session.ts';

/** An open manifest once it has its settings and has been looked at, if it is still the text that was asked about. */
export async function configured({ documents }: Session, uri: string): Promise<OpenDocument | undefined> {
  const document = documents.get(uri);
  if (document === undefined) return undefined;
  const { version } = document;
  await document.configured;
  const isCurrent = (): boolean => documents.get(uri) === document && document.version === version;
  if (!(await until(document, () => document.isOpen, isCurrent))) throw contentModified();
  return document;
}
