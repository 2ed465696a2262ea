import { expect, test } from '@jest/globals';
import { createCompliance } from '@outdial/compliance';
import { checkDatesOfLaw } from '../../src/doctor/check-dates-of-law.js';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const rules = createCompliance()
  .listRules(at('2026-11-26'))
  .filter(({ jurisdiction }) => jurisdiction === 'AU');
const found = (day: string): readonly string[] => checkDatesOfLaw(rules, at(day)).map(({ detail }) => detail);

test('a law that will change is named 90 days before, and after its date as one that was to change', () => {
  expect(found('2026-12-31')).toEqual([]);
  expect(found('2027-01-01')).toEqual([
    expect.stringMatching(/^changes on 2027-04-01: the Industry Standard/),
  ]);
  expect(found('2027-04-01')).toEqual([expect.stringMatching(/^was to change on 2027-04-01/)]);
});

test('rules that were last read more than a year ago are one warning, with their number', () => {
  expect(found('2028-06-01').at(-1)).toMatch(/^\d+ rules last compared with the source more than a year ago/);
  expect(checkDatesOfLaw(rules, at('2028-06-01')).every(({ verdict }) => verdict === 'warning')).toBe(true);
});
