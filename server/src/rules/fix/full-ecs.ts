import type { Scene } from '../../facts/scene.ts';
import type { FixProposal } from '../rule.ts';
import { become } from './become.ts';

/** Makes a full-ECS image, in which a disk may have any capacity, of an ECS. */
export function makeFullEcs(scene: Scene): readonly FixProposal[] {
  const edits = scene.server.fact('type').value === 'ECS' ? become(scene, 'create-full-ecs-image') : undefined;
  if (edits === undefined) return [];
  const { label } = scene.server;
  const title = { en: `Create a full-ECS image of \`${label}\``, zh: `改为创建 \`${label}\` 的整机镜像` };
  return [{ title, safe: false, edits }];
}
