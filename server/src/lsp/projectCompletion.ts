import { completeProject, type ProjectCompletion } from '../features/project/completion.ts';
import { rangesIn } from '../syntax/positions.ts';
import type { Client } from './client.ts';
import { plainText } from './plainText.ts';
import type { OpenProjectFile } from './projectFile.ts';
import { type CompletionItem, CompletionItemKind, type CompletionParams, MarkupKind } from './protocol.ts';

export function completeProjectFile(
  { analysis }: OpenProjectFile,
  { position }: CompletionParams,
  { language, completion: { documentationKind: kind } }: Client,
): CompletionItem[] {
  const { document } = analysis;
  const { start, end, items } = completeProject(analysis, document.offsetAt(position), language);
  const range = rangesIn(document)({ start, end });
  const documentation = (markdown: string) => ({
    kind,
    value: kind === MarkupKind.Markdown ? markdown : plainText(markdown),
  });
  return items.map((item, order) => ({
    label: item.label,
    kind: kindOf[item.kind],
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.documentation !== undefined && { documentation: documentation(item.documentation) }),
    sortText: `${order}`.padStart(3, '0'),
    textEdit: { range, newText: item.text },
  }));
}

const kindOf: Readonly<Record<ProjectCompletion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Constant,
  word: CompletionItemKind.EnumMember,
  region: CompletionItemKind.Value,
};
