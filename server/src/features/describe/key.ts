import type { Language } from '../../localized.ts';
import type { KeyDef } from '../../model/vocabulary/index.ts';
import { describeType } from '../../rules/describe-type.ts';
import { code, paragraphs } from '../markdown.ts';
import type { NamedKey } from '../spot.ts';
import { describeReaders } from './readers.ts';
import type { SpotOf, Subject } from './subject.ts';

/** What a key is, what it takes, and what depends on it. */
export function describeKey(subject: Subject<SpotOf<'key' | 'value'>>): string {
  return paragraphs(describeDefinition(subject.spot.key, subject.language), describeReaders(subject));
}

/** What a key is and what it takes, wherever it stands. */
export function describeDefinition({ name, def }: NamedKey, language: Language): string {
  const required = { en: 'required', zh: '必填' }[language];
  const title = [`**${name}**`, ...(def.required ? [required] : []), ...defaultOf(def, language)].join(' · ');
  return paragraphs(title, def.doc[language], valuesOf(def, language));
}

function defaultOf({ default: byDefault }: KeyDef, language: Language): readonly string[] {
  if (byDefault === undefined) return [];
  return [{ en: `default ${code(byDefault)}`, zh: `默认 ${code(byDefault)}` }[language]];
}

function valuesOf({ value }: KeyDef, language: Language): string {
  const type = describeType(value);
  const unit = value.kind === 'size' ? value.unit : undefined;
  return {
    en: `Value: ${type.en}${unit === undefined ? '' : `; a bare number is ${unit}`}`,
    zh: `取值：${type.zh.trim()}${unit === undefined ? '' : `；纯数字的单位是 ${unit}`}`,
  }[language];
}
