/**
 * Rows that SQLite takes as one parameter: a table of places and lengths, then the texts of their values one
 * behind another. Reading them costs half of what the same rows cost as JSON or bound.
 */
import { SqliteAdapter } from 'kysely';
import type { Db } from './engine.js';
import type { BoundColumns, InsertText, RowValues } from './insert-text.js';

/** Rows of one statement: so many take about twenty milliseconds. */
export const ROWS_OF_PACK = 1_000;

/** True where the database takes rows packed. */
export function takesPackedRows(db: Db): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** Rows as the parameters that their statement ends with. */
export interface PackedRows {
  readonly bytes: Uint8Array;
  /** The numbers of the rows from 0, as JSON: SQLite reads them as rows. */
  readonly numbers: string;
  /** Places of columns, among those packed, in which a row has null. */
  readonly withNull: readonly number[];
}

/** Digits of the place of a value, counted from 1, and of its length, both in bytes. */
const PLACE_DIGITS = 8;
const LENGTH_DIGITS = 6;
const PLACE_MOST = 10 ** PLACE_DIGITS - 1;
const LENGTH_MOST = 10 ** LENGTH_DIGITS - 1;
const ENTRY = PLACE_DIGITS + LENGTH_DIGITS;
const ZERO = 48;

/** Stands for null: values with NUL are bound. */
const NULL_TEXT = '\0';
/** What bytes of UTF-8 do not hold: half of a pair of surrogates. */
const HALF_PAIR = /\p{Surrogate}/u;

const encoder = new TextEncoder();

/**
 * The rows with their values in these columns; null where they cannot be packed: for a value with NUL or half
 * of a pair of surrogates, and for more bytes than have a place.
 */
export function packedRows(rows: readonly RowValues[], own: readonly number[]): PackedRows | null {
  const withNull = new Set<number>();
  const texts: string[] = [];
  for (const row of rows)
    for (let column = 0; column < own.length; column += 1) {
      const value = row[own[column] ?? 0] ?? null;
      if (value === null) withNull.add(column);
      const text = value === null ? NULL_TEXT : textOf(value);
      if (value !== null && text.includes(NULL_TEXT)) return null;
      texts.push(text);
    }
  const all = texts.join('');
  const head = texts.length * ENTRY;
  const size = Buffer.byteLength(all);
  if (head + size > PLACE_MOST) return null;

  const bytes = new Uint8Array(head + size);
  encoder.encodeInto(all, bytes.subarray(head));
  const isPlain = size === all.length;
  if (!isPlain && HALF_PAIR.test(all)) return null;
  let place = head + 1;
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    const length = isPlain ? text.length : Buffer.byteLength(text);
    if (length > LENGTH_MOST) return null;
    writeDigits(bytes, at * ENTRY, PLACE_DIGITS, place);
    writeDigits(bytes, at * ENTRY + PLACE_DIGITS, LENGTH_DIGITS, length);
    place += length;
  }
  return { bytes, numbers: numbersTo(rows.length), withNull: [...withNull] };
}

/** The text of a value as the column's affinity reads it back. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' ? value : String(value as number);
}

function writeDigits(bytes: Uint8Array, at: number, count: number, value: number): void {
  let rest = value;
  for (let digit = at + count - 1; digit >= at; digit -= 1) {
    bytes[digit] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

const numbersKept = new Map<number, string>();

function numbersTo(count: number): string {
  const known = numbersKept.get(count);
  if (known !== undefined) return known;
  const numbers = `[${Array.from({ length: count }, (_, number) => number).join(',')}]`;
  numbersKept.set(count, numbers);
  return numbers;
}

const INSERT = /^(insert (?:or ignore )?into \S+ \(.*\)) values $/;

/** The text of an insert that takes packed rows. */
export interface PackedInsert {
  readonly into: string;
  /** Columns in their order: what stands in the text, '?' for shared values, null for packed ones. */
  readonly literals: readonly (string | null)[];
}

/** The insert of packed rows, from the insert of one row; null where there is none of that form. */
export function packedInsertOf(
  { head, row }: InsertText,
  { own, shared }: BoundColumns,
): PackedInsert | null {
  const into = INSERT.exec(head)?.[1];
  if (into === undefined || own.length === 0) return null;
  const literals: (string | null)[] = row.slice(1, -1).split(', ');
  for (const index of shared) literals[index] = '?';
  for (const index of own) literals[index] = null;
  return { into, literals };
}

/** The statement. Its parameters are the shared values, the bytes, and the numbers of the rows. */
export function packedInsertText({ into, literals }: PackedInsert, withNull: readonly number[]): string {
  const columns = literals.filter((literal) => literal === null).length;
  let column = 0;
  const values = literals.map((literal) => {
    if (literal !== null) return literal;
    const text = valueAt(column, columns);
    const value = withNull.includes(column) ? `nullif(${text}, char(0))` : text;
    column += 1;
    return value;
  });
  return `${into} select ${values.join(', ')} from (select ? as bytes) pack, json_each(?) number`;
}

/** The text of a column in the row that is read. */
function valueAt(column: number, columns: number): string {
  const digits = (from: number, count: number): string =>
    `cast(substr(bytes, number.value * ${columns * ENTRY} + ${column * ENTRY + from}, ${count}) as integer)`;
  const place = digits(1, PLACE_DIGITS);
  const length = digits(1 + PLACE_DIGITS, LENGTH_DIGITS);
  return `cast(substr(bytes, ${place}, ${length}) as text)`;
}
