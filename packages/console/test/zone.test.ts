/** Times as they are typed and shown in a zone that is not the browser's. */
import { expect, test } from '@jest/globals';
import { moment } from '../app/widgets/format.js';
import { instantOf, localText, quarterFrom, setAgencyZone, zoneName } from '../app/widgets/zone.js';

test.each([
  ['America/New_York', '2026-06-10T13:00', '2026-06-10T17:00:00.000Z'],
  ['America/New_York', '2026-11-01T00:30', '2026-11-01T04:30:00.000Z'],
  ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00.000Z'],
  ['UTC', '2026-06-10T00:00', '2026-06-10T00:00:00.000Z'],
])('in %s, %s is %s, and back', (zone, text, instant) => {
  expect(instantOf(text, zone)).toBe(instant);
  expect(localText(Date.parse(instant), zone)).toBe(text);
});

test('a time that is skipped is the one an hour later', () => {
  expect(instantOf('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
});

test("an instant is told in the agency's zone; in another one, with its name", () => {
  setAgencyZone('America/New_York');
  expect(moment('2026-06-10T17:00:00.000Z')).toMatch(/13:00$/);
  expect(moment('2026-06-10T17:00:00.000Z', 'America/New_York')).toMatch(/13:00$/);
  expect(moment('2026-06-10T17:00:00.000Z', 'America/Los_Angeles')).toMatch(/10:00 Los Angeles$/);
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test('fields propose full quarters of an hour', () => {
  const at = Date.parse('2026-06-10T17:00:00.000Z');
  expect([0, 1, 900_000].map((ms) => quarterFrom(at + ms) - at)).toEqual([0, 900_000, 900_000]);
});
