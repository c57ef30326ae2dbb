import { inStyle } from '../../edit/scalar.ts';
import { stop } from '../../edit/template.ts';
import type { Known } from '../../facts/known.ts';
import { worldKey } from '../../facts/state.ts';
import { writeSize } from '../../model/size.ts';
import { readText } from '../../model/struct.ts';
import { type WordListName, wordLists } from '../../model/vocabulary/index.ts';
import { isAction } from '../../model/words.ts';
import { type Choice, nothing } from './choice.ts';
import type { ValueContext } from './context.ts';
import type { Item } from './item.ts';
import { bucketCandidates, type Candidate, imageOrServerCandidates, serverOf, thingCandidates } from './references.ts';
import { regionItems } from './regions.ts';
import type { Request } from './request.ts';
import { operationSkeletons } from './skeletons.ts';
import { firstSentence } from './text.ts';
import { valuesUsed } from './used.ts';

type ValueRequest = Request<ValueContext>;

/** The values that may stand at a place, the likely ones first. */
export function valueItems(request: ValueRequest): Choice<Item> {
  const { type } = request.context;
  if (type.kind === 'object') return itemsOf(bucketCandidates(request), candidate => bucketItem(candidate, request));
  if (type.kind !== 'reference') return { chosen: fixedItems(request), isAll: true };
  if (type.to === 'bucket') return nothing;
  const { to } = type;
  const candidates =
    to === 'image' || to === 'server' ? imageOrServerCandidates(to, request) : thingCandidates(to, request);
  return itemsOf(candidates, candidate => referenceItem(candidate, request));
}

const itemsOf = ({ chosen, isAll }: Choice<Candidate>, itemOf: (candidate: Candidate) => Item): Choice<Item> => ({
  chosen: chosen.map(itemOf),
  isAll,
});

/** Values that are not many, whatever else the manifest holds. */
function fixedItems(request: ValueRequest): readonly Item[] {
  const { type, list, key } = request.context;
  switch (type.kind) {
    case 'word':
      return wordItems(type.of, request);
    case 'boolean':
      return ['true', 'false'].map(word => ({
        ...plain(word, 'value', request),
        insert: [word],
        ...commits(request),
      }));
    case 'region':
      return regionsFor(request);
    case 'size':
      return unitItems(type.unit, request);
    case 'operations':
      return list === undefined ? [] : operationSkeletons(request);
    case 'text':
      return key === undefined ? [] : textItems(key.name, request);
    default:
      return [];
  }
}

/** A text as a value in the quotes that the word has, behind the dash that it lacks. */
function written(text: string, { cursor, layout, context }: Request): Item['insert'] {
  const style = cursor.quote === "'" ? 'single' : cursor.quote === '"' || layout.json ? 'double' : 'plain';
  const dash = context.form === 'item' ? '- ' : '';
  return [dash + inStyle(style, text)];
}

const plain = (text: string, kind: Item['kind'], request: ValueRequest, detail?: string): Item => ({
  label: text,
  kind,
  detail,
  insert: written(text, request),
});

/** In flow style what closes a value takes it: of the few values that there are, one is meant. */
const commits = ({ layout, cursor }: Request): Pick<Item, 'commitsOn'> =>
  layout.inFlow && !cursor.behind.startsWith(',') ? { commitsOn: [',', '}'] } : {};

function wordItems(list: WordListName, request: ValueRequest): readonly Item[] {
  return wordLists[list].words.map(({ word, doc }) => ({
    ...plain(word, list === 'action' ? 'action' : 'word', request, firstSentence(doc[request.language])),
    ...(!wordLists[list].open && commits(request)),
    topic: list === 'action' && isAction(word) ? { of: 'action', action: word } : { of: 'word', word, list },
  }));
}

/** The region of the manifest is the likely one, but for a copy that is to go elsewhere. */
function regionsFor(request: ValueRequest): readonly Item[] {
  const own = (request.here()?.world.read(worldKey.region) as Known<string> | undefined)?.value;
  const items = regionItems(
    request,
    () => true,
    id => written(id, request),
  );
  const isOwn = ({ label }: Item): boolean => label === own;
  const [mine, others] = [items.filter(isOwn), items.filter(item => !isOwn(item))];
  return request.context.key?.name === 'target_region' ? [...others, ...mine] : [...mine, ...others];
}

/** The units of a number that is there. */
function unitItems(unit: 'GB' | 'MB', request: ValueRequest): readonly Item[] {
  const [, number, space] = /^(\d+(?:\.\d+)?)(\s*)[a-z]*$/i.exec(request.cursor.typed) ?? [];
  if (number === undefined) return [];
  const units = unit === 'MB' ? ['MB', 'GB', 'TB'] : ['GB', 'TB', 'MB'];
  return units.map(name => ({
    ...plain(`${number} ${name}`, 'unit', request),
    filter: number + space + name,
  }));
}

function bucketItem({ name, detail }: Candidate, request: ValueRequest): Item {
  const { cursor, layout, point } = request;
  const quote = cursor.quote ?? (layout.json ? '"' : '');
  return {
    label: `${name}:`,
    kind: 'bucket',
    detail,
    insert: [`${quote}${name}:`, stop(), quote],
    topic: { of: 'thing', kind: 'bucket', name, point: point() },
  };
}

function referenceItem({ name, kind, detail, filter }: Candidate, request: ValueRequest): Item {
  return {
    label: name,
    kind,
    detail,
    filter,
    insert: written(name, request),
    topic: { of: 'thing', kind, name, point: request.point() },
  };
}

/** Texts that mean the same wherever they are written: they are likely to be used again. */
const recurring: ReadonlySet<string> = new Set([
  'tenants',
  'agency_name',
  'project_name',
  'enterprise_project_id',
  'vault_id',
  'cmk_id',
  'os_version',
]);

function textItems(key: string, request: ValueRequest): readonly Item[] {
  const { operation, list } = request.context;
  if (operation !== undefined && key === 'disk') return diskItems(request);
  if (operation !== undefined && key === 'volume_id') return volumeItems(request);
  if (!recurring.has(key)) return [];
  const there = new Set(list?.items.map(readText));
  const target = key === 'project_name' ? operation?.text('target_region') : undefined;
  const used = new Set([...(target === undefined ? [] : [target]), ...valuesUsed(request, key)]);
  return [...used].filter(text => !there.has(text)).map(text => plain(text, 'value', request));
}

function diskItems(request: ValueRequest): readonly Item[] {
  const disks = [...(serverOf(request)?.disks ?? [])];
  return disks.map(([name, { size }]) => plain(name, 'value', request, size && writeSize(size.value)));
}

function volumeItems(request: ValueRequest): readonly Item[] {
  const disks = [...(serverOf(request)?.disks ?? [])];
  return disks.flatMap(([name, { volume }]) => (volume === undefined ? [] : [plain(volume, 'value', request, name)]));
}
