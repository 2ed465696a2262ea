/** A desk whose server has gone finds the one that runs its campaign, and follows the stream there. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { findNode, followStream, type StreamListener } from '../src/index.js';

const nodes = [
  { address: 'http://a', runs: [], leaving: false },
  { address: 'http://b', runs: [], leaving: false },
  { address: 'http://c', runs: [], leaving: false },
];

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('the first server that is ready and runs the campaign is found; one that does not answer is passed', async () => {
  const answers: Readonly<Record<string, unknown>> = {
    'http://b/ready': { status: 'ready', runs: ['other'] },
    'http://c/ready': { status: 'ready', runs: ['sales'] },
  };
  const ask = (url: string): Promise<unknown> =>
    url in answers ? Promise.resolve(answers[url]) : Promise.reject(new Error('refused'));
  expect(await findNode({ nodes, campaignId: 'sales', ask })).toBe('http://c');
  expect(await findNode({ nodes, campaignId: null, ask })).toBe('http://b');
  expect(await findNode({ nodes, campaignId: 'nobody', ask })).toBeNull();
  const draining = (): Promise<unknown> => Promise.resolve({ status: 'not ready', runs: ['sales'] });
  expect(await findNode({ nodes, campaignId: 'sales', ask: draining })).toBeNull();
});

test('a stream that is lost twice goes on at another server, from a snapshot', async () => {
  const opened: string[] = [];
  const listeners: StreamListener[] = [];
  const seen: unknown[] = [];
  const stop = followStream({
    url: 'ws://a/stream',
    open: (url, listener) => {
      opened.push(url);
      listeners.push(listener);
      return { close: () => undefined };
    },
    onChange: (documents) => void seen.push(Object.fromEntries(documents)),
    onConnection: () => undefined,
    elsewhere: () => Promise.resolve('ws://b/stream'),
  });
  const say = (documents: unknown): void =>
    listeners
      .at(-1)
      ?.message(
        JSON.stringify({ type: 'snapshot', epoch: 'e', seq: 1, now: '2026-06-10T12:00:00Z', documents }),
      );
  say({ 'desk/ana': 1 });
  listeners.at(-1)?.closed(1006);
  await jest.advanceTimersByTimeAsync(1_000);
  listeners.at(-1)?.closed(1006);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(opened).toEqual(['ws://a/stream', 'ws://a/stream?epoch=e&after=1', 'ws://b/stream']);
  say({ 'desk/ben': 2 });
  expect(seen).toEqual([{ 'desk/ana': 1 }, { 'desk/ben': 2 }]);
  stop();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(opened).toHaveLength(3);
});
