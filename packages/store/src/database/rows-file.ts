/**
 * Rows that a server takes as a file from its client (LOAD DATA LOCAL INFILE): it reads lines of values and
 * no SQL, which halves its work and most of ours. What the file holds is made in memory; no file is read or
 * written.
 */
import { Readable } from 'node:stream';
import type { Db } from './engine.js';
import { inChunks } from './in-chunks.js';
import type { BoundColumns, InsertText, RowValues } from './insert-text.js';

/** Whether the server of a database takes files, by the adapter. */
const takers = new WeakMap<object, boolean>();

/** Notes that the server takes rows as a file, unless it found fault with one before. */
export function allowRowFiles(db: Db): void {
  const { adapter } = db.getExecutor();
  if (!takers.has(adapter)) takers.set(adapter, true);
}

/** Notes that the server found fault with a file: from now on rows are inserted by statements. */
export function refuseRowFiles(db: Db): void {
  takers.set(db.getExecutor().adapter, false);
}

/** True where the server takes rows as a file. */
export function takesRowFiles(db: Db): boolean {
  return takers.get(db.getExecutor().adapter) === true;
}

/** Rows of one piece of the file: about 64 kB. */
const ROWS_A_PIECE = 256;
/** Signs that part lines and values, and what the server reads as a sign. */
const READ_OTHERWISE = /[\\\t\n\r\0]/;
const EVERY_SIGN = /[\\\t\n\r\0]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};

/** The lines of such a file, as a parameter of the statement that asks for it. */
export class RowsFile {
  /** How many rows. */
  readonly length: number;
  readonly #pieces: readonly Buffer[];

  /**
   * `bound`: places of the values that stand in the file. The lines are made at once, while the server is
   * still at the statement before.
   */
  constructor(rows: readonly RowValues[], bound: readonly number[]) {
    this.length = rows.length;
    this.#pieces = [...inChunks(rows, ROWS_A_PIECE)].map((some) =>
      Buffer.from(some.map((values) => lineOf(values, bound)).join('')),
    );
  }

  /** The lines. */
  stream(): Readable {
    return Readable.from(this.#pieces, { objectMode: false });
  }
}

function lineOf(values: RowValues, bound: readonly number[]): string {
  let line = '';
  for (const index of bound) line += line === '' ? written(values[index]) : `\t${written(values[index])}`;
  return `${line}\n`;
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value as number);
  return READ_OTHERWISE.test(value) ? value.replace(EVERY_SIGN, (sign) => ESCAPED[sign] ?? sign) : value;
}

const INSERT = /^insert into (\S+) \((.*)\) values $/;

/**
 * The statement that loads rows, from the insert of them; null where there is none of that form. Its
 * parameters are the shared values.
 */
export function loadTextOf({ head, row }: InsertText, { own, shared }: BoundColumns): string | null {
  const [, table, names] = INSERT.exec(head) ?? [];
  if (table === undefined || names === undefined || own.length === 0) return null;
  const columns = names.split(', ');
  const literals = row.slice(1, -1).split(', ');
  for (const index of shared) literals[index] = '?';
  const isOwn = new Set(own);
  const set = columns.flatMap((name, index) =>
    isOwn.has(index) ? [] : [`${name} = ${literals[index] ?? 'null'}`],
  );
  return (
    `load data local infile 'rows' into table ${table} character set utf8mb4 ` +
    `(${own.map((index) => columns[index]).join(', ')})${set.length > 0 ? ` set ${set.join(', ')}` : ''}`
  );
}
