/** Markdown as it reads without its marks. What is in code stays as it is. */
export function plainText(markdown: string): string {
  const codes: string[] = [];
  return withoutCode(markdown.replace(/^```[^`\n]*$\n?/gm, '').replace(/^(#+|>) +/gm, ''), codes)
    .replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, '$1 ($2)')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<!\w)_(.+?)_(?!\w)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1')
    .replaceAll('\0', () => codes.shift() ?? '')
    .trim();
}

/** Keeps what is in code, and has a NUL in its place. */
function withoutCode(markdown: string, codes: string[]): string {
  let prose = '';
  let from = 0;
  for (const { 0: fence, index } of markdown.matchAll(/`+/g)) {
    const start = index + fence.length;
    const end = markdown.indexOf(fence, start);
    if (index < from || end < 0) continue;
    codes.push(unpadded(markdown.slice(start, end)));
    prose += `${markdown.slice(from, index)}\0`;
    from = end + fence.length;
  }
  return prose + markdown.slice(from);
}

/** Code that would touch its fence stands between spaces. */
const unpadded = (code: string): string =>
  code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
