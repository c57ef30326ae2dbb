import { countOf } from '../../facts/judgements.ts';
import type { Known } from '../../facts/known.ts';
import type { BackupState, BucketState, Collected, Disk, ImageState, ServerState } from '../../facts/state.ts';
import type { Localized } from '../../localized.ts';
import { writeSize } from '../../model/size.ts';
import { shapes, type ThingKind } from '../../model/vocabulary/index.ts';
import { code, list, paragraphs } from '../markdown.ts';
import { missingOf } from './ledger.ts';
import { linesOf, type Told } from './subject.ts';

const thingNames: Readonly<Record<ThingKind, Localized>> = {
  image: { en: 'Image', zh: '镜像' },
  server: { en: 'Server', zh: '云服务器' },
  backup: { en: 'Backup', zh: '备份' },
  bucket: { en: 'Bucket', zh: '桶' },
};

export type ThingState = ImageState | ServerState | BackupState | BucketState;

/** All that is known about a thing, each fact with where it is from. */
export function describeThing(kind: ThingKind, label: string, state: ThingState | undefined, subject: Told): string {
  const { language } = subject;
  const title = `**${thingNames[kind][language]}** ${code(label)}`;
  const nothing = { en: 'Nothing is known about it here.', zh: '此处对它一无所知。' };
  const missing = missingOf(label, subject).map(code);
  const lacks = {
    en: `Unknown, and needed here: ${missing.join(', ')}`,
    zh: `此处需要但未知：${missing.join('、')}`,
  };
  const facts = state === undefined ? [] : [...factLines(state, label, subject), ...ownLines(state, subject)];
  return paragraphs(
    state?.place === undefined ? title : `${title} · ${linesOf(subject, [state.place])}`,
    facts.length > 0 ? list(facts) : nothing[language],
    missing.length > 0 ? lacks[language] : undefined,
  );
}

/** The facts that are told by their names, in the order of the vocabulary; of what only its id tells, that tells no more. */
function factLines({ kind, place, facts }: ThingState, label: string, subject: Told): readonly string[] {
  const known = facts as Readonly<Record<string, Known<unknown> | undefined>>;
  return Object.keys(shapes[kind].keys)
    .filter(name => name !== 'system_disk' && (place !== undefined || known[name]?.value !== label))
    .flatMap(name => {
      const fact = known[name];
      return fact?.value === undefined ? [] : [`${name}: ${from(subject, written(fact.value), fact.from)}`];
    });
}

const written = (value: unknown): string => (typeof value === 'number' ? writeSize(value) : code(String(value)));

function from(subject: Told, told: string, ...places: Parameters<typeof linesOf>[1]): string {
  const lines = linesOf(subject, places);
  return lines === undefined ? told : { en: `${told} (${lines})`, zh: `${told}（${lines}）` }[subject.language];
}

function ownLines(state: ThingState, subject: Told): readonly string[] {
  switch (state.kind) {
    case 'image':
      return [...collectedLines('tags', state.tags, subject), ...collectedLines('tenants', state.tenants, subject)];
    case 'server': {
      const { system_disk: size, system_disk_encrypted: encrypted } = state.facts;
      return [
        ...diskLines('system_disk', { ...(size && { size }), ...(encrypted && { encrypted }) }, subject),
        ...[...(state.disks ?? [])].flatMap(([name, disk]) => diskLines(`data_disks ${code(name)}`, disk, subject)),
      ];
    }
    case 'backup':
      return state.server === undefined
        ? []
        : [`server: ${from(subject, code(state.server.name), state.server.place)}`];
    case 'bucket':
      return [];
  }
}

function collectedLines(name: string, collected: Collected, subject: Told): readonly string[] {
  const count = countOf(collected);
  if (count === 0) return [];
  const told = { en: `at least ${count}`, zh: `至少 ${count} 个` }[subject.language];
  return [`${name}: ${from(subject, collected.whole ? `${count}` : told, ...collected.names.values())}`];
}

function diskLines(name: string, { size, encrypted }: Disk, subject: Told): readonly string[] {
  const secret = {
    en: encrypted?.value ? 'encrypted' : 'not encrypted',
    zh: encrypted?.value ? '已加密' : '未加密',
  };
  const facts = [
    size && from(subject, writeSize(size.value), size.from),
    encrypted && from(subject, secret[subject.language], encrypted.from),
  ].filter(fact => fact !== undefined);
  return facts.length === 0 ? [] : [`${name}: ${facts.join({ en: ', ', zh: '，' }[subject.language])}`];
}
