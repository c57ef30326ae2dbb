import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../features/hover.ts';
import { rangesIn } from './convert.ts';
import { plainText } from './plainText.ts';
import type { Session } from './session.ts';

export function onHover({ client, documents }: Session): (params: HoverParams) => Hover | null {
  return ({ textDocument, position }) => {
    const analysis = documents.get(textDocument.uri)?.analysis;
    if (analysis === undefined) return null;
    const found = hover(analysis, analysis.document.offsetAt(position), client.language);
    if (found === undefined) return null;
    const kind = client.hoverKind;
    const value = kind === MarkupKind.Markdown ? found.contents : plainText(found.contents);
    return { contents: { kind, value }, range: rangesIn(analysis.document)(found) };
  };
}
