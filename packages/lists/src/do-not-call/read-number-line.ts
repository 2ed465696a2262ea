/** Reads lines of a do-not-call file, with its header or without one. */
import { readDate } from '../values/dates.js';
import { yearInDoubt } from '../values/year-in-doubt.js';
import type { DateOrder } from '../values/dates.js';
import { withDecimalPoints } from '../numbers/written-number.js';
import { isListedBy } from '../values/do-not-call-flag.js';
import { columnsOf, splitFields } from './number-columns.js';
import type { NumberColumns } from './number-columns.js';
import { NOTHING, unreadEntry } from './number-entry.js';
import type { EntryProblem, NumberEntry } from './number-entry.js';
import { readNumberCell } from './read-number-cell.js';

/** What a line is. Null: it says nothing: a header, a comment, a total. */
export type LineReading = NumberEntry | null;

const COMMENT = /^(?:#|\/\/)/;
/** Lines that close a list. They hold no whole number. */
const FOOTER = /^"?(?:total|count|number of|records?|end of|eof)\b/i;
/** A date or an instant. */
const DATE = new RegExp(
  '^(?:' +
    [
      String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?`,
      String.raw`\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?: .*)?`,
      String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{4}|\d{6})?`,
    ].join('|') +
    ')$',
);
const NUMBER_LIKE = /^[+(]?\d[\d\s().\-/]{5,30}$/;
const GONE = /^(?:d|del|deleted?|removed?|revoked)$/i;
const CAME = /^(?:a|add|added|new)$/i;
const NOT_FOUND = /^(?:not (?:registered|listed|found|dnc|on (?:the )?(?:list|dnc))|no match|clean|clear)$/i;

/** Reads the lines of one text in order: the first may be its header. */
export class NumberLineReader {
  readonly #country: string;
  readonly #dateOrder: DateOrder;
  readonly #at: number;
  #columns: NumberColumns | null = null;
  #isFirst = true;
  #hasNumber = false;

  /** `at`: epoch ms at which the file is entered. */
  constructor(country: string, at: number) {
    this.#country = country;
    this.#at = at;
    this.#dateOrder = country === 'US' ? 'month-first' : 'day-first';
  }

  /** Whether the lines are read by the columns of a header. */
  get hasColumns(): boolean {
    return this.#columns !== null;
  }

  /** A line was read elsewhere: what follows is not a header. */
  pass(): void {
    this.#isFirst = false;
    this.#hasNumber = true;
  }

  read(line: string): LineReading {
    const text = withDecimalPoints(line);
    if (COMMENT.test(text)) return null;
    if (this.#isFirst) {
      this.#isFirst = false;
      if (/^sep=.$/i.test(text)) {
        this.#isFirst = true;
        return null;
      }
      this.#columns = columnsOf(text);
      if (this.#columns) return null;
    }
    // A title stands above the header.
    if (!this.#hasNumber && (this.#columns?.numbers ?? []).length === 0) {
      const columns = columnsOf(text);
      if (columns && columns.numbers.length > 0) {
        this.#columns = columns;
        return null;
      }
    }
    const entry =
      this.#columns && this.#columns.numbers.length > 0
        ? this.#byColumns(splitFields(text, this.#columns.delimiter), this.#columns)
        : this.#dated(splitFields(text, null));
    if (entry.listed.length + entry.ranges.length > 0) this.#hasNumber = true;
    return entry.listed.length === 0 && FOOTER.test(text) ? null : entry;
  }

  #byColumns(fields: readonly string[], columns: NumberColumns): NumberEntry {
    const cells = columns.numbers.map((index) => fields[index] ?? '').filter((cell) => cell !== '');
    const area = columns.areaCode === null ? '' : (fields[columns.areaCode] ?? '');
    if (cells.length === 0)
      return unreadEntry('the column of numbers is empty', 'fill it in, or remove the line');
    const numbers = together(cells.map((cell) => readNumberCell(withArea(area, cell), this.#country)));
    const day = columns.date === null ? '' : (fields[columns.date] ?? '');
    const entry = { ...numbers, on: this.#dayOf(day) };
    const changes = columns.changes.map((index) => fields[index] ?? '');
    if (changes.some((change) => GONE.test(change))) return { ...entry, isRemoval: true };
    if (changes.some((change) => NOT_FOUND.test(change))) return { ...entry, isFree: true };
    return withFlags(
      entry,
      columns.flags.map((index) => fields[index] ?? ''),
    );
  }

  /** Without a header: the only date of a line is the day of its request. */
  #dated(fields: readonly string[]): NumberEntry {
    const [day, ...others] = fields.filter((field) => DATE.test(field));
    const entry = this.#byFields(fields);
    return day === undefined || others.length > 0 ? entry : { ...entry, on: this.#dayOf(day) };
  }

  /** Null where it cannot be read as one date: the request counts from the day on which it is entered. */
  #dayOf(text: string): number | null {
    return yearInDoubt(text, this.#dateOrder, this.#at) === null ? readDate(text, this.#dateOrder) : null;
  }

  /** Without a header: every field that is a number counts, and none that looks like it is passed over. */
  #byFields(fields: readonly string[]): NumberEntry {
    const [first = '', second = '', third = ''] = fields;
    const isMarked = (GONE.test(first) || CAME.test(first)) && /^\d{3}$/.test(second);
    // 'A,202,5550143': the mark of a change list may stand first.
    if (isMarked) return this.#byFields([...fields.slice(1), first]);
    if (/^\d{3}$/.test(first) && /^\d{3}-?\d{4}$/.test(second))
      return this.#flat(first + second, fields.slice(2));
    if (/^\d{3}$/.test(first) && /^\d{3}$/.test(second) && /^\d{4}$/.test(third))
      return this.#flat(first + second + third, fields.slice(3));

    const given = fields.filter((field) => field !== '' && !DATE.test(field));
    if (given.length <= 1) return this.#byBlanks(given[0] ?? first);
    const entries = given.map((field) => readNumberCell(field, this.#country));
    const counted = given.flatMap((field, index) => {
      const entry = entries[index] ?? NOTHING;
      const isNumber = entry.listed.length + entry.ranges.length > 0;
      return isNumber || NUMBER_LIKE.test(field) ? [entry] : [];
    });
    if (counted.length === 0) return unreadEntry('no field is a telephone number', rangeRemedy(given));
    const marks = given.filter((field) => GONE.test(field) || CAME.test(field));
    const entry = { ...together(counted), isRemoval: false };
    const isChange = marks.length === 1 && counted.length + marks.length === given.length;
    const named = entry.problem ? { ...entry, problem: columnsNeeded(entry.problem) } : entry;
    return isChange && marks.some((mark) => GONE.test(mark)) ? { ...named, isRemoval: true } : named;
  }

  /** One field: a number, or columns with blanks between them, the number first or in a column of its own. */
  #byBlanks(field: string): NumberEntry {
    const whole = readNumberCell(field, this.#country);
    if (whole.problem === null) return whole;
    const [, area = '', number = ''] = /^(\d{3}) +(\d{7}) +\D/.exec(field) ?? [];
    if (area !== '') return readNumberCell(area + number, this.#country);
    const columns = field.split(/\s{2,}/).filter((part) => part !== '');
    if (columns.length < 2) return whole;
    const entry = this.#byFields(columns);
    return entry.listed.length > 0 ? entry : whole;
  }

  /** 'area code,number', as registries of North America deliver it, with the mark of a change list. */
  #flat(number: string, rest: readonly string[]): NumberEntry {
    const entry = readNumberCell(number, this.#country);
    return rest.some((field) => GONE.test(field)) ? { ...entry, isRemoval: true } : entry;
  }
}

/** Area code and exchange in fields of their own may stand for all numbers that begin so. */
function rangeRemedy(fields: readonly string[]): string {
  const [area = '', exchange = ''] = fields;
  const isRange = /^[2-9]\d{2}$/.test(area) && /^[2-9]\d{2}$/.test(exchange);
  const write = 'write the number, or remove the line';
  return isRange ? `${write}; '${area}${exchange}*' lists all that begin so` : write;
}

function columnsNeeded({ problem, remedy }: EntryProblem): EntryProblem {
  return { problem, remedy: `${remedy}; or name the columns in a header line, e.g. 'id,name,phone'` };
}

function withArea(area: string, cell: string): string {
  return /^\D*\d{1,5}\D*$/.test(area) && !/^\s*[+0]/.test(cell) && cell.replace(/\D/g, '').length <= 9
    ? `${area} ${cell}`
    : cell;
}

/** Columns of flags: any of them lists the number; it is free where all of them say so. */
function withFlags(entry: NumberEntry, flags: readonly string[]): NumberEntry {
  const given = flags.filter((flag) => flag !== '');
  if (flags.length === 0 || given.some(isListedBy)) return entry;
  if (given.length > 0) return { ...entry, isFree: true };
  return {
    ...entry,
    problem: {
      problem: 'its do-not-call columns are empty: the number is listed',
      remedy: "write 'yes' or 'no' there, or remove the columns",
    },
  };
}

function together(entries: readonly NumberEntry[]): NumberEntry {
  return {
    ...NOTHING,
    listed: entries.flatMap(({ listed }) => listed),
    ranges: entries.flatMap(({ ranges }) => ranges),
    problem: entries.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
