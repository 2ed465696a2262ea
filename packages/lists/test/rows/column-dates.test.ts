/** Dates that prove another order of day and month than earlier ones were read in: said, and not in silence. */
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
