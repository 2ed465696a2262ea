import { describe, expect, test } from '@jest/globals';
import { waitBeforeTry } from '../../src/webhooks/try-times.js';
import { addressProblem } from '../../src/webhooks/webhook-address.js';

describe('addresses of webhooks', () => {
  test.each([
    'https://crm.example/hooks/1?key=2',
    'https://203.0.113.7/x',
    'http://localhost:3000/x',
    'http://127.0.0.1/x',
    'http://10.20.30.40/x',
    'http://172.31.0.1/x',
    'http://192.168.1.9:8080/x',
    'http://[::1]:80/x',
    'http://[fd00::7]/x',
  ])('%s may be told', (url) => expect(addressProblem(url)).toBeNull());

  test.each([
    ['http://crm.example/x', 'https'],
    ['http://203.0.113.7/x', 'https'],
    ['http://172.32.0.1/x', 'https'],
    ['http://localhost.example/x', 'https'],
    ['https://ana:secret@crm.example/x', 'password'],
    ['ftp://crm.example/x', 'such as https'],
    ['file:///etc/passwd', 'such as https'],
    ['crm.example', 'such as https'],
    ['', 'such as https'],
    ['https://crm.example/#x', 'after #'],
    [`https://crm.example/${'x'.repeat(2_000)}`, 'such as https'],
  ])('%s is refused', (url, why) => expect(addressProblem(url)).toContain(why));
});

test('tries are 5 s to a quarter of an hour apart; a receiver may ask for more time, not for a day', () => {
  const waits = [1, 2, 3, 4, 5, 6, 100].map((failed) => waitBeforeTry(failed, null, 0));
  expect(waits).toEqual([5_000, 15_000, 60_000, 300_000, 900_000, 900_000, 900_000]);
  expect(waitBeforeTry(1, null, 1)).toBe(6_000);
  expect(waitBeforeTry(1, 120_000, 0)).toBe(120_000);
  expect(waitBeforeTry(1, 86_400_000, 0)).toBe(1_080_000);
});
