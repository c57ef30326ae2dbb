import { manifestSchema, projectSchema } from '../features/schema.ts';
import { type LanguageOptions, languageOf } from './options.ts';

export const schemas = { manifest: manifestSchema, project: projectSchema };

/** Prints the JSON Schema of a kind of file, for editors and tools without the server. */
export function schema(kind: keyof typeof schemas, options: LanguageOptions): void {
  process.stdout.write(`${JSON.stringify(schemas[kind](languageOf(options)), undefined, 2)}\n`);
}
