import type { Analysis } from '../../analysis/analysis.ts';
import { attempt } from '../../analysis/trial.ts';
import type { Edit } from '../../edit/edit.ts';
import { toTextChanges, write } from '../../edit/write.ts';
import { listedNamed } from '../../facts/inventory/listing.ts';
import type { Localized } from '../../localized.ts';
import { type Place, samePlace } from '../../model/place.ts';
import { atOnce } from '../../steps.ts';
import type { TextChange } from '../../syntax/document.ts';
import type { Slot } from '../../syntax/slot.ts';
import { code } from '../markdown.ts';
import { type Stretch, stretchOf } from '../range.ts';
import { listingsOf } from '../things/landmark.ts';
import { type Mention, mentionAt, nameSpan } from '../things/mention.ts';
import { mentionsOf, mentionsOfWords, slotsHolding } from '../things/mentions.ts';
import { sameThing, type Thing } from '../things/thing.ts';

/** Why something cannot be renamed. */
export interface Refusal {
  readonly refused: Localized;
}

export interface Renameable extends Stretch {
  readonly name: string;
}

/** The name at an offset, if it can be changed. */
export function prepareRename(analysis: Analysis, offset: number): Renameable | Refusal {
  const named = nameAt(analysis, offset);
  if ('refused' in named) return named;
  return { ...stretchOf(analysis, named.slot, nameSpan(named.mention)), name: named.name };
}

/** The changes that give the thing named at an offset another name, wherever this one is used for it. */
export function rename(analysis: Analysis, offset: number, newName: string): readonly TextChange[] | Refusal {
  const named = nameAt(analysis, offset);
  if ('refused' in named) return named;
  const { slot, name, mentions } = named;
  if (newName === name) return [];
  if (newName === '') return { refused: refusals.empty };
  if (newName !== newName.trim() || /\p{Cc}/u.test(newName)) return { refused: refusals.invalid(newName) };
  if (mentions.some(mention => completesByName(analysis, mention, newName)))
    return { refused: refusals.taken(newName) };
  const changes = toTextChanges(analysis.document, write(editsOf(mentions, name, newName)));
  if (isFresh(analysis, slot, newName)) return changes;
  const look = (): Meaning => meaningOf(analysis, slot, [name, newName]);
  if (isSameMeaning(look(), attempt(analysis, changes, look))) return changes;
  return { refused: isMentioned(analysis, slot, newName) ? refusals.taken(newName) : refusals.unusable(newName) };
}

/** Nothing can come to mean something else by a plain word that the text does not hold, not even by an alias. */
function isFresh(analysis: Analysis, slot: Slot, name: string): boolean {
  const [holding] = slotsHolding(analysis, slot, [name]);
  return holding === undefined && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name);
}

interface Named {
  readonly slot: Slot;
  readonly mention: Mention;
  readonly name: string;
  /** All mentions of the thing by this name. */
  readonly mentions: readonly Mention[];
}

function nameAt(analysis: Analysis, offset: number): Named | Refusal {
  const found = analysis.document.slotAt(offset);
  const mention = found && mentionAt(analysis, found.slot, offset - found.start);
  if (found === undefined || mention === undefined) return { refused: refusals.nothing };
  const { text, name, thing } = mention;
  if (thing === undefined) return { refused: refusals.unknown(text) };
  if (name === undefined) return { refused: refusals.id(text) };
  const mentions = atOnce(mentionsOf(analysis, found.slot, mention)).filter(other => other.name === name);
  const givers = mentions.filter(({ role }) => role === 'declares' || role === 'makes' || role === 'renames');
  if (mention.kind !== 'bucket' && givers.length === 0) return { refused: refusals.listed(name) };
  return givers.some(giver => completesByName(analysis, giver, name))
    ? { refused: refusals.listed(name) }
    : { slot: found.slot, mention, name, mentions };
}

/** A declaration without an id is about the image of an inventory that has its name. */
function completesByName(analysis: Analysis, { kind, role, place }: Mention, name: string): boolean {
  if (kind !== 'image' || role !== 'declares') return false;
  const declarations = analysis.modelOf(place.slot)?.declarations ?? [];
  const declaration = declarations.find(other => samePlace(other.place, place));
  return declaration?.struct.has('id') !== true && isListed(analysis, place.slot, name);
}

function isListed(analysis: Analysis, slot: Slot, name: string): boolean {
  const listings = listingsOf(analysis, { slot, path: [], part: 'value' });
  return listings !== undefined && listedNamed(listings, name).length > 0;
}

function isMentioned(analysis: Analysis, slot: Slot, name: string): boolean {
  for (const mentions of mentionsOfWords(analysis, slot, [name])) {
    if (mentions.some(mention => mention.name === name || mention.text === name)) return true;
  }
  return false;
}

/** Each text is written once, however many aliases and merges bring it elsewhere. */
function editsOf(mentions: readonly Mention[], name: string, newName: string): readonly Edit[] {
  const edits = new Map<string, Edit>();
  const numbers = new Map<Slot, number>();
  for (const { source, text } of mentions) {
    const number = numbers.get(source.slot) ?? numbers.size;
    numbers.set(source.slot, number);
    edits.set(`${number} ${JSON.stringify(source.path)}`, editOf(source, newName + text.slice(name.length)));
  }
  return [...edits.values()];
}

const editOf = (place: Place, text: string): Edit =>
  place.part === 'key' ? { kind: 'rename', place, key: text } : { kind: 'replace', place, value: text };

/** What the names of a manifest mean: which of their mentions are of the same thing, and how much is wrong, by rule. */
interface Meaning {
  readonly groups: readonly number[];
  readonly findings: ReadonlyMap<string, number>;
}

function meaningOf(analysis: Analysis, slot: Slot, names: readonly string[]): Meaning {
  const groups: number[] = [];
  const bySlot = new Map<Slot | undefined, { readonly thing: Thing; readonly group: number }[]>();
  for (const mentions of mentionsOfWords(analysis, slot, names)) {
    for (const { thing } of mentions) {
      const known = bySlot.get(thing?.place?.slot) ?? [];
      const group = known.find(other => sameThing(other.thing, thing))?.group ?? groups.length;
      if (thing !== undefined && group === groups.length) bySlot.set(thing.place?.slot, [...known, { thing, group }]);
      groups.push(group);
    }
  }
  const findings = new Map<string, number>();
  for (const { rule } of analysis.findings()) findings.set(rule, (findings.get(rule) ?? 0) + 1);
  return { groups, findings };
}

const isSameMeaning = (before: Meaning, after: Meaning): boolean =>
  before.groups.length === after.groups.length &&
  before.groups.every((group, i) => group === after.groups[i]) &&
  [...after.findings].every(([rule, count]) => count <= (before.findings.get(rule) ?? 0));

const refusals = {
  nothing: {
    en: 'There is no name here that can be changed: the names of images, servers, backups, buckets and data disks can.',
    zh: '此处没有可以重命名的名称。可以重命名的有镜像、云服务器、备份、桶和数据盘的名称。',
  },
  unknown: (text: string) => ({
    en: `Nothing that is declared or made above is called ${code(text)}.`,
    zh: `前面没有声明或创建名为 ${code(text)} 的对象。`,
  }),
  id: (text: string) => ({
    en: `${code(text)} is an id, which the cloud gives. Only names can be changed.`,
    zh: `${code(text)} 是云平台分配的 ID，只有名称可以重命名。`,
  }),
  listed: (name: string) => ({
    en: `${code(name)} is what the inventory calls the image. Declare it in ${code('images')} with its ${code('id')} to give it another name here.`,
    zh: `${code(name)} 是镜像列表文件中的名称。要在此使用其他名称，请在 ${code('images')} 中用 ${code('id')} 声明该镜像。`,
  }),
  empty: { en: 'The new name is empty. Type a name.', zh: '新名称为空，请输入名称。' },
  invalid: (name: string) => ({
    en: `${code(name)} is not a valid name: it must not begin or end with a space, or hold control characters.`,
    zh: `${code(name)} 不是有效的名称：名称不能以空格开头或结尾，也不能含有控制字符。`,
  }),
  taken: (name: string) => ({
    en: `${code(name)} is taken: with it, references would mean something else.`,
    zh: `名称 ${code(name)} 已被使用：改用它会使引用指向其他对象。`,
  }),
  unusable: (name: string) => ({
    en: `${code(name)} cannot be the name here: the manifest would mean something else.`,
    zh: `此处不能使用名称 ${code(name)}：清单的含义会改变。`,
  }),
} as const satisfies Record<string, Localized | ((text: string) => Localized)>;
