import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests of what is read, known and found that are done in a second and need no build, in the order that they run. */
const tests = [
  'syntax/parse',
  'syntax/broken',
  'syntax/lines',
  'syntax/document',
  'syntax/edits',
  'syntax/search',
  'facts/flow',
  'facts/inventory',
  'facts/flavor',
  'rules/messages',
  'rules/rules',
  'analysis/traps',
  'analysis/inventory',
  'analysis/fixes',
  'analysis/requestBodies',
  'analysis/suppression',
  'analysis/tally',
  'syntax/plain',
];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => tests.findIndex(name => moduleId.includes(`/${name}.`));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    dir: 'test',
    include: tests.map(name => `${name}.test.ts`),
    // One worker for all of them: what a change costs is its start.
    isolate: false,
    sequence: { sequencer: InOrder },
    testTimeout: 60_000,
  },
});
