import { exact } from '../exact.ts';
import { pairOf } from '../syntax/pairs.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Node } from '../syntax/tree.ts';
import { Binder, type Resolve } from './bind.ts';
import { entriesOf } from './parts.ts';
import { at, keyOf, type Place, samePlace } from './place.ts';
import type { Problem } from './problem.ts';
import { isNull, readFlag, readText, type Struct } from './struct.ts';
import {
  type ActionDef,
  type ActionName,
  actions,
  commonKeys,
  type Keys,
  shapes,
  type ThingKind,
} from './vocabulary/index.ts';
import { isAction } from './words.ts';

export interface Declaration {
  readonly kind: ThingKind;
  readonly name: string;
  /** The name, as it stands in its section. */
  readonly place: Place;
  readonly struct: Struct;
  /** It comes into its section by `<<`: one that stands there itself counts before it. */
  readonly isMerged: boolean;
}

export interface Operation {
  readonly action: ActionName | undefined;
  readonly place: Place;
  /** The item of a list that it is: an alias stands elsewhere than what it means. */
  readonly entry: Place;
  readonly struct: Struct;
}

/** An item of `operations`: one operation, or those of a `parallel` group. */
export interface Item {
  /** The key `parallel`, if it is a group. */
  readonly group: Place | undefined;
  readonly operations: readonly Operation[];
}

/** What a segment says, bound to the vocabulary. */
export interface SlotModel {
  /** Top-level keys that have their place here: each once, as `problems` tell of a second one. */
  readonly keys: readonly { readonly name: string; readonly place: Place }[];
  /** The values of the top-level keys that are no lists of things: `region`, `inventory`, `account`, `apiVersion`. */
  readonly settings: Struct | undefined;
  readonly declarations: readonly Declaration[];
  readonly items: readonly Item[];
  /** The kinds of what may be declared or made in a part that cannot be read. */
  readonly unread: readonly ThingKind[];
  readonly problems: readonly Problem[];
}

const sections: ReadonlyMap<string | undefined, ThingKind> = new Map([
  ['images', 'image'],
  ['servers', 'server'],
  ['backups', 'backup'],
  ['buckets', 'bucket'],
]);

/** Of what kinds things are that a section may hold. */
const kindsIn = (section: string | undefined): readonly ThingKind[] => {
  const kind = sections.get(section);
  return section === 'operations' ? ['image', 'server'] : kind === undefined ? [] : [kind];
};

export function bindSlot(slot: Slot, resolve: Resolve): SlotModel {
  const binder = new Binder(resolve);
  const { role, section } = slot.segment;
  const root: Place = { slot, path: [], part: 'value' };
  const keys: { name: string; place: Place }[] = [];
  const declarations: Declaration[] = [];
  const items: Item[] = [];
  const unread = new Set<ThingKind>();
  let settings: Struct | undefined;
  const model = (): SlotModel => ({
    keys: exact(keys),
    settings,
    declarations: exact(declarations),
    items: exact(items),
    unread: exact([...unread]),
    problems: exact(binder.problems),
  });

  const cannotRead = (part: string | undefined): void => {
    for (const kind of kindsIn(part)) unread.add(kind);
  };

  if (role === 'trivia' || role === 'marker') return model();
  if (role === 'stray') {
    const code = slot.segment.text.startsWith('<<<<<<< ') ? 'conflict-marker' : 'half-typed-key';
    binder.problems.push({ rule: 'yaml-syntax', place: root, code });
    cannotRead(section);
    return model();
  }
  const tree = slot.tree;
  tree.faults.forEach(({ code }, index) => {
    binder.problems.push({ rule: 'yaml-syntax', place: { slot, path: [{ fault: index }], part: 'value' }, code });
  });
  const node = tree.root;
  if (node?.kind === 'broken') cannotRead(section);
  if (node === undefined || node.kind === 'broken') return model();
  if (slot.segment.misaligned && tree.faults.length === 0) {
    binder.problems.push({ rule: 'yaml-syntax', place: root, code: 'bad-indentation' });
  }

  const things = (kind: ThingKind, source: Node, place: Place): void => {
    const { parts, whole } = entriesOf(source, place, (value, here) => binder.follow(value, here));
    if (!whole && !isNull(source)) unread.add(kind);
    for (const [name, { node: value, place: here, source: there }] of parts) {
      const type = { kind: 'shape', of: kind } as const;
      const isReadable = value.kind === 'map' || isNull(value);
      if (!isReadable) binder.value(type, value, there, here);
      const shape = shapes[kind].keys;
      // It is there, whatever it is.
      const node: Node = isReadable ? value : { kind: 'broken', start: value.start, end: value.end };
      const struct = binder.struct(node, there, shape);
      binder.required(struct, shape, keyOf(here));
      const isMerged = !samePlace(here, at(place, name));
      declarations.push({ kind, name, place: keyOf(here), struct, isMerged });
    }
  };
  const operations = (source: Node, place: Place): void => {
    if (source.kind === 'seq' ? source.damaged : !isNull(source)) cannotRead('operations');
    if (source.kind !== 'seq') return;
    source.items.forEach((item, i) => {
      if (item.kind === 'broken') cannotRead('operations');
      const bound = bindItem(binder, item, at(place, i));
      if (bound !== undefined) items.push(bound);
    });
  };

  if (role === 'item' || role === 'entry') {
    const kind = sections.get(section);
    if (section === 'operations' && role === 'item') operations(node, root);
    else if (kind !== undefined && role === 'entry') things(kind, node, root);
    else if (slot.segment.before.column === undefined) {
      const expected = shapes.manifest.keys[section ?? '']?.value;
      if (expected)
        binder.problems.push({ rule: 'invalid-value', place: root, text: '', expected, nearest: undefined });
    }
    return model();
  }

  if (node.kind !== 'map') {
    const expected = { kind: 'shape', of: 'manifest' } as const;
    binder.problems.push({
      rule: 'invalid-value',
      place: root,
      text: readText(node) ?? '',
      expected,
      nearest: undefined,
    });
    return model();
  }
  settings = binder.struct(node, root, settingKeys);
  const seen = new Set<string>();
  for (const [i, { key, value }] of node.pairs.entries()) {
    if (key.kind !== 'scalar') continue;
    const name = key.value;
    const here = at(root, seen.has(name) ? { pair: i } : name);
    if (!seen.has(name)) keys.push({ name, place: keyOf(here) });
    seen.add(name);
    const kind = sections.get(name);
    // What is wrong with its alias the settings tell.
    const target = kind !== undefined || name === 'operations' ? binder.look.follow(value, here) : undefined;
    if (target === undefined) continue;
    const type = shapes.manifest.keys[name]?.value;
    if (type?.kind === 'operations') {
      binder.value(type, target.node, target.place, here);
      operations(target.node, target.place);
    } else if (kind !== undefined) {
      if (target.node.kind !== 'map' && !isNull(target.node))
        binder.value({ kind: 'shape', of: kind }, target.node, target.place, here);
      things(kind, target.node, target.place);
    }
  }
  return model();
}

/** Sections are read by `things` and `operations`: as settings they are only known. */
const settingKeys: Keys = Object.fromEntries(
  Object.entries(shapes.manifest.keys).map(([name, def]) =>
    name === 'operations' || sections.has(name)
      ? [name, { ...def, value: { kind: 'anything' } as const }]
      : [name, def],
  ),
);

function bindItem(binder: Binder, item: Node, place: Place): Item | undefined {
  const { node, place: source } = binder.follow(item, place);
  if (pairOf(node, 'parallel') === undefined) {
    const operation = bindOperation(binder, node, source, place);
    return operation && { group: undefined, operations: [operation] };
  }
  const group = at(source, 'parallel');
  const struct = binder.struct(node, source, groupKeys);
  const list = struct.fields.get('parallel');
  const members =
    list?.node.kind === 'seq'
      ? list.node.items.map((member, i) => {
          const target = binder.follow(member, at(list.source, i));
          return bindOperation(binder, target.node, target.place, at(list.source, i));
        })
      : [];
  return { group: keyOf(group), operations: members.filter(member => member !== undefined) };
}

/** The one key of an item that is a group. */
export const groupKeys: Keys = {
  parallel: {
    value: { kind: 'operations' },
    doc: {
      en: 'Operations that run at the same time. Each sees images and servers as they were before the group.',
      zh: '同时执行的操作。每个操作看到的都是执行该组之前的镜像和云服务器。',
    },
  },
};

/** Every key of every action: what an operation without a readable action may have. */
export const anyKeys: Keys = Object.assign(
  {},
  ...Object.values<ActionDef>(actions).map(({ keys }) => keys),
  commonKeys,
);

const keysOf = new Map<ActionName, Keys>();

/** All keys of an action, common ones included. */
export function actionKeys(action: ActionName): Keys {
  let keys = keysOf.get(action);
  if (keys === undefined) {
    keys = { ...commonKeys, ...actions[action].keys };
    keysOf.set(action, keys);
  }
  return keys;
}

function bindOperation(binder: Binder, node: Node, source: Place, place: Place): Operation | undefined {
  if (node.kind === 'broken') return undefined;
  const lacksAction = (told: Place): void => {
    binder.problems.push({ rule: 'missing-key', place: told, map: source, keys: ['action'] });
  };
  if (node.kind !== 'map') {
    if (isNull(node)) lacksAction(place);
    else binder.value({ kind: 'shape', of: 'manifest' }, node, source, place);
    return undefined;
  }
  const written = pairOf(node, 'action');
  const name =
    (written && readText(binder.look.follow(written.value, at(source, 'action')).node)) ??
    mergedAction(binder, node, source);
  const action = name !== undefined && isAction(name) ? name : undefined;
  const before = binder.problems.length;
  const struct = binder.struct(node, source, action === undefined ? anyKeys : actionKeys(action));
  if (action === undefined) {
    // What the other keys should be is not known: only the action itself is told.
    const told = binder.problems.splice(before).filter(p => p.rule !== 'unknown-key' || isNear(p, 'action'));
    binder.problems.push(...told);
    if (struct.lacks('action')) {
      const first = node.pairs[0]?.key;
      lacksAction(first?.kind === 'scalar' ? keyOf(at(source, first.value)) : place);
    }
  } else {
    const onAction = struct.has('action') ? struct.placeOf('action') : source;
    binder.required(struct, actionKeys(action), onAction);
    needs(binder, struct, actions[action], onAction);
    exclusive(binder, struct, 'server', 'backup');
    if (readFlag(struct.fields.get('is_quick_export')?.node ?? node) === true) {
      exclusive(binder, struct, 'is_quick_export', 'file_format');
    }
  }
  return { action, place: source, entry: place, struct };
}

const isNear = (problem: Problem, key: string): boolean => problem.rule === 'unknown-key' && problem.nearest === key;

function mergedAction(binder: Binder, node: Node, place: Place): string | undefined {
  const field = binder.look.struct(node, place, { action: anyKeys.action as Keys[string] }).fields.get('action');
  return field && readText(field.node);
}

/** Conditional requirements that the operation itself decides; those across regions need the image's region. */
function needs(binder: Binder, struct: Struct, def: ActionDef, place: Place): void {
  if (struct.damaged) return;
  const told = new Set<string>();
  for (const { keys, when } of def.needs) {
    if (when === 'across-regions') continue;
    if (when !== undefined && 'key' in when && !struct.has(when.key)) continue;
    if (when !== undefined && 'not' in when && struct.has(when.not) && struct.flag(when.not) === 'unreadable') continue;
    if (when !== undefined && 'not' in when && isTrue(struct, when.not)) continue;
    if (!keys.every(key => struct.lacks(key)) || told.has(keys.join())) continue;
    told.add(keys.join());
    const misnamed = keys.includes('target_region') && struct.fields.has('region') ? { misnamed: 'region' } : {};
    binder.problems.push({ rule: 'missing-key', place, map: struct.place, keys, ...misnamed });
  }
}

function isTrue(struct: Struct, key: string): boolean {
  const given = struct.flag(key);
  return typeof given === 'object' && given.value;
}

function exclusive(binder: Binder, struct: Struct, one: string, other: string): void {
  if (!struct.fields.has(one) || !struct.fields.has(other)) return;
  const place = keyOf(struct.placeOf(other));
  binder.problems.push({ rule: 'exclusive-keys', place, map: struct.place, keys: [one, other] });
}
