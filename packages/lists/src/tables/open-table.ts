/** Opens a file as a table: its columns with what they hold, and its rows as they stream. */
import { countOf, isOutdialError } from '@outdial/core';
import { columnWarnings, settleColumns } from '../columns/settle-columns.js';
import { unreadValueWarnings } from '../columns/unread-values.js';
import { withNumbersByContent } from '../columns/numbers-by-content.js';
import { mayHoldDates } from '../columns/column-targets.js';
import { checkTargets, namedColumns, requireNumbers } from '../columns/columns.js';
import type { Column } from '../columns/columns.js';
import { plainCell } from '../csv/write-csv-row.js';
import { listError } from '../errors.js';
import type { CsvRecord } from '../records/read-records.js';
import type { EncodingReport } from '../text/decode-text.js';
import { Turns } from '../text/turns.js';
import { serialFrom1900 } from '../workbook/cell-format.js';
import { ShapeCheck } from './check-shape.js';
import type { TableRow } from './check-shape.js';
import { findHeader } from './find-header.js';
import { openRows } from './read-rows.js';
import type { FileRows } from './read-rows.js';
import type { TableOptions } from './table-options.js';

/** A file as a table. */
export interface ListTable {
  /** What the file is: 'CSV', 'CSV, gzip', "workbook, sheet 'Leads'", 'JSON', 'fixed width'. */
  readonly format: string;
  /** Filled while the rows are read. */
  readonly encoding: EncodingReport;
  readonly delimiter: string;
  readonly columns: readonly Column[];
  /** Up to three different values of each column, by its index. */
  readonly samples: readonly (readonly string[])[];
  /** What the user should look at, as sentences; more may come while the rows are read. */
  readonly warnings: () => readonly string[];
  readonly rows: AsyncIterable<readonly TableRow[]>;
}

/** Rows looked at before the first one is read: their values decide what headers leave open. */
const HEAD = 200;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 40;

/**
 * Opens a file as a table. `source`: its bytes, or text.
 *
 * @throws 'list-empty', 'file-not-a-list', 'header-is-data', 'list-without-numbers' and further list errors.
 */
export async function openTable(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: TableOptions = {},
): Promise<ListTable> {
  // What looks at the first rows of a process is not compiled yet, and takes tens of milliseconds.
  const turns = new Turns();
  checkTargets(options.columns ?? {});
  const file = await openRows(source, options);
  const isText = file.format.startsWith('CSV');
  const batches = file.batches[Symbol.asyncIterator]();
  const head = await headOf(batches);
  if (head.length === 0) throw listError('list-empty', {});
  await turns.rest();
  const found = findHeader(head, options);
  await turns.rest();
  const rest = head.slice(found.from);
  const headers = isText ? found.headers : widened(found.headers, rest);
  const sample = rest.map(({ fields }) => fields);
  const named = namedColumns(headers.map(plainCell), options.columns);
  await turns.rest();
  const mapped = withNumbersByContent(named, sample, options.defaultCountry);
  await turns.rest();
  const columns = settleColumns(mapped, sample, options.at ?? Date.now());
  checkNumbers(columns, file);
  const phones = columns.filter(({ target }) => target === 'phone').map(({ index }) => index);
  const check = new ShapeCheck({
    columns: columns.length,
    phones,
    canShift: isText,
    usual: usualLength(sample),
  });
  const warnings = found.note === null ? [] : [found.note];
  for (const column of columns) {
    await turns.rest();
    warnings.push(...columnWarnings([column], sample));
  }
  warnings.push(...unreadValueWarnings(columns, sample));
  return {
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    columns,
    samples: columns.map(({ index }) => samplesOf(index, sample)),
    warnings: () => [...warnings, ...(file.warnings?.() ?? []), ...readingWarnings(file.encoding, check)],
    rows: checkedRows(rest, batches, check, plainRecords(isText, file, columns)),
  };
}

/** Throws where no column has numbers; another sheet of the workbook, or encoding, may have them. */
function checkNumbers(columns: readonly Column[], { sheet, encoding }: FileRows): void {
  try {
    requireNumbers(columns);
  } catch (error) {
    const isOther = !isOutdialError(error) || error.code !== 'list-without-numbers';
    if (!isOther && encoding.isDoubtful === true)
      throw listError('list-encoding-doubtful', { encoding: encoding.encoding }, { cause: error });
    if (isOther || sheet === undefined || sheet.others.length === 0) throw error;
    const sheets = sheet.others.map((name) => `'${name.slice(0, 80)}'`).join(', ');
    throw listError('sheet-without-numbers', { sheet: sheet.name, sheets }, { cause: error });
  }
}

/** How the records of a file become plain: without what guards cells, and with days counted from 1900. */
function plainRecords(
  isText: boolean,
  { sheet }: FileRows,
  columns: readonly Column[],
): (record: CsvRecord) => CsvRecord {
  if (isText) return unguarded;
  if (sheet?.isFrom1904 !== true) return (record) => record;
  const dated = columns.filter(({ target }) => mayHoldDates(target)).map(({ index }) => index);
  return (record) => {
    const fields = [...record.fields];
    for (const index of dated) if (index < fields.length) fields[index] = serialFrom1900(fields[index] ?? '');
    return { ...record, fields };
  };
}

/** How many values most rows have; of two that are as frequent, fewer. */
function usualLength(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (isMore(one, most) ? one : most), [0, 0])[0];
}

type Counted = readonly [values: number, rows: number];

function isMore([values, rows]: Counted, [fewer, most]: Counted): boolean {
  return rows === most ? values < fewer : rows > most;
}

async function headOf(batches: AsyncIterator<readonly CsvRecord[]>): Promise<CsvRecord[]> {
  const head: CsvRecord[] = [];
  while (head.length < HEAD) {
    const next = await batches.next();
    if (next.done === true) break;
    head.push(...next.value);
  }
  return head;
}

/** Cells of a workbook that have no header get a column, too. */
function widened(headers: readonly string[], rows: readonly CsvRecord[]): readonly string[] {
  const most = rows.reduce((width, { fields }) => Math.max(width, fields.length), headers.length);
  return [...headers, ...Array.from({ length: most - headers.length }, () => '')];
}

function samplesOf(index: number, rows: readonly (readonly string[])[]): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = row[index] ?? '';
    if (value !== '') values.add(value.slice(0, SAMPLE_CHARACTERS));
    if (values.size === SAMPLES) break;
  }
  return [...values];
}

async function* checkedRows(
  head: readonly CsvRecord[],
  batches: AsyncIterator<readonly CsvRecord[]>,
  check: ShapeCheck,
  plain: (record: CsvRecord) => CsvRecord,
): AsyncGenerator<readonly TableRow[]> {
  const checked = (records: readonly CsvRecord[]): TableRow[] => {
    const rows: TableRow[] = [];
    for (const record of records) check.take(plain(record), rows);
    return rows;
  };
  yield checked(head);
  for await (const batch of { [Symbol.asyncIterator]: () => batches }) yield checked(batch);
  const last: TableRow[] = [];
  check.end(last);
  yield last;
}

function unguarded(record: CsvRecord): CsvRecord {
  const isGuarded = record.fields.some((field) => field.charCodeAt(0) === 39);
  return isGuarded ? { ...record, fields: record.fields.map(plainCell) } : record;
}

function readingWarnings(report: EncodingReport, { short }: ShapeCheck): string[] {
  const { encoding, unreadable = 0, isDoubtful } = report;
  const warnings: string[] = [];
  if (isDoubtful === true)
    warnings.push(
      `the letters make no words in any encoding that is detected, and were read as ${encoding}: ` +
        "say the encoding, e.g. 'shift_jis', 'gbk' or 'big5'",
    );
  if (unreadable > 0) warnings.push(`${unreadable} characters are not ${encoding} and are shown as '\ufffd'`);
  if (short.rows > 0)
    warnings.push(
      `${countOf(short.rows, 'row ends', 'rows end')} early, the first in line ${short.firstLine}: what ` +
        `is missing is empty`,
    );
  return warnings;
}
