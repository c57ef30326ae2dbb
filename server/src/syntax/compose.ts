import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser, Schema, type YAMLParseError } from 'yaml';

/** Deeper than anyone writes by hand, and shallow enough for recursion. */
const MAX_DEPTH = 100;

/** What `yaml` makes of a text: its tokens, the root of the first document, and what it complains of. */
export interface Composed {
  readonly tokens: readonly CST.Token[];
  /** Null where the text holds no content. */
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLParseError[];
  /** Where collections nest too deep for the text to be read at all. */
  readonly tooDeep: number | undefined;
}

// The failsafe schema keeps plain scalars as text, and with no known tags nothing is ever added to it: it can be shared.
const schema = new Schema({ schema: 'failsafe', resolveKnownTags: false });

const options = { version: '1.2', schema, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/** Runs `yaml` over a text. Tags that nothing defines are no errors. */
export function compose(text: string): Composed {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Composing recurses, and running out of stack in there can end the process, beyond any catch.
    if (parser.stack.length > MAX_DEPTH) return { tokens: [], contents: null, errors: [], tooDeep: parser.offset - 1 };
  }
  for (const token of parser.end()) tokens.push(token);
  const [document] = withoutStacks(() => [...new Composer(options).compose(tokens, true, text.length)]);
  const errors = document?.errors.filter(error => error.code !== 'TAG_RESOLVE_FAILED') ?? [];
  return { tokens, contents: contentsOf(document), errors, tooDeep: undefined };
}

/** Has errors made of which nobody reads where they come from: of the thousands that a text can have, that is most of the time. */
function withoutStacks<T>(make: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Whether a text was read without any complaint. */
export function isSound({ errors, tooDeep }: Composed): boolean {
  return errors.length === 0 && tooDeep === undefined;
}

/** The root of a document, unless it is empty. */
function contentsOf(document: Document.Parsed | Document | undefined): ParsedNode | null {
  const contents = (document?.contents ?? null) as ParsedNode | null;
  return contents?.range[0] === contents?.range[1] && !contents?.anchor ? null : contents;
}
