import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { spanOf } from '../../server/src/model/place.ts';
import { applied } from '../support/apply.ts';

const head = `apiVersion: ims/v1
region: cn-north-4
images:
  sealed: { type: system-disk, encrypted: true }
  open: { type: system-disk, encrypted: false }
operations:
`;
const anchored = '  - &share { action: share, image: sealed, tenants: [a] }\n';

/** Findings as `line rule "text"`, and behind it the lines of what is related; the first line is 1. */
function told(text: string): readonly string[] {
  const analysis = new Analysis(text);
  const lineOf = (place: Parameters<Analysis['rangeOf']>[0]): number =>
    analysis.document.positionAt(analysis.rangeOf(place).start).line + 1;
  return analysis.findings().map(({ rule, place, related }) => {
    const { start, end } = spanOf(place);
    const words = place.slot.segment.text.slice(start, end);
    return [`${lineOf(place)} ${rule} "${words}"`, ...related.map(({ place }) => lineOf(place))].join(' ');
  });
}

const cases: Record<string, { readonly text: string; readonly told: readonly string[] }> = {
  'an operation': {
    text: `${anchored}  - *share\n`,
    told: ['7 share-encrypted "sealed" 4', '8 share-encrypted "*share" 7 4'],
  },
  'a merge': {
    text: `${anchored}  - { <<: *share, tenants: [b] }\n`,
    told: ['7 share-encrypted "sealed" 4', '8 share-encrypted "*share" 7 4'],
  },
  'the one merge of several that has it': {
    text: `${anchored}  - action: share\n    <<: [{ tenants: [c] }, *share]\n`,
    told: ['7 share-encrypted "sealed" 4', '9 share-encrypted "*share" 7 4'],
  },
  'an operation that is right by itself': {
    text: '  - &private { action: unpublish, image: sealed }\n  - { <<: *private, action: share, tenants: [a] }\n',
    told: ['8 share-encrypted "*private" 7 4'],
  },
  'a merge of a merge': {
    text: `${anchored}  - &again { <<: *share, tenants: [b] }\n  - { <<: *again, tenants: [c] }\n`,
    told: ['7 share-encrypted "sealed" 4', '8 share-encrypted "*share" 7 4', '9 share-encrypted "*again" 7 4'],
  },
  'what an alias in what it means has': {
    text: `  - &one { action: export, image: &big open, bucket_url: 1 }\n  - *one\n`,
    told: ['7 missing-key "export"', '7 invalid-value "1"', '8 invalid-value "*one" 7', '8 missing-key "*one" 7'],
  },
  'members of a group': {
    text: '  - parallel:\n      - &a { action: share, image: sealed, tenants: [a] }\n      - *a\n      - { <<: *a }\n',
    told: ['8 share-encrypted "sealed" 4', '9 share-encrypted "*a" 8 4', '10 share-encrypted "*a" 8 4'],
  },
  "a value, where its key is the operation's own": {
    text: '  - { action: unpublish, image: &name sealed }\n  - { action: share, image: *name, tenants: [a] }\n',
    told: ['8 share-encrypted "*name" 4'],
  },
};

test.each(Object.entries(cases))(
  'what an alias means is judged where it is used: %s',
  (_, { text, told: expected }) => {
    expect(told(head + text)).toEqual(expected);
  },
);

test('a declaration, too', () => {
  const text = head.replace(
    'operations:',
    '  big: &big { type: system-disk, min_disk: 2 TX }\n  other: *big\noperations:',
  );
  expect(told(`${text}  - { action: unpublish, image: open }\n`)).toEqual([
    '6 invalid-value "2 TX"',
    '7 invalid-value "*big" 6',
  ]);
});

test('a comment at the alias suppresses what is told there', () => {
  const text = `${head}${anchored}  - *share # ims-ignore: share-encrypted\n`;
  expect(told(text)).toEqual(['7 share-encrypted "sealed" 4']);
});

test('fixes are made where what the alias means stands', () => {
  const text = `${head}  - &a { action: unpublish, image: open, descripton: x }\n  - *a\n`;
  const analysis = new Analysis(text);
  const [, used] = analysis.findings();
  const [fix] = used === undefined ? [] : analysis.fixes(used);
  expect(fix && applied(text, fix.changes)).toBe(text.replace('descripton', 'description'));
});
