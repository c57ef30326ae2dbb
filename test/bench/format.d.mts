export interface Format {
  readonly textOf: (manifest: string) => string;
}

export const formats: Readonly<Record<'yaml' | 'json', Format>>;
