/** Finds the header of a file: the line that names its columns, below titles or not there at all. */
import { countOf } from '@outdial/core';
import { isPhoneHeader } from '../columns/phone-headers.js';
import { plainWords } from '../columns/plain-words.js';
import { listError } from '../errors.js';
import { looksLikeNumber } from '../numbers/looks-like-number.js';
import type { CsvRecord } from '../records/read-records.js';
import type { TableOptions } from './table-options.js';

/** The header, and where the rows begin. */
export interface FoundHeader {
  readonly headers: readonly string[];
  /** Index of the first row of data. */
  readonly from: number;
  /** What was passed over, as a sentence; null: nothing. */
  readonly note: string | null;
}

/** Lines among which the header is looked for. */
const LOOKED_AT = 20;

/**
 * Finds the header among the first records.
 *
 * @throws 'header-is-data' where the first line holds a number where its name should be.
 */
export function findHeader(head: readonly CsvRecord[], options: TableOptions): FoundHeader {
  const first = Math.max(
    0,
    head.findIndex(({ line }) => line > (options.skipLines ?? 0)),
  );
  const skipped =
    options.skipLines === undefined
      ? null
      : `the first ${countOf(options.skipLines, 'line was', 'lines were')} skipped`;
  if (options.header === false) return { headers: positions(head.slice(first)), from: first, note: skipped };
  const at = options.skipLines === undefined ? headerAmong(head, options) : first;
  const found = head[at];
  const titles = head.slice(first, at);
  for (const record of [...titles, ...(found ? [found] : [])]) refuseData(record, options);
  const note =
    titles.length === 0 ? skipped : `the lines before line ${found?.line ?? 0} are titles and were skipped`;
  return { headers: found?.fields ?? [], from: at + 1, note };
}

/** Names by position, as many as most rows have values. */
function positions(rows: readonly CsvRecord[]): string[] {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return Array.from({ length: usual }, (_, index) => `column ${index + 1}`);
}

function headerAmong(head: readonly CsvRecord[], options: TableOptions): number {
  const named = namedPhones(options);
  const at = head
    .slice(0, LOOKED_AT)
    .findIndex(({ fields }) =>
      fields.some((field) => isPhoneHeader(plainWords(field)) || named.has(field.trim().toLowerCase())),
    );
  if (at >= 0) return at;
  // A line with one value above lines with several is a title, whatever names follow it.
  const isTitle = (record: CsvRecord): boolean => valuesOf(record) < 2;
  const firstRow = head.slice(0, LOOKED_AT).findIndex((record) => !isTitle(record));
  return Math.max(0, firstRow);
}

/** Headers that the mapping says hold numbers. */
function namedPhones({ columns = {} }: TableOptions): ReadonlySet<string> {
  const phones = Object.entries(columns).filter(
    ([name, target]) => target === 'phone' && !/^\d+$/.test(name),
  );
  return new Set(phones.map(([name]) => name.trim().toLowerCase()));
}

function valuesOf({ fields }: CsvRecord): number {
  return fields.filter((field) => field !== '').length;
}

function refuseData(record: CsvRecord, { columns = {} }: TableOptions): void {
  const at = record.fields.findIndex((field) => looksLikeNumber(field));
  if (at < 0) return;
  const example = JSON.stringify(Object.keys(columns).length > 0 ? columns : { [String(at + 1)]: 'phone' });
  throw listError('header-is-data', { column: at + 1, example });
}
