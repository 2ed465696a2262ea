/** Dates are read as lists write them, or not at all. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATE_ORDERS, DATE_ORDER_WORDS, isZeroDate, readDate } from '../../src/values/dates.js';
import type { DateOrder } from '../../src/values/dates.js';
import { MONTH_NAMES } from '../../src/values/month-names.js';

const isoOf = (text: string, order: DateOrder = 'month-first'): string | null => {
  const at = readDate(text, order);
  return at === null ? null : new Date(at).toISOString();
};

const MIDNIGHT = '2026-01-05T00:00:00.000Z';

describe('dates', () => {
  test.each([
    '1/5/26',
    '1/5/2026',
    'Jan 5, 2026',
    'January 5th, 2026',
    'Mon, 05 Jan 2026',
    '2026/01/05',
    '2026.1.5',
    '05-Jan-2026',
    '5-Jan-26',
    '05JAN2026',
    '5. Januar 2026',
    '5. Jänner 2026',
    '5 janvier 2026',
    '5 de enero de 2026',
    '5 gennaio 2026',
    '5 de janeiro de 2026',
    '5 januari 2026',
    '20260105',
    '01052026',
    '05.01.26',
    '2026-01-05T00:00:00Z',
    "'2026-01-05",
  ])('%s is 5 January 2026', (text) => expect(isoOf(text)).toBe(MIDNIGHT));

  test.each([
    ['1/5/2026 2:15 PM', '2026-01-05T14:15:00.000Z'],
    ['1/5/2026 12:05 a.m.', '2026-01-05T00:05:00.000Z'],
    ['1/5/26 2 PM', '2026-01-05T14:00:00.000Z'],
    ['Jan 5, 2026 at 2:15 PM', '2026-01-05T14:15:00.000Z'],
    ['20230105141500', '2023-01-05T14:15:00.000Z'],
    ['202301051415', '2023-01-05T14:15:00.000Z'],
    ['20230105141500123', '2023-01-05T14:15:00.000Z'],
    ['2026-01-05 14:15:30.123456', '2026-01-05T14:15:30.000Z'],
    ['2026-01-05T14:15:00+01:00', '2026-01-05T13:15:00.000Z'],
    ['2026-01-05T14:15:00.000-0500', '2026-01-05T19:15:00.000Z'],
    ['2026-01-05 14:15:00 UTC', '2026-01-05T14:15:00.000Z'],
    ['2026-01-05 14:15 EST', '2026-01-05T19:15:00.000Z'],
    ['Mon Jan 05 2026 14:15:00 GMT+0100 (Central European Standard Time)', '2026-01-05T13:15:00.000Z'],
    ['46027.5', '2026-01-05T12:00:00.000Z'],
    ['1767622500', '2026-01-05T14:15:00.000Z'],
    ['1767622500000', '2026-01-05T14:15:00.000Z'],
  ])('%s is %s', (text, iso) => expect(isoOf(text)).toBe(iso));

  test('a list with the year first reads two digits so, and no year at the end that leaves it open', () => {
    expect(DATE_ORDER_WORDS.map((word) => isoOf('03/04/2026', DATE_ORDERS[word])?.slice(0, 10))).toEqual([
      '2026-04-03',
      '2026-03-04',
      undefined,
    ]);
    for (const text of ['26/01/05', '26-01-05', '2026-01-05', '05.01.2026', 'Jan 5, 2026', '20260105'])
      expect(isoOf(text, 'year-first')).toBe(MIDNIGHT);
    for (const text of ['28/02/2026', '02/28/2026', '28022026'])
      expect(isoOf(text, 'year-first')).toBe('2026-02-28T00:00:00.000Z');
    for (const text of ['05.01.26', '01052026', '01-05-2026', '1/5/26'])
      expect(isoOf(text, 'year-first')).toBeNull();
    expect(isoOf('05/05/2026', 'year-first')).toBe('2026-05-05T00:00:00.000Z');
  });

  test('the order of the list decides where digits do not', () => {
    expect(isoOf('03/04/2026', 'day-first')).toBe('2026-04-03T00:00:00.000Z');
    expect(isoOf('03/04/26', 'day-first')).toBe('2026-04-03T00:00:00.000Z');
    expect(isoOf('03/04/26', 'month-first')).toBe('2026-03-04T00:00:00.000Z');
    expect(isoOf('05012026', 'day-first')).toBe(MIDNIGHT);
    expect(isoOf('31/12/69', 'day-first')).toBe('2069-12-31T00:00:00.000Z');
    expect(isoOf('31/12/70', 'day-first')).toBe('1970-12-31T00:00:00.000Z');
  });

  test.each([
    '1e20',
    '26-01-05',
    '2023010514',
    '99991231',
    '9999999999999',
    '2101-01-01',
    'not Jan 5, 2026',
    'before Jan 5, 2026',
    'Jan 2026',
    'Jan 5',
    '2026-02-30',
    '13 PM',
    '1/5/2026 25:00',
    '1/5/2026 14:15 XYZ',
    '2026-01',
    '1/5',
    'yesterday',
    '',
  ])('%s is no date', (text) => expect(isoOf(text)).toBeNull());

  test('zero dates of databases say nothing', () => {
    expect(['0000-00-00', '0000-00-00 00:00:00', '00/00/0000'].every(isZeroDate)).toBe(true);
    expect(['2000-01-01', '0', '1900-01-01'].some(isZeroDate)).toBe(false);
  });

  test('no text gives an instant outside of 1970 to 2100', () => {
    const digits = fc.stringMatching(/^[0-9]{1,20}$/);
    fc.assert(
      fc.property(
        fc.oneof(digits, fc.string()),
        fc.constantFrom('day-first', 'month-first'),
        (text, order) => {
          const at = readDate(text, order);
          if (at !== null)
            expect([at >= 0, at < Date.UTC(2100, 0, 1), Number.isInteger(at)]).toEqual([true, true, true]);
        },
      ),
    );
  });

  test('no name is of two months', () => {
    const names = MONTH_NAMES.flat();
    expect(new Set(names).size).toBe(names.length);
  });
});
