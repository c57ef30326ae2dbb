/** What closes all that is open at the end of a text: a quote, flow maps and lists. */
export function openIn(text: string): string {
  const closing: string[] = [];
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') closing.unshift('}');
    else if (token === '[') closing.unshift(']');
    else if (token === '}' || token === ']') closing.shift();
    else if (isOpenQuote(token)) closing.unshift(token[0] as string);
  }
  return closing.join('');
}

/** Comments, and quoted texts, where a token can begin; brackets. */
const tokens = /(?<![^\s[{,:])(?:#.*|"(?:\\.|[^"\\])*"?|'(?:''|[^'])*'?)|[[\]{}]/g;

const isOpenQuote = (token: string): boolean =>
  /^["']/.test(token) && (token.length === 1 || token.at(-1) !== token[0]);
