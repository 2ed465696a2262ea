/** A request after the end of the session, an order as well as a question, opens the log-in. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const refusal = { code: 'not-logged-in', text: 'Log in.' };
const refused = (code: string) => Promise.resolve({ error: { ...refusal, code } });

let restore: () => void;
beforeAll(() => {
  const had = Object.getOwnPropertyDescriptor(globalThis, 'window');
  Object.defineProperty(globalThis, 'window', {
    configurable: true,
    value: { location: { origin: 'http://127.0.0.1' } },
  });
  restore = () => {
    if (had) Object.defineProperty(globalThis, 'window', had);
    else Reflect.deleteProperty(globalThis, 'window');
  };
});
afterAll(() => restore());

test('is heard in one place; the question who is logged in, and other refusals, are not', async () => {
  const { answerOf, hearNotLoggedIn, sessionAnswerOf } = await import('../app/data/api.js');
  let heard = 0;
  hearNotLoggedIn(() => void (heard += 1));
  await expect(answerOf(refused('not-logged-in'))).rejects.toThrow('Log in.');
  expect(heard).toBe(1);
  await expect(sessionAnswerOf(refused('not-logged-in'))).rejects.toThrow('Log in.');
  await expect(answerOf(refused('role-missing'))).rejects.toThrow('Log in.');
  expect(await answerOf(Promise.resolve({ data: { done: true } }))).toEqual({ done: true });
  expect(heard).toBe(1);
});
