/** Lines for the log of a GitHub workflow: what it would take for a command there, at the start of one or in it, is none. */
export const withoutCommands = (lines: string): string => lines.replace(opening, '$1$2\ufffd');

const opening = /^([^\S\r\n\u2028\u2029]*):(?=:)|(##)\[/gm;
