import { expect, test } from 'vitest';
import { parseInventory } from '../../server/src/facts/inventory/inventory.ts';

test('10,000 images load in twice the time that their JSON takes', () => {
  const image = (i: number): object => ({
    ...{
      id: `id-${i}`,
      name: `image-${i}`,
      status: 'active',
      visibility: 'private',
      owner: 'o',
      min_disk: 40,
      size: 0,
    },
    ...{
      created_at: '2025-05-28T19:40:31Z',
      updated_at: '2025-05-28T19:40:31Z',
      container_format: 'bare',
      tags: ['a=b'],
    },
    ...{ disk_format: 'zvhd2', virtual_env_type: 'FusionCompute', __imagetype: 'private', __image_size: '2254857830' },
    ...{ __os_type: 'Linux', __os_bit: '64', __platform: 'EulerOS', __originalimagename: `id-${i + 1}` },
    ...{ file: `/v2/images/id-${i}/file`, self: `/v2/images/id-${i}`, schema: '/v2/schemas/image', min_ram: 0 },
  });
  const text = JSON.stringify({ images: Array.from({ length: 10_000 }, (_, i) => image(i)) });
  const fastest = (run: () => unknown): number =>
    Math.min(
      ...Array.from({ length: 7 }, () => {
        const start = performance.now();
        run();
        return performance.now() - start;
      }),
    );
  const [parse, load] = [fastest(() => JSON.parse(text)), fastest(() => parseInventory(text))];
  console.log(`10,000 images: JSON.parse ${parse.toFixed(1)} ms, loaded in ${load.toFixed(1)} ms`);
  expect(load).toBeLessThan(2 * parse);
});
