import { expect, test } from '@jest/globals';
import { checkRegistrations } from '../../src/doctor/check-registrations.js';

const permit = { kind: 'permit', place: 'US-TX', number: 'P-1', expires: '2027-01-25' } as const;
const verdicts = (day: string): readonly string[] =>
  checkRegistrations([permit], Date.parse(`${day}T12:00:00Z`)).map(({ verdict }) => verdict);

test("a permit is ok, a warning from 60 days before its last day on, and the review's afterwards", () => {
  expect(verdicts('2026-11-25')).toEqual(['ok']);
  expect(verdicts('2026-11-26')).toEqual(['warning']);
  expect(verdicts('2027-01-25')).toEqual(['warning']);
  expect(verdicts('2027-01-26')).toEqual([]);
});

test('one that does not expire is ok, and each says its number', () => {
  const { expires: _expires, ...lasting } = permit;
  expect(checkRegistrations([lasting], 0)).toEqual([
    { check: 'permit US-TX', verdict: 'ok', detail: 'P-1, does not expire' },
  ]);
});
