import type { Analysis, Judged } from '../analysis/analysis.ts';
import { originLabel } from '../analysis/origin.ts';
import { readFlavor } from '../facts/declare.ts';
import type { Known } from '../facts/known.ts';
import { fileFormat } from '../facts/scene.ts';
import type { FactName, ImageFacts } from '../facts/state.ts';
import type { Localized } from '../localized.ts';
import { isWithin, nodeAt, type Place, samePlace } from '../model/place.ts';
import { writeSize } from '../model/size.ts';
import type { Struct } from '../model/struct.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';

/** A fact that decides and is not written where it counts. */
export interface InferredFact {
  readonly label: Localized;
  /** How it is known. */
  readonly reason: Localized;
  /** Where it is known from, if that is elsewhere. */
  readonly from: Place | undefined;
}

/** Facts told behind what they are inferred from. */
export interface InlayHint {
  readonly offset: number;
  readonly facts: readonly InferredFact[];
}

/** The inferred facts in a stretch of the text. Only what stands there is looked at. */
export function inlayHints(analysis: Analysis, stretch: Span): readonly InlayHint[] {
  return [...analysis.document.slotsIn(stretch)].flatMap(({ slot, start }) =>
    hintsIn(analysis, slot)
      .flatMap(({ place, facts }) => {
        const node = facts.length > 0 ? nodeAt(place)?.node : undefined;
        return node === undefined ? [] : [{ offset: start + node.end, facts }];
      })
      .filter(({ offset }) => stretch.start <= offset && offset <= stretch.end)
      .sort((a, b) => a.offset - b.offset),
  );
}

/** Facts that are told at a value. */
interface Told {
  readonly place: Place;
  readonly facts: readonly InferredFact[];
}

function hintsIn(analysis: Analysis, slot: Slot): readonly Told[] {
  const model = analysis.modelOf(slot);
  if (model === undefined) return [];
  const servers = model.declarations.filter(({ kind }) => kind === 'server');
  // An operation that an alias stands for may see other facts each time.
  const judged = (model.items.length === 0 ? [] : analysis.operationsOf(slot)).filter(({ scene: { operation } }) =>
    samePlace(operation.place, operation.entry),
  );
  return [...servers.flatMap(({ struct }) => flavorHints(struct)), ...judged.flatMap(operationHints)].filter(
    ({ place }) => place.slot === slot,
  );
}

function operationHints({ scene }: Judged): readonly Told[] {
  const { struct } = scene.said;
  const image = scene.image.state;
  return [
    ...at(struct, 'image', () => (image === undefined ? [] : imageFacts(image.facts))),
    ...at(struct, 'image_url', () => (struct.has('format') ? [] : formatFacts(fileFormat(scene).value))),
    ...(scene.operation.action === 'create-servers' ? flavorHints(struct) : []),
  ];
}

/** Told at the value of a key, where the map itself has it. */
function at(struct: Struct, key: string, facts: () => readonly InferredFact[]): readonly Told[] {
  const place = struct.placeOf(key);
  return struct.has(key) && isWithin(place, struct.place) ? [{ place, facts: facts() }] : [];
}

function imageFacts({ encrypted, created_from: createdFrom }: ImageFacts): readonly InferredFact[] {
  return [
    ...(encrypted?.value === true ? [inferred('encrypted', encrypted, { en: 'encrypted', zh: '已加密' })] : []),
    ...(createdFrom?.value === 'csbs'
      ? [inferred('created_from', createdFrom, { en: 'created from CSBS', zh: '由 CSBS 创建' })]
      : []),
  ];
}

const inferred = (fact: FactName, { value, from }: Known<unknown>, label: Localized): InferredFact => ({
  label,
  reason: from === undefined ? label : originLabel(fact, value, from),
  from,
});

function formatFacts(format: string | undefined): readonly InferredFact[] {
  if (format === undefined) return [];
  const reason = {
    en: 'Read from the extension of the object, as `format` is not written.',
    zh: '未填写 `format`，由对象的扩展名得知。',
  };
  return [{ label: { en: `format ${format}`, zh: `格式 ${format}` }, reason, from: undefined }];
}

/** What a flavor's name says and its server does not. That it is x86, as most are, is not told. */
function flavorHints(struct: Struct): readonly Told[] {
  return at(struct, 'flavor', () => {
    const flavor = struct.text('flavor');
    const said = typeof flavor === 'object' ? readFlavor({ value: flavor.value, from: flavor.place }) : undefined;
    const reason = { en: 'Read from the name of the flavor.', zh: '由规格名称得知。' };
    const memory = struct.has('memory') ? undefined : said?.memory?.value;
    const isArm = !struct.has('architecture') && said?.architecture.value === 'arm';
    const size = memory === undefined ? '' : writeSize(memory);
    return [
      ...(memory === undefined
        ? []
        : [{ label: { en: `memory ${size}`, zh: `内存 ${size}` }, reason, from: undefined }]),
      ...(isArm ? [{ label: { en: 'arm', zh: 'arm' }, reason, from: undefined }] : []),
    ];
  });
}
