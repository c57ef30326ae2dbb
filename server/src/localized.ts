/** A text in every language of the product. Told together, so that a missing translation does not compile. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Localized;

/** The language for a locale as BCP 47 has it. */
export const languageOfLocale = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh' : 'en');
