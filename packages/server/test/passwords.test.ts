/** Passwords cost what OWASP asks for by default; an unknown name costs as much as a known one. */
import { expect, test } from '@jest/globals';
import { PASSWORD_COST, hashPassword, isPassword } from '../src/accounts/passwords.js';

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = process.cpuUsage();
  await work();
  return process.cpuUsage(from).user;
};

test('a password is hashed at the full cost by default, and checked at the cost of its hash', async () => {
  expect(PASSWORD_COST).toEqual({ N: 131_072, r: 8, p: 1 });
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$/);
  const cheap = { N: 16, r: 8, p: 1 };
  expect(await isPassword('correct horse battery', hash, cheap)).toBe(true);
  expect(await isPassword('correct horse batterie', await hashPassword('x', cheap))).toBe(false);
});

test('who has no password takes as long to refuse as one who has, by default', async () => {
  const known = await timed(() => hashPassword('correct horse battery'));
  const unknown = await timed(async () => expect(await isPassword('x', null)).toBe(false));
  expect(unknown).toBeGreaterThan(known / 4);
});
