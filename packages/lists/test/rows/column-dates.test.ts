/**
 * Dates that prove another order of day and month than earlier ones were read in: said, and not in silence.
 */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { RowReader } from '../../src/rows/read-row.js';
import type { RowOptions } from '../../src/rows/row-options.js';

interface Read {
  readonly days: readonly (string | undefined)[];
  readonly warning: string;
}

/** Reads rows of which nothing was seen before the first one, as those behind the first of a file. */
function read(...dates: readonly string[]): Read {
  return readIn({ dateOrder: 'month-first' }, dates);
}

function readIn(order: Pick<RowOptions, 'dateOrder' | 'isOrderSaid'>, dates: readonly string[]): Read {
  const columns = mapColumns(['phone', 'consent', 'consent date']);
  const at = Date.UTC(2026, 5, 10);
  const reader = new RowReader(columns, { defaultCountry: 'US', ...order, at });
  const consents = dates.map((date) => reader.read(['9195550143', 'written', date]).lead?.consents?.[0]);
  const days = consents.map((consent) => consent && new Date(consent.at).toISOString().slice(0, 10));
  return { days, warning: reader.warnings.join() };
}

describe('a date whose year may stand first or last', () => {
  test.each([
    ['day-first', '26/03/01'],
    ['day-first', '26-03-01'],
    ['day-first', '25/12/09 14:00'],
    ['month-first', '26/03/01'],
    ['month-first', '20/03/24'],
  ] as const)('with the %s, %s is no date', (dateOrder, text) => {
    expect(readIn({ dateOrder }, [text]).days).toEqual([undefined]);
  });

  test.each([
    ['day-first', '01/03/26', '2026-03-01'],
    ['day-first', '31/12/19', '2019-12-31'],
    ['day-first', '14/03/99', '1999-03-14'],
    ['day-first', '20/03/24', '2024-03-20'],
    ['month-first', '03/01/26', '2026-03-01'],
    ['month-first', '28/02/26', '2026-02-28'],
    ['month-first', '05/03/24', '2024-05-03'],
  ] as const)('with the %s, %s is %s', (dateOrder, text, right) => {
    expect(readIn({ dateOrder }, [text]).days).toEqual([right]);
  });

  test('the order that is said, or that the column has proven, settles it', () => {
    expect(readIn({ dateOrder: 'day-first', isOrderSaid: true }, ['26/03/01']).days).toEqual(['2001-03-26']);
    expect(readIn({ dateOrder: 'year-first', isOrderSaid: true }, ['26/03/01']).days).toEqual(['2026-03-01']);
    expect(readIn({ dateOrder: 'day-first' }, ['28/02/2026', '26/03/01']).days[1]).toBe('2001-03-26');
  });
});

describe('a column whose order of day and month shows late', () => {
  test('another order than was supposed holds from then on, and the earlier dates are named', () => {
    const { days, warning } = read('03/04/2026', '28/02/2026', '05/01/2026');
    expect(days).toEqual(['2026-03-04', '2026-02-28', '2026-01-05']);
    expect(warning).toContain('can only have the day first: from then on all are read so');
    expect(warning).toContain('1 earlier ones that may be either were read with the month first');
  });

  test('another order than earlier dates proved: both are named', () => {
    const { days, warning } = read('02/28/2026', '03/04/2026', '28/02/2026', '03/04/2026');
    expect(days).toEqual(['2026-02-28', '2026-03-04', '2026-02-28', '2026-03-04']);
    expect(warning).toContain('the day first and others with the month first');
    expect(warning).toContain('1 earlier ones that may be either were read with the month first');
  });

  test('no date that may be either, no doubt', () => {
    const { days, warning } = read('05/05/2026', '2026-04-03', '28/02/2026', '05/01/2026');
    expect(days).toEqual(['2026-05-05', '2026-04-03', '2026-02-28', '2026-01-05']);
    expect(warning).toContain('all of its dates are read so');
    expect(warning).not.toContain('may be wrong');
  });

  test('an order that is said is not overruled by a date, which is named', () => {
    const said = { dateOrder: 'day-first', isOrderSaid: true } as const;
    const { days, warning } = readIn(said, ['03/04/2026', '02/28/2026', '05/01/2026']);
    expect(days).toEqual(['2026-04-03', '2026-02-28', '2026-01-05']);
    expect(warning).toContain('dates that cannot have the day first, as is said of the list');
    expect(readIn(said, ['03/04/2026', '28/02/2026']).warning).toBe('');
  });

  test('a list with the year first takes no date that may be either', () => {
    const { days, warning } = readIn({ dateOrder: 'year-first', isOrderSaid: true }, [
      '03/04/2026',
      '26/04/03',
    ]);
    expect(days).toEqual([undefined, '2026-04-03']);
    expect(warning).toBe('');
  });

  test('dates of one order say nothing', () => {
    expect(read('05/05/2026', '03/04/2026', '02/28/2026').warning).toBe('');
  });
});
