/** Dates of columns that are in another order of day and month than the list is said to be, or in both. */
import { mayHoldDates } from '../columns/column-targets.js';
import type { ColumnTarget } from '../columns/column-targets.js';
import type { Column } from '../columns/columns.js';
import { isOpenDate, mayBeDate, provenOrder, saysSameTwice, withYearFirst } from '../columns/date-order.js';
import type { DayOrder, ProvenOrder } from '../columns/date-order.js';
import type { DateOrder } from '../values/dates.js';
import { yearInDoubt } from '../values/year-in-doubt.js';

/** Days of birth are seldom recent, so that the order of the list holds; of an end, any day states it. */
const CERTAIN: ReadonlySet<ColumnTarget> = new Set(['birthDate', 'deceased', 'bankrupt']);

/** One column with dates, as far as it has been read. */
interface DatedColumn {
  readonly index: number;
  readonly header: string;
  /** Its years are never in doubt. */
  readonly isCertain: boolean;
  /** The order that its dates prove; undefined: none has yet. */
  order: ProvenOrder | undefined;
  /** Dates that were read in one order before another one was proven. */
  late?: { readonly open: number; readonly order: DayOrder };
  /** The list is said to be in another order than some of its dates: they alone are read in theirs. */
  isContradicted?: true;
  /** Dates so far that may have either first. */
  open: number;
}

/**
 * The order of day and month in the columns of a file, made once a file. Where later
 * dates prove another order than earlier ones were read in, a note says so.
 */
export class ColumnDates {
  readonly #order: DayOrder;
  readonly #isSaid: boolean;
  readonly #at: number;
  readonly #columns: readonly DatedColumn[];

  /**
   * `isSaid`: a person says the order of the list, so that dates that leave it open are read in no other.
   * `at`: epoch ms of the upload.
   */
  constructor(columns: readonly Column[], order: DateOrder, isSaid: boolean, at: number) {
    this.#isSaid = isSaid;
    this.#at = at;
    // A list with the year first has no open dates: readers of values leave a year at the end unread.
    const dated = order === 'year-first' ? [] : columns;
    this.#order = order === 'year-first' ? 'month-first' : order;
    this.#columns = dated
      .filter(({ target }) => mayHoldDates(target))
      .map(({ index, header, target, dateOrder }) => ({
        index,
        isCertain: CERTAIN.has(target),
        header: header.slice(0, 80),
        order: isSaid ? undefined : dateOrder,
        open: 0,
      }));
  }

  /** What to say of these columns, as sentences; more may come while rows are read. */
  get notes(): readonly string[] {
    return this.#columns.flatMap((column) => this.#noteOf(column) ?? []);
  }

  /**
   * The fields of a row, with the dates that need it as ISO has them. One whose year may stand first or last
   * gets both readings, which no reader of dates takes for one: it counts as unreadable, and is reported.
   */
  settled(fields: readonly string[]): readonly string[] {
    let settled: string[] | undefined;
    for (const column of this.#columns) {
      const text = fields[column.index] ?? '';
      if (!mayBeDate(text)) continue;
      const read = this.#inDoubt(column, text) ?? (isOpenDate(text) ? this.#read(column, text) : text);
      if (read !== text) (settled ??= [...fields])[column.index] = read;
    }
    return settled ?? fields;
  }

  /** Both readings; null where the order of the list or of the column settles it. */
  #inDoubt({ order, isCertain }: DatedColumn, text: string): string | null {
    if (this.#isSaid || isCertain || order !== undefined) return null;
    const readings = yearInDoubt(text, this.#order, this.#at);
    return readings === null ? null : `${text}: ${readings.join(' or ')}?`;
  }

  #read(column: DatedColumn, text: string): string {
    const proven = provenOrder([text], this.#at);
    if (proven !== undefined && proven !== 'both') {
      if (!this.#isSaid) this.#learn(column, proven);
      else if (proven !== this.#order) column.isContradicted = true;
      return this.#inOrder(text, proven);
    }
    if (saysSameTwice(text)) return text;
    if (column.order === 'both') return text;
    column.open += 1;
    return this.#inOrder(text, column.order ?? this.#order);
  }

  /** Dates that prove one order, after others that were read in the other one. */
  #learn(column: DatedColumn, proven: DayOrder): void {
    const before = column.order ?? this.#order;
    if (before !== 'both' && before !== proven && column.open > 0)
      column.late = { open: column.open, order: before };
    column.order = column.order === undefined || column.order === proven ? proven : 'both';
  }

  /** Readers of values know the order of the list. */
  #inOrder(text: string, order: DayOrder): string {
    return order === this.#order ? text : withYearFirst(text, order);
  }

  #noteOf({ header, order, late, isContradicted }: DatedColumn): string | null {
    if (isContradicted)
      return (
        `column '${header}' has dates that cannot have ${WORDS[this.#order]}, as is said of the list: ` +
        'those that may be either are read as it is said'
      );
    if (order === undefined || (order === this.#order && !late)) return null;
    const start = `column '${header}' has dates`;
    const before = late
      ? `; ${late.open} earlier ones that may be either were read with ${WORDS[late.order]}, and may be wrong`
      : '';
    if (order !== 'both')
      return late
        ? `${start} that can only have ${WORDS[order]}: from then on all are read so${before}`
        : `${start} that can only have ${WORDS[order]}: all of its dates are read so`;
    return (
      `${start} with the day first and others with the month first: ` +
      `those that may be either are read with ${WORDS[this.#order]}${before}`
    );
  }
}

const WORDS: Readonly<Record<DayOrder, string>> = {
  'day-first': 'the day first',
  'month-first': 'the month first',
};
