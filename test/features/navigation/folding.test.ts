import { expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { folds } from '../../../server/src/features/navigation/folding.ts';
import { atOnce } from '../../../server/src/steps.ts';

/** A text with the line to which each line folds in its margin, counted from there; `#` marks a block of comments. */
function check(cases: Readonly<Record<string, string>>): void {
  test.each(Object.entries(cases))('%s', (_, margined) => {
    const lines = margined.split('\n').map(line => line.slice(4));
    const found = atOnce(folds(new Analysis(lines.join('\n'))));
    const told = lines.map((line, i) => {
      const fold = found.find(({ startLine }) => startLine === i);
      const margin = fold === undefined ? '' : `${fold.isComment ? '#' : '+'}${fold.endLine - i}`;
      return `${margin.padEnd(3)}|${line}`;
    });
    expect(told.join('\n')).toBe(margined);
  });
}

check({
  'sections, items, groups, maps and lists': `\
   |apiVersion: ims/v1
+5 |images:
   |  a: { type: system-disk }
+3 |  b:
   |    type: system-disk
+1 |    tags:
   |      team: sre
   |
   |# about the operations
+9 |operations:
+4 |  - action: share
   |    image: a
+2 |    tenants:
   |      - t1
   |      - t2
   |  # in parallel
+2 |  - parallel:
   |      - { action: publish, image: a }
   |      - { action: publish, image: b }
   |`,
  'brackets, of which the closing one stays in sight': `\
+10|operations:
+5 |  - {
   |      action: share,
+2 |      tenants: [
   |        t1,
   |        t2
   |      ],
   |    }
+2 |  - { action: tag, image: a,
+1 |      tags: { a: b,
   |              c: d } }`,
  'long texts, and comments that are none': `\
+5 |operations:
+4 |  - action: publish
+3 |    description: |
   |      # not
   |      # comments
   |      at all
   |`,
  'blocks of comments': `\
#2 |# one
   |# two
   |# three
   |apiVersion: ims/v1
+2 |operations:
+1 |  - action: publish
   |    image: a
#1 |  # four
   |  # five
   |`,
  JSON: `\
+4 |{
+2 |  "operations": [
+1 |    { "action": "publish",
   |      "image": "a" }
   |  ]
   |}`,
  'manifests one after another': `\
+1 |images:
   |  a: {}
   |---
+1 |images:
   |  a: {}`,
});
