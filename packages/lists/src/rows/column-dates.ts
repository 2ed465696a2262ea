/** Dates of columns that are in another order of day and month than the list is said to be. */
import type { Column } from '../columns/columns.js';
import { withYearFirst } from '../columns/date-order.js';
import type { DateOrder } from '../values/dates.js';

/** Columns whose own dates prove another order than the list's: made once a file. */
export class ColumnDates {
  readonly #other: readonly { readonly index: number; readonly order: DateOrder }[];
  /** What to say of these columns, as sentences. */
  readonly notes: readonly string[];

  constructor(columns: readonly Column[], order: DateOrder) {
    this.#other = columns.flatMap(({ index, dateOrder }) =>
      dateOrder === undefined || dateOrder === 'both' || dateOrder === order
        ? []
        : [{ index, order: dateOrder }],
    );
    this.notes = columns.flatMap((column) => noteOf(column, order) ?? []);
  }

  /** The fields of a row, with the dates of these columns as ISO has them. */
  settled(fields: readonly string[]): readonly string[] {
    if (this.#other.length === 0) return fields;
    const settled = [...fields];
    for (const { index, order } of this.#other) settled[index] = withYearFirst(fields[index] ?? '', order);
    return settled;
  }
}

const WORDS: Readonly<Record<DateOrder, string>> = {
  'day-first': 'the day first',
  'month-first': 'the month first',
};

function noteOf({ header, dateOrder }: Column, order: DateOrder): string | null {
  if (dateOrder === undefined || dateOrder === order) return null;
  const shown = header.slice(0, 80);
  return dateOrder === 'both'
    ? `column '${shown}' has dates with the day first and others with the month first: ` +
        `those that may be either are read with ${WORDS[order]}`
    : `column '${shown}' has dates that can only have ${WORDS[dateOrder]}: all of its dates are read so`;
}
