/** As much of a description as fits beside a label. */
export const firstSentence = (text: string | undefined): string | undefined =>
  text && /^.*?(?:[.](?= |$)|[。]|$)/.exec(text)?.[0];
