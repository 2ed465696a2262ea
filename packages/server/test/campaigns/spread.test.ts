/** Which server takes a free campaign, and which one lets one go: by how many each runs. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openStore, type Store } from '@outdial/store';
import { Spread } from '../../src/campaigns/spread.js';

let store: Store;
let now = 1_000_000;
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: () => now });
});
afterEach(() => store.close());

interface Node {
  readonly spread: Spread;
  running: number;
  isLeaving: boolean;
  silentTelephonyMs: number | null;
}

function node(nodeId: string, offers: readonly string[] = ['a', 'b', 'c']): Node {
  const made = { running: 0, isLeaving: false, silentTelephonyMs: null };
  const spread = new Spread({
    ...{ store, nodeId, node: nodeId, address: `http://${nodeId}`, offers: () => offers },
    runs: () => Array.from({ length: made.running }, (_, index) => `${nodeId}-${index}`),
    isLeaving: () => made.isLeaving,
    silentTelephonyMs: () => made.silentTelephonyMs,
  });
  return Object.assign(made, { spread });
}

async function beatAll(nodes: readonly Node[]): Promise<void> {
  for (const { spread } of [...nodes, ...nodes]) await spread.beat();
}

test('one server alone takes everything; of several the one that runs the fewest, and of equals one', async () => {
  const [one, two] = [node('1'), node('2')];
  await one.spread.beat();
  expect(one.spread.isNext('a')).toBe(true);
  await beatAll([one, two]);
  expect([one, two].map(({ spread }) => spread.isNext('a'))).toEqual([true, false]);
  one.running = 1;
  await beatAll([one, two]);
  expect([one, two].map(({ spread }) => spread.isNext('a'))).toEqual([false, true]);
});

test('campaigns go to a server that joins until neither would gain by another one', async () => {
  const [one, two] = [node('1'), node('2')];
  one.running = 3;
  await beatAll([one, two]);
  expect(one.spread.isForAnother('a')).toBe(true);
  Object.assign(one, { running: 2 });
  Object.assign(two, { running: 1 });
  await beatAll([one, two]);
  expect([one, two].map(({ spread }) => spread.isForAnother('a'))).toEqual([false, false]);
});

test('a server that leaves, is silent, or does not have the campaign is not waited for', async () => {
  const [one, two, other] = [node('1'), node('2'), node('3', ['x'])];
  one.running = 5;
  two.isLeaving = true;
  await beatAll([one, two, other]);
  expect(one.spread.isNext('a')).toBe(true);
  expect(one.spread.isForAnother('a')).toBe(false);
  expect(two.spread.isNext('a')).toBe(false);
  two.isLeaving = false;
  await beatAll([one, two, other]);
  expect(one.spread.isForAnother('a')).toBe(true);
  now += 5_000;
  await one.spread.beat();
  expect(one.spread.isNext('a')).toBe(true);
});

test('a server without telephony takes nothing, and lets its campaigns go to one that can dial', async () => {
  const [one, two] = [node('1'), node('2')];
  Object.assign(one, { running: 1, silentTelephonyMs: 2_000 });
  two.running = 2;
  await beatAll([one, two]);
  expect(one.spread.isNext('a')).toBe(false);
  expect(two.spread.isNext('a')).toBe(true);
  // A short outage moves nothing, and nothing goes to a server that cannot dial.
  expect([one, two].map(({ spread }) => spread.isForAnother('a'))).toEqual([false, false]);
  one.silentTelephonyMs = 11_000;
  two.running = 9;
  await beatAll([one, two]);
  expect([one, two].map(({ spread }) => spread.isForAnother('a'))).toEqual([true, false]);
});

test('every server knows where the others are and what they run, itself first', async () => {
  const [one, two] = [node('1'), node('2')];
  two.running = 1;
  two.isLeaving = true;
  await beatAll([one, two]);
  expect(one.spread.places()).toEqual([
    { address: 'http://1', runs: [], leaving: false },
    { address: 'http://2', runs: ['2-0'], leaving: true },
  ]);
});
