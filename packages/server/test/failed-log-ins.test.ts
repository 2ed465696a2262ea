import { expect, test } from '@jest/globals';
import { FailedLogIns } from '../src/accounts/failed-log-ins.js';

test('tries made at the same time do not pass the limit of an account together', async () => {
  const failed = new FailedLogIns({ perAccount: 3 });
  const waits = await Promise.all(Array.from({ length: 20 }, () => failed.begin('ana', '10.0.0.1')));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(3);
  expect(await failed.begin('ben', '10.0.0.1')).toBe(0);
  await failed.succeeded('ana');
  expect(await failed.begin('ana', '10.0.0.1')).toBe(0);
});

test('an address waits after its failures, whatever the accounts', async () => {
  const failed = new FailedLogIns({ perAddress: 2 });
  for (const accountId of ['ana', 'ben']) {
    expect(await failed.begin(accountId, '10.0.0.1')).toBe(0);
    await failed.failed('10.0.0.1');
  }
  expect(await failed.begin('chen', '10.0.0.1')).toBeGreaterThan(0);
  expect(await failed.begin('chen', '10.0.0.2')).toBe(0);
});
