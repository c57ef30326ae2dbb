import { describeType } from '../../rules/describe-type.ts';
import { code, paragraphs } from '../markdown.ts';
import { describeReaders } from './ledger.ts';
import type { SpotOf, Subject } from './subject.ts';

/** What a key is, what it takes, and what depends on it. */
export function describeKey(subject: Subject<SpotOf<'key' | 'value'>>): string {
  const { language, spot } = subject;
  const { name, def } = spot.key;
  const required = { en: 'required', zh: '必填' }[language];
  const title = [`**${name}**`, ...(def.required ? [required] : []), ...defaultOf(subject)].join(' · ');
  return paragraphs(title, def.doc[language], valuesOf(subject), describeReaders(subject));
}

function defaultOf({ language, spot }: Subject<SpotOf<'key' | 'value'>>): readonly string[] {
  const { default: byDefault } = spot.key.def;
  if (byDefault === undefined) return [];
  return [{ en: `default ${code(byDefault)}`, zh: `默认 ${code(byDefault)}` }[language]];
}

function valuesOf({ language, spot }: Subject<SpotOf<'key' | 'value'>>): string {
  const { value } = spot.key.def;
  const type = describeType(value);
  const unit = value.kind === 'size' ? value.unit : undefined;
  return {
    en: `Value: ${type.en}${unit === undefined ? '' : `; a bare number is ${unit}`}`,
    zh: `取值：${type.zh.trim()}${unit === undefined ? '' : `；纯数字的单位是 ${unit}`}`,
  }[language];
}
