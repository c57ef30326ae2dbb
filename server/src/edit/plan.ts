import { type Place, type Step, samePlace } from '../model/place.ts';
import type { Node } from '../syntax/tree.ts';
import { type Collection, collectionAt, type Entry } from './collection.ts';
import type { NodeEdit } from './edit.ts';
import { quotedLike, toJson } from './scalar.ts';

export type Field = readonly [key: string, value: string];

/** An operation to put in front of an entry, which is `like` it. */
export interface NewOperation {
  readonly before: Entry;
  readonly like: Collection;
  readonly fields: readonly Field[];
}

/** All that is to become of one map or list, so that what several edits do to it fits together. */
export interface Plan {
  readonly collection: Collection;
  readonly removed: Set<Entry>;
  readonly keys: Map<Entry, string>;
  readonly values: Map<Entry, string>;
  /** New last pairs. */
  readonly added: Map<string, string>;
  readonly inserted: NewOperation[];
  /** What becomes of groups, and of operations that are to be several. */
  readonly sequenced: Extract<NodeEdit, { kind: 'split' | 'unroll' }>[];
}

/**
 * The plans that edits of one slot come to, the inner before the outer. An edit of what the text does not have, or of
 * what another edit takes away, is dropped.
 */
export function plansOf(edits: readonly NodeEdit[]): Plan[] {
  const plans: { readonly place: Place; readonly plan: Plan }[] = [];
  for (const edit of edits) {
    const place = collectionOf(edit);
    let plan = plans.find(other => samePlace(other.place, place))?.plan;
    if (plan === undefined) {
      const collection = collectionAt(place);
      if (collection === undefined) continue;
      plan = emptyPlan(collection);
      plans.push({ place, plan });
    }
    enter(plan, edit);
  }
  const gone = plans.flatMap(({ plan }) => [...plan.removed, ...plan.values.keys()]);
  return plans
    .filter(({ plan: { collection } }) => !gone.some(({ value }) => isWithin(collection.node, value)))
    .sort((a, b) => b.place.path.length - a.place.path.length)
    .map(({ plan }) => plan);
}

const isWithin = (inner: Node, outer: Node): boolean => inner.start >= outer.start && inner.end <= outer.end;

function collectionOf(edit: NodeEdit): Place {
  switch (edit.kind) {
    case 'set':
    case 'remove':
      return { ...edit.map, part: 'value' };
    case 'keep':
      return { ...edit.place, part: 'value' };
    case 'replace':
    case 'rename':
      return parentOf(edit.place);
    case 'insert':
      return parentOf(edit.before);
    case 'split':
    case 'unroll':
      return parentOf(edit.item);
  }
}

/** What an edit is about in its collection. */
function stepOf(edit: NodeEdit): Step | undefined {
  switch (edit.kind) {
    case 'set':
    case 'remove':
      return edit.key;
    case 'keep':
      return undefined;
    case 'replace':
    case 'rename':
      return edit.place.path.at(-1);
    case 'insert':
      return edit.before.path.at(-1);
    case 'split':
    case 'unroll':
      return edit.item.path.at(-1);
  }
}

const parentOf = ({ slot, path }: Place): Place => ({ slot, path: path.slice(0, -1), part: 'value' });

const emptyPlan = (collection: Collection): Plan => ({
  collection,
  removed: new Set(),
  keys: new Map(),
  values: new Map(),
  added: new Map(),
  inserted: [],
  sequenced: [],
});

function enter(plan: Plan, edit: NodeEdit): void {
  const { collection, removed, keys, values, added, inserted, sequenced } = plan;
  const entry = entryAt(collection, stepOf(edit));
  switch (edit.kind) {
    case 'set':
      if (entry) {
        removed.delete(entry);
        values.set(entry, styled(collection, edit.value));
      } else if (collection.node.kind === 'map') {
        added.set(edit.key, styled(collection, edit.value));
      }
      return;
    case 'remove':
      if (entry) removed.add(entry);
      added.delete(edit.key);
      return;
    case 'keep':
      for (const other of collection.entries.slice(edit.count)) removed.add(other);
      return;
    case 'replace':
      if (entry) values.set(entry, styled(collection, quotedLike(entry.value, edit.value)));
      return;
    case 'rename':
      if (entry?.key) keys.set(entry, quotedLike(entry.key, edit.key));
      return;
    case 'insert': {
      const like = collectionAt(edit.like);
      if (entry && like) inserted.push({ before: entry, like, fields: styledFields(like, edit.fields) });
      return;
    }
    case 'split':
    case 'unroll':
      sequenced.push(edit);
  }
}

const styled = ({ json }: Collection, yaml: string): string => (json ? toJson(yaml) : yaml);

const styledFields = (like: Collection, fields: readonly Field[]): Field[] =>
  fields.map(([key, value]) => [key, styled(like, value)]);

function entryAt({ entries }: Collection, step: Step | undefined): Entry | undefined {
  if (typeof step === 'number') return entries[step];
  return entries.find(({ key }) => key?.kind === 'scalar' && key.value === step);
}
