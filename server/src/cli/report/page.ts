import picocolors from 'picocolors';

/** A rule's page as a terminal shows it. Of Markdown, it knows what the pages are written in. */
export function renderPage(markdown: string, color: boolean): string {
  const colors = picocolors.createColors(color);
  const inline = (text: string): string =>
    text
      .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, (_, label: string, target: string) =>
        /^https:/.test(target) ? `${label} (${target})` : label,
      )
      .replace(/\*\*(.+?)\*\*/g, (_, strong: string) => colors.bold(strong))
      .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code));
  const changed = (line: string): string =>
    line.startsWith('+') ? colors.green(line) : line.startsWith('-') ? colors.red(line) : line;

  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of withoutFrame(markdown)) {
    if (line.startsWith('```')) {
      fence = fence === undefined ? line.slice(3) : undefined;
    } else if (fence !== undefined) {
      lines.push(line === '' ? '' : `    ${fence === 'diff' ? changed(line) : line}`);
    } else if (line.startsWith('#')) {
      lines.push(colors.bold(colors.underline(line.replace(/^#+ /, ''))));
    } else {
      lines.push(inline(line));
    }
  }
  return lines.join('\n').trim();
}

/** The lines without what is for files on a page: the note on where it is from, and the links to other pages. */
function withoutFrame(markdown: string): readonly string[] {
  const lines = markdown.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const last = lines.at(-1)?.startsWith('[') ? -1 : undefined;
  return lines.slice(0, last).filter((line, i, all) => {
    const isNote = line.startsWith('<!--');
    const isAfterNote = line === '' && all[i - 1]?.startsWith('<!--');
    return !isNote && !isAfterNote;
  });
}
