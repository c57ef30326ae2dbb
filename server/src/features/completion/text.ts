/** As much of a description in Markdown as fits beside a label, without its marks. */
export const firstSentence = (text: string | undefined): string | undefined =>
  text && /^.*?(?:[.](?= |$)|\u3002|$)/.exec(text)?.[0].replaceAll('`', '');
