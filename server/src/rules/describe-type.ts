import type { Localized } from '../localized.ts';
import { type ThingKind, type ValueType, type WordListName, wordLists } from '../model/vocabulary/index.ts';

/** What a value should be, in words that continue "It should be". */
export function describeType(type: ValueType): Localized {
  switch (type.kind) {
    case 'anything':
    case 'text':
      return { en: 'a text', zh: '文本' };
    case 'path':
      return { en: 'the path of a file', zh: '文件路径' };
    case 'object':
      return { en: 'an object in a bucket, written `bucket:object`', zh: '形如 `桶名:对象名` 的对象' };
    case 'boolean':
      return { en: '`true` or `false`', zh: ' `true` 或 `false`' };
    case 'integer':
      return { en: `a whole number, ${type.min} or more`, zh: `不小于 ${type.min} 的整数` };
    case 'size': {
      const example = type.unit === 'GB' ? '40 GB' : '2048 MB';
      return { en: `a size such as \`${example}\``, zh: `大小，例如 \`${example}\`` };
    }
    case 'word':
      return describeWords(type.of);
    case 'region':
      return { en: 'a region such as `cn-north-4`', zh: '区域，例如 `cn-north-4`' };
    case 'reference':
      return { en: `the name or id of ${things[type.to].en}`, zh: `${things[type.to].zh}的名称或 ID` };
    case 'name':
      return { en: 'a name', zh: '名称' };
    case 'tags':
      return { en: 'a map of tags such as `{ team: sre }`', zh: '标签映射，例如 `{ team: sre }`' };
    case 'list':
      return { en: 'a list', zh: '列表' };
    case 'operations':
      return { en: 'a list of operations', zh: '操作列表' };
    case 'map':
    case 'shape':
      return { en: 'a map of keys and values', zh: '由键和值组成的映射' };
    case 'either': {
      const options = [...new Map(type.of.map(describeType).map(option => [option.en, option])).values()];
      return { en: options.map(({ en }) => en).join(', or '), zh: options.map(({ zh }) => zh).join('或') };
    }
  }
}

const things: Readonly<Record<ThingKind, Localized>> = {
  image: { en: 'an image', zh: '镜像' },
  server: { en: 'a server', zh: '云服务器' },
  backup: { en: 'a backup', zh: '备份' },
  bucket: { en: 'a bucket', zh: '桶' },
};

function describeWords(list: WordListName): Localized {
  const words = wordLists[list].words.map(({ word }) => `\`${word}\``);
  if (list === 'action') return { en: `an action such as ${words[0]}`, zh: `操作，例如 ${words[0]}` };
  if (words.length === 1) return { en: `${words[0]}`, zh: ` ${words[0]}` };
  return { en: `one of ${words.join(', ')}`, zh: `以下之一：${words.join('、')}` };
}
