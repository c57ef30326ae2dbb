import { hover, type Hover as Told } from '../features/hover.ts';
import { hoverProject } from '../features/project/hover.ts';
import { rangesIn } from '../syntax/positions.ts';
import { byKind, type Open } from './kinds.ts';
import { plainText } from './plainText.ts';
import { type Hover, type HoverParams, MarkupKind } from './protocol.ts';
import type { Session } from './session.ts';

export function onHover(session: Session): (params: HoverParams) => Hover | null {
  const { language, hoverKind: kind } = session.client;

  function show({ analysis }: Open, told: Told | undefined): Hover | null {
    if (told === undefined) return null;
    const value = kind === MarkupKind.Markdown ? told.contents : plainText(told.contents);
    return { contents: { kind, value }, range: rangesIn(analysis.document)(told) };
  }

  return byKind<HoverParams, Hover | null>(session, null, {
    manifest: (document, { position }) => {
      const { analysis } = document;
      return show(document, hover(analysis, analysis.document.offsetAt(position), language));
    },
    projectFile: (file, { position }) => {
      const { analysis } = file;
      return show(file, hoverProject(analysis, analysis.document.offsetAt(position), language));
    },
  });
}
