/** Work that comes fast shares transactions: when they begin, and what each has. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { WrittenTogether } from '../src/journal/written-together.js';

const APART_MS = 50;
const MOST = 4;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A queue that notes what each transaction had, and when it began. */
function noting(apartMs: number) {
  const began = performance.now();
  const written: { readonly at: number; readonly commands: readonly string[] }[] = [];
  const note = (commands: readonly string[]): void =>
    void written.push({ at: Math.round(performance.now() - began), commands });
  const queue = new WrittenTogether<string, string>({
    transactions: 2,
    most: MOST,
    apartMs,
    together: (commands) => {
      note(commands);
      return Promise.resolve(commands);
    },
    alone: (command) => {
      note([command]);
      return Promise.resolve(command);
    },
  });
  return { queue, written };
}

test('what comes after a pause never waits; what comes fast waits for the next transaction', async () => {
  const { queue, written } = noting(APART_MS);
  expect(await queue.write('a')).toBe('a');
  const [b, c] = [queue.write('b'), queue.write('c')];
  await jest.advanceTimersByTimeAsync(20);
  const d = queue.write('d');
  await jest.advanceTimersByTimeAsync(29);
  expect(written).toEqual([{ at: 0, commands: ['a'] }]);
  await jest.advanceTimersByTimeAsync(1);
  expect(written.slice(1)).toEqual([{ at: APART_MS, commands: ['b', 'c', 'd'] }]);
  expect(await Promise.all([b, c, d])).toEqual(['b', 'c', 'd']);
  await jest.advanceTimersByTimeAsync(APART_MS);
  expect(await queue.write('e')).toBe('e');
  expect(written.at(-1)).toEqual({ at: 2 * APART_MS, commands: ['e'] });
  expect(jest.getTimerCount()).toBe(0);
});

test('as many as one transaction takes wait for nothing', async () => {
  const { queue, written } = noting(APART_MS);
  await queue.write('a');
  const all = ['b', 'c', 'd', 'e', 'f'].map((each) => queue.write(each));
  await jest.advanceTimersByTimeAsync(1);
  expect(written.map(({ commands }) => commands)).toEqual([['a'], ['b', 'c', 'd', 'e']]);
  await jest.advanceTimersByTimeAsync(APART_MS);
  expect(await Promise.all(all)).toEqual(['b', 'c', 'd', 'e', 'f']);
  expect(written.at(-1)?.commands).toEqual(['f']);
});

test('without a time between them, transactions begin at once', async () => {
  const { queue, written } = noting(0);
  await Promise.all(['a', 'b'].map((each) => queue.write(each)));
  expect(written).toEqual([
    { at: 0, commands: ['a'] },
    { at: 0, commands: ['b'] },
  ]);
  expect(jest.getTimerCount()).toBe(0);
});
