import { type InferredFact, inlayHints } from '../features/inlayHints.ts';
import type { Language } from '../localized.ts';
import { positionsIn, rangesIn } from '../syntax/positions.ts';
import { visible } from '../visible.ts';
import { configured } from './configured.ts';
import type { OpenDocument } from './documents.ts';
import type { InlayHint, InlayHintLabelPart, InlayHintParams, Range } from './protocol.ts';
import type { Session } from './session.ts';

export function onInlayHint(session: Session): (params: InlayHintParams) => Promise<InlayHint[]> {
  return async ({ textDocument, range }) => {
    const document = await configured(session, textDocument.uri);
    if (!document?.configuration.inlayHints) return [];
    const { analysis } = document;
    const text = analysis.document;
    const positionOf = positionsIn(text);
    const partOf = partsIn(document, session.client.language);
    const stretch = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
    return inlayHints(analysis, stretch).map(({ offset, facts }) => ({
      position: positionOf(offset),
      label: facts.flatMap((fact, i) => (i === 0 ? [partOf(fact)] : [{ value: ', ' }, partOf(fact)])),
      paddingLeft: true,
    }));
  };
}

/** Tells a fact with how it is known; a click on it leads to where. */
function partsIn({ uri, analysis }: OpenDocument, language: Language): (fact: InferredFact) => InlayHintLabelPart {
  const rangeOf = rangesIn(analysis.document);
  return ({ label, reason, from }) => {
    const range: Range | undefined = from && rangeOf(analysis.rangeOf(from));
    const line = range === undefined ? undefined : range.start.line + 1;
    const where = { en: ` (line ${line})`, zh: `（第 ${line} 行）` };
    return {
      value: visible(label[language]),
      tooltip: visible(line === undefined ? reason[language] : reason[language] + where[language]),
      ...(range && { location: { uri, range } }),
    };
  };
}
