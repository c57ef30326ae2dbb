import { afterAll, beforeAll, expect, test } from 'vitest';
import { announced } from '../../scripts/features/methods.ts';
import { ownRequests } from '../../scripts/features/served.ts';
import { type Answer, allAnswers } from '../anyText/answers.ts';
import { wrongIn } from '../anyText/wrong.ts';
import { badTexts, ordinary } from '../support/badTexts.ts';
import { cli } from '../support/dist.ts';
import { Lines } from '../support/lines.ts';
import { twoFindings } from '../support/manifests.ts';
import { Client } from './client.ts';

/** All that the server may keep in its heap, in MB: it ends where it needs more. */
const mostMemory = 1024;

/** So many times as long as over an ordinary manifest of the size may it take over a text, to open it and to answer all. */
const mostTimes = 20;

/** The same for a letter in the middle of it, and what is asked then. */
const mostTimesTyped = 5;

/** A text that is smaller than this may take as long as one of this size. */
const least = 200_000;

let client: Client;
let ordinaryTime: number;

beforeAll(async () => {
  client = new Client(undefined, [`--max-old-space-size=${mostMemory}`, cli, 'lsp']);
  await client.initialize();
  await client.notify('initialized', {});
  const text = ordinary(least);
  await timesOf(text);
  ordinaryTime = (await timesOf(text)).opened;
}, 60_000);
afterAll(() => client.stop());

test.each(badTexts)('%s is answered in bounded time and memory', { timeout: 120_000 }, async (name, text) => {
  const usual = (ordinaryTime * Math.max(least, text.length)) / least;
  const isSlow = ({ opened, typed }: Times): boolean => opened > mostTimes * usual || typed > mostTimesTyped * usual;
  let times = await timesOf(text);
  // On a busy machine once may be chance.
  if (isSlow(times)) times = await timesOf(text);
  const { opened, typed } = times;
  const told = (ms: number): string => (ms / usual).toFixed(2);
  console.log(
    `${name}: ${told(opened)} of ${mostTimes} times an ordinary one, typed in: ${told(typed)} of ${mostTimesTyped}`,
  );
  expect(isSlow(times)).toBe(false);
  expect(client.logged).toEqual([]);
});

test('the server lives, and is as it was', async () => {
  expect(await (await client.open(twoFindings)).findings()).toHaveLength(2);
});

/** What took how long, in milliseconds. */
interface Times {
  /** To open a text, and to answer all about its start, its middle and its end. */
  readonly opened: number;
  /** To take in a letter in its middle, and to answer what an editor asks then. */
  readonly typed: number;
}

/** Has all about a text answered, and nothing wrong in it. */
async function timesOf(text: string): Promise<Times> {
  const { connection, initialized } = client;
  const methods = [...announced(initialized.capabilities), ...ownRequests()];
  const lines = new Lines(text);
  const middle = text.length >> 1;
  const position = lines.positionAt(middle);

  let started = performance.now();
  const document = await client.open(text);
  const answers = await allAnswers({ connection, methods }, document.uri, lines, [0, middle, text.length]);
  const opened = performance.now() - started;
  expect(answers.flatMap(answer => wrongIn(answer, document.uri, lines))).toEqual([]);

  started = performance.now();
  await document.change([{ range: { start: position, end: position }, text: 'x' }]);
  const asked = ['diagnostic', 'completion', 'documentSymbol'].map(async (name): Promise<Answer> => {
    const method = `textDocument/${name}`;
    return {
      method,
      offset: middle,
      answer: await client.request(method, { textDocument: { uri: document.uri }, position }),
    };
  });
  const afterwards = await Promise.all(asked);
  const typed = performance.now() - started;
  const edited = new Lines(document.text);
  expect(afterwards.flatMap(answer => wrongIn(answer, document.uri, edited))).toEqual([]);
  await document.close();
  return { opened, typed };
}
