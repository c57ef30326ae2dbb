import type { Template } from '../edit/template.ts';

/** A template in the snippet syntax of LSP. A single place to fill in is where the cursor ends. */
export function toSnippet(template: Template): string {
  const single = template.filter(part => typeof part !== 'string').length === 1;
  let number = 0;
  return template
    .map(part => {
      if (typeof part === 'string') return escaped(part, /[\\$}]/g);
      number++;
      const { choices } = part;
      const [first] = choices;
      if (first === undefined) return single ? '$0' : `$\{${number}}`;
      if (choices.length === 1) return `$\{${number}:${escaped(first, /[\\$}]/g)}}`;
      return `$\{${number}|${choices.map(choice => escaped(choice, /[\\$},|]/g)).join(',')}|}`;
    })
    .join('');
}

const escaped = (text: string, special: RegExp): string => text.replace(special, '\\$&');
