import { readFlavor } from '../../facts/declare.ts';
import { fileFormat } from '../../facts/scene.ts';
import type { Language, Localized } from '../../localized.ts';
import { readSize, writeSize } from '../../model/size.ts';
import { regions, type WordListName, wordLists } from '../../model/vocabulary/index.ts';
import { isAction, readWord, regionOfName } from '../../model/words.ts';
import { crossRegionLimit } from '../../rules/replicate-size.ts';
import { code, paragraphs, ruleLink } from '../markdown.ts';
import { describeKey } from './key.ts';
import { describeAction } from './ledger.ts';
import { describeMade, describeReference, describeTarget } from './reference.ts';
import type { SpotOf, Subject } from './subject.ts';

type ValueSubject = Subject<SpotOf<'value'>>;

/** What a value means; where it says no more than itself, what its key is. */
export const describeValue = (subject: ValueSubject): string => meaning(subject) ?? describeKey(subject);

function meaning(subject: ValueSubject): string | undefined {
  const { type, key, text } = subject.spot;
  if (type.kind === 'reference') return describeReference(type.to, subject);
  if (text === undefined) return undefined;
  switch (type.kind) {
    case 'word':
      return type.of === 'action' && isAction(text)
        ? describeAction(text, subject)
        : describeWord(type.of, text, subject.language);
    case 'region':
      return describeRegion(text, subject.language);
    case 'size':
      return describeSize(readSize(text, type.unit), subject);
    case 'object':
      return key.name === 'bucket_url' ? describeTarget(subject) : describeFile(text, subject);
    case 'name':
      return describeMade(subject);
    case 'text':
      return key.name === 'flavor' ? describeFlavor(text, subject) : undefined;
    default:
      return undefined;
  }
}

/** What a word of a list means; nothing where the list has none like it. */
export function describeWord(list: WordListName, text: string, language: Language): string | undefined {
  const canonical = readWord(list, text);
  const def = wordLists[list].words.find(({ word }) => word === canonical);
  if (def === undefined) return undefined;
  const spelled = text === def.word ? code(text) : `${code(text)} = ${code(def.word)}`;
  return paragraphs(spelled, def.doc[language]);
}

export function describeRegion(text: string, language: Language): string {
  const id = regionOfName(text) ?? text;
  const name = regions.find(region => region.id === id)?.name;
  const limit = writeSize(crossRegionLimit(id));
  const copies: Localized = {
    en: `Images of up to ${limit} can be replicated from here to another region: ${ruleLink('replicate-size', 'en')}`,
    zh: `从此区域跨区域复制的镜像最大 ${limit}：${ruleLink('replicate-size', 'zh')}`,
  };
  return paragraphs(name === undefined ? code(id) : `**${name}** · ${code(id)}`, copies[language]);
}

function describeSize(gb: number | undefined, subject: ValueSubject): string | undefined {
  if (gb === undefined) return undefined;
  const short = writeSize(gb);
  const exact = `${gb} GB`;
  return paragraphs(short === exact ? `**${short}**` : `**${short}** = ${exact}`, describeKey(subject));
}

function describeFile(text: string, { language, judged }: Subject): string | undefined {
  const [, bucket, object] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  if (bucket === undefined || object === undefined) return undefined;
  const format = judged && fileFormat(judged.scene).value;
  const place: Localized = {
    en: `Object ${code(object)} in the bucket ${code(bucket)}`,
    zh: `桶 ${code(bucket)} 中的对象 ${code(object)}`,
  };
  const kind: Localized = {
    en: format === undefined ? 'Its format is unknown.' : `Its format is ${code(format)}.`,
    zh: format === undefined ? '格式未知。' : `格式为 ${code(format)}。`,
  };
  return paragraphs(place[language], kind[language]);
}

function describeFlavor(text: string, { language }: Subject): string {
  const said = readFlavor({ value: text, from: undefined });
  const silent: Localized = {
    en: 'Its name does not say the architecture or the memory.',
    zh: '从名称无法得知架构和内存。',
  };
  if (said === undefined) return paragraphs(code(text), silent[language]);
  const { architecture, memory } = said;
  const facts: Localized = {
    en: `Its name says: ${code(architecture.value)}${memory ? `, ${writeSize(memory.value)} of memory` : ', memory unknown'}.`,
    zh: `从名称可知：${code(architecture.value)} 架构，${memory ? `内存 ${writeSize(memory.value)}` : '内存未知'}。`,
  };
  return paragraphs(code(text), facts[language]);
}
