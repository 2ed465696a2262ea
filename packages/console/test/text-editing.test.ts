/** Changes of a campaign's text that come faster than the server answers. */
import { expect, test } from '@jest/globals';
import { TextEditing } from '../app/campaigns/text-editing.js';

/** A server that adds each change to the text, when it is let. */
function slowServer() {
  const asked: { readonly text: string; readonly changes: readonly string[] }[] = [];
  const gates: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const told: string[] = [];
  const editing = new TextEditing<string, { readonly text: string }>(
    'a',
    (text, changes) => {
      asked.push({ text, changes });
      return new Promise((resolve, reject) => {
        gates.push({
          answer: () => resolve({ text: [text, ...changes].join(' ') }),
          fail: () => reject(new Error('away')),
        });
      });
    },
    ({ text }) => void told.push(text),
  );
  /** Lets the newest request end, and what follows from it begin. */
  const let_ = async (how: 'answer' | 'fail'): Promise<void> => {
    gates.at(-1)?.[how]();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { editing, asked, told, answer: () => let_('answer'), fail: () => let_('fail') };
}

test('a change made before the answer to the last one is made on top of it, in one request at a time', async () => {
  const { editing, asked, told, answer } = slowServer();
  const first = editing.check(['b']);
  void editing.check(['c']);
  void editing.check(['d']);
  expect(asked).toEqual([{ text: 'a', changes: ['b'] }]);
  await answer();
  expect(asked[1]).toEqual({ text: 'a b', changes: ['c', 'd'] });
  // Forms hear of the text when it holds all that was typed.
  expect(told).toEqual([]);
  expect(editing.isBehind).toBe(true);
  await answer();
  await first;
  expect(told).toEqual(['a b c d']);
  expect([editing.text, editing.isBehind]).toEqual(['a b c d', false]);
});

test('what waits is awaited before the text is saved; nothing waits: nothing is asked', async () => {
  const { editing, asked, answer } = slowServer();
  await editing.settle();
  expect(asked).toEqual([]);
  void editing.check(['b']);
  const settled = editing.settle().then(() => editing.text);
  await answer();
  await answer();
  expect(await settled).toBe('a b');
});

test('a text that is written meanwhile is kept, and gets the change', async () => {
  const { editing, told, answer } = slowServer();
  void editing.check(['b']);
  editing.write('A');
  await answer();
  expect([editing.text, told]).toEqual(['A', []]);
  await answer();
  expect([editing.text, told]).toEqual(['A b', ['A b']]);
});

test('changes that could not be sent wait for the next ones', async () => {
  const { editing, asked, fail, answer } = slowServer();
  const lost = expect(editing.check(['b'])).rejects.toThrow('away');
  await fail();
  await lost;
  expect(editing.isBehind).toBe(true);
  void editing.check(['c']);
  expect(asked.at(-1)).toEqual({ text: 'a', changes: ['b', 'c'] });
  await answer();
  expect([editing.text, editing.isBehind]).toEqual(['a b c', false]);
});
