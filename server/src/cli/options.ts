import type { Language } from '../localized.ts';

export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];

/** How languages are called on the command line. */
export const languages = { en: 'en', 'zh-cn': 'zh' } as const satisfies Record<string, Language>;
export type LanguageName = keyof typeof languages;

export interface LanguageOptions {
  readonly lang: LanguageName;
}

export interface ColorOptions {
  /** Where it is not said, a terminal gets colours. */
  readonly color?: boolean;
}

/** What commands have in common that report on manifests. */
export interface ReportOptions extends LanguageOptions, ColorOptions {
  readonly format: Format;
  readonly maxWarnings?: number;
  /** The project file that counts for all manifests, wherever they are. */
  readonly config?: string;
}

export const languageOf = ({ lang }: LanguageOptions): Language => languages[lang];

export function wantsColor({ color }: ColorOptions, stream: NodeJS.WriteStream): boolean {
  // Not a terminal: `isTTY` is absent, and the colour library would then decide by the environment.
  return color ?? (stream.isTTY === true && stream.hasColors());
}
