/**
 * Rows that SQLite takes as one parameter, a text of JSON (sqlite.org/json1.html): binding each value of each
 * row costs a sixth of an import, and more where values go to a thread one by one.
 */
import { SqliteAdapter } from 'kysely';
import type { Db } from './engine.js';
import type { BoundColumns, InsertText, RowValues } from './insert-text.js';

/** Rows of one statement: so many take about twenty milliseconds. */
export const ROWS_OF_JSON = 1_000;

/** True where the database reads rows from JSON. */
export function takesRowsAsJson(db: Db): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** Signs that SQLite's JSON and its text do not hold alike: NUL, and half of a pair of surrogates. */
const NOT_ALIKE = /\\u(?:0000|d[89a-f])/i;

const encoder = new TextEncoder();

/** The text of the rows as bytes of UTF-8; null where it would not be read as they are. */
export function jsonOf(rows: readonly RowValues[], bound: readonly number[]): Uint8Array | null {
  const text = JSON.stringify(rows.map((values) => bound.map((index) => values[index])));
  return NOT_ALIKE.test(text) ? null : encoder.encode(text);
}

const INSERT = /^(insert (?:or ignore )?into \S+ \(.*\)) values $/;

/**
 * The statement that inserts rows of JSON, from their insert; null where there is none of that form. Its
 * parameters are the shared values, then the JSON.
 */
export function jsonInsertOf({ head, row }: InsertText, { own, shared }: BoundColumns): string | null {
  const into = INSERT.exec(head)?.[1];
  if (into === undefined || own.length === 0) return null;
  const literals = row.slice(1, -1).split(', ');
  for (const index of shared) literals[index] = '?';
  for (const [place, index] of own.entries()) literals[index] = `value ->> ${place}`;
  return `${into} select ${literals.join(', ')} from json_each(cast(? as text))`;
}
