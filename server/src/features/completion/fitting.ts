import { sameImage } from '../../facts/images.ts';
import { type Scene, Thing } from '../../facts/scene.ts';
import type { ActionName, ThingKind } from '../../model/vocabulary/index.ts';
import { constraintRules } from '../../rules/index.ts';
import type { ConstraintRule, RuleSettings } from '../../rules/rule.ts';
import type { ThingState } from '../describe/thing.ts';

/** The types of image or server that an action does not take, whatever else is known of them. */
const unfit: Partial<Record<ActionName, readonly string[]>> = {
  'create-data-disk-image': ['BMS'],
  'create-full-ecs-image': ['BMS'],
  replicate: ['iso'],
  export: ['full-ecs', 'iso'],
  publish: ['full-ecs'],
  'create-servers': ['data-disk'],
  'change-os': ['data-disk', 'iso'],
  'create-data-disk': ['system-disk', 'full-ecs', 'iso'],
};

/** What a server was created from, and what a backup is of, outside of operations. */
const unfitDeclared: readonly string[] = ['data-disk', 'BMS'];

/** Whether a thing is of a type that may stand here; an unknown type may. */
export function isFitting({ facts }: ThingState, action: ActionName | undefined, isDeclared: boolean): boolean {
  const type = 'type' in facts ? facts.type?.value : undefined;
  const wrong = isDeclared ? unfitDeclared : action && unfit[action];
  return type === undefined || wrong === undefined || !wrong.includes(type);
}

/** Whether an operation that runs at the same time deletes an image, or this one would delete what another uses. */
export function isDeletedBeside(state: ThingState, { operation }: Scene, beside: readonly Scene[]): boolean {
  if (state.kind !== 'image') return false;
  const deletes = operation.action === 'delete';
  return beside.some(
    ({ operation: { action }, image }) =>
      (deletes || action === 'delete') && image.state !== undefined && sameImage(image.state, state),
  );
}

/** Tells the constraint that an operation would violate with a thing, and does not violate whatever the thing is. */
export function forbiddenBy(
  scene: Scene,
  kind: ThingKind,
  settings: RuleSettings,
): (state: ThingState) => string | undefined {
  const { action } = scene.operation;
  const thingOf = (state: ThingState | undefined) => new Thing(state?.name ?? '', state, state?.facts ?? {});
  const isViolated = (rule: ConstraintRule, by: Scene): boolean => rule.violated(by, settings).value === true;
  const unknown = thingOf(undefined);
  let isAsked = false;
  const withUnknown: Scene = {
    ...scene,
    get [kind]() {
      isAsked = true;
      return unknown;
    },
  };
  const rules = constraintRules.filter(rule => {
    if (action === undefined || !rule.actions.includes(action)) return false;
    isAsked = false;
    // A rule that does not ask for the thing tells the same of any.
    return !isViolated(rule, withUnknown) && isAsked;
  });
  return state => {
    const withState: Scene = { ...scene, [kind]: thingOf(state) };
    return rules.find(rule => isViolated(rule, withState))?.id;
  };
}
