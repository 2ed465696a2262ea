/** The rows of a file, whatever it is: text in any encoding, a workbook, JSON, packed or not. */
import { countOf, LIMITS } from '@outdial/core';
import { checkText, fileKind, notAList } from '../files/file-kind.js';
import { gunzipped } from '../files/unpack.js';
import { ZipArchive } from '../files/zip-archive.js';
import { detectDelimiter } from '../records/detect-delimiter.js';
import { LINE_END, LineCutter } from '../records/read-lines.js';
import { readRecordBatches } from '../records/read-records.js';
import type { CsvRecord } from '../records/read-records.js';
import { decodeText } from '../text/decode-text.js';
import type { EncodingReport } from '../text/decode-text.js';
import { openWorkbook } from '../workbook/open-workbook.js';
import type { Sheet } from '../workbook/open-workbook.js';
import { workbookPath } from '../workbook/workbook-parts.js';
import { isJson, readJsonRows } from './json-rows.js';
import type { TableOptions } from './table-options.js';

/** The rows of a file with how they were read. */
export interface FileRows {
  /** 'CSV', 'fixed width', 'JSON' or 'workbook', with what it was packed in. */
  readonly format: string;
  /** Filled while the rows are read. */
  readonly encoding: EncodingReport;
  /** '' where rows are not parted by a sign. */
  readonly delimiter: string;
  readonly batches: AsyncIterable<readonly CsvRecord[]>;
  /** What the user should look at; filled while the rows are read. */
  readonly warnings?: () => readonly string[];
  /** The sheet, where the file is a workbook. */
  readonly sheet?: Pick<Sheet, 'name' | 'others' | 'isFrom1904'>;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Bytes looked at to tell what a file is. */
const LOOK = 4_096;

/** Opens the rows of a file. `source`: its bytes, or text. */
export async function openRows(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: TableOptions,
): Promise<FileRows> {
  return openBytes(asBytes(source), options, []);
}

async function* asBytes(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function openBytes(
  source: Bytes,
  options: TableOptions,
  packing: readonly string[],
): Promise<FileRows> {
  const { start, all } = await peeked(source);
  if (packing.length > 2) throw notAList('packed several times', 'Unpack it first');
  switch (fileKind(start)) {
    case 'gzip':
      return openBytes(gunzipped(all), options, [...packing, 'gzip']);
    case 'zip':
      return openArchive(await ZipArchive.open(all), options, packing);
    default:
      return openText(all, options, packing);
  }
}

async function openArchive(
  archive: ZipArchive,
  options: TableOptions,
  packing: readonly string[],
): Promise<FileRows> {
  const workbook = await workbookPath(archive);
  if (workbook !== null) {
    const sheet = await openWorkbook(archive, workbook, options.sheet);
    const { name, others, rows: batches, warnings } = sheet;
    const further = others.length > 0 ? ` (of ${others.length + 1})` : '';
    const format = ['workbook', `sheet '${name}'${further}`, ...packing].join(', ');
    return { format, encoding: { encoding: 'utf-8' }, delimiter: '', batches, warnings, sheet };
  }
  if (archive.has('xl/workbook.bin')) throw notAList('a binary workbook (.xlsb)', SAVE_AS);
  if (archive.has('[Content_Types].xml') && !archive.has('word/document.xml'))
    throw notAList('a workbook without its parts: it is damaged, or of another program', SAVE_AS);
  if (archive.has('word/document.xml')) throw notAList('a text document (.docx)', SAVE_AS);
  if (archive.has('content.xml') && archive.has('mimetype'))
    throw notAList('an OpenDocument file (.ods or .odt)', SAVE_AS);
  if (archive.has('Index/Document.iwa')) throw notAList('a file of Apple Numbers', SAVE_AS);
  const [only, ...others] = archive.names;
  if (only === undefined) throw notAList('a zip archive without a file', 'Put the list into it');
  if (others.length > 0)
    throw notAList(`a zip archive with ${someOf([only, ...others])}`, 'Unpack it and name one');
  return openBytes(archive.read(only), options, [...packing, 'zip']);
}

const SAVE_AS = 'Save it as .xlsx or as CSV';

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => name.slice(0, 80));
  return `${countOf(names.length, 'file')} (${shown.join(', ')}${names.length > 5 ? ', ...' : ''})`;
}

async function peeked(source: Bytes): Promise<{ readonly start: Uint8Array; readonly all: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < LOOK) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const start = Buffer.concat(chunks);
  const all = async function* (): AsyncGenerator<Uint8Array> {
    if (start.length > 0) yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { start: start.subarray(0, LOOK), all: all() };
}

/** Text looked at to find the delimiter. */
const SNIFFED = 16_384;

async function openText(source: Bytes, options: TableOptions, packing: readonly string[]): Promise<FileRows> {
  const encoding: EncodingReport = { encoding: 'utf-8' };
  const text = decodeText(source, encoding, options.encoding);
  const { start, ended } = await begun(text);
  checkText(start);
  const as = (format: string): string => [format, ...packing].join(', ');
  if (options.widths)
    return {
      format: as('fixed width'),
      encoding,
      delimiter: '',
      batches: fixedRows(joined(start, text), options.widths),
    };
  if (isJson(start))
    return { format: as('JSON'), encoding, delimiter: '', batches: readJsonRows(joined(start, text)) };
  const said = /^"?sep=(.)"?(?=\r|\n)/i.exec(start);
  // The line stays, as a blank one: lines keep their numbers.
  const rest = said ? start.slice(said[0].length) : start;
  const lines = rest.split(LINE_END);
  // The last line may be cut short.
  const whole = (ended ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, 30);
  const delimiter = options.delimiter ?? said?.[1] ?? detectDelimiter(whole);
  return {
    format: as('CSV'),
    encoding,
    delimiter,
    batches: readRecordBatches(joined(rest, text), delimiter),
  };
}

async function begun(
  text: AsyncGenerator<string>,
): Promise<{ readonly start: string; readonly ended: boolean }> {
  let start = '';
  while (start.length < SNIFFED) {
    const next = await text.next();
    if (next.done === true) return { start, ended: true };
    start += next.value;
  }
  return { start, ended: false };
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

/** Lines cut at fixed places. What is behind the last column is a further field. */
async function* fixedRows(
  text: AsyncIterable<string>,
  widths: readonly number[],
): AsyncGenerator<readonly CsvRecord[]> {
  const lines = new LineCutter();
  const rowsOf = (taken: Iterable<{ readonly text: string; readonly line: number }>): CsvRecord[] =>
    [...taken]
      .filter((line) => line.text.trim() !== '')
      .map((line) => ({ line: line.line, fields: cut(line.text, widths) }));
  for await (const piece of text) yield rowsOf(lines.take(piece));
  yield rowsOf(lines.end());
}

function cut(text: string, widths: readonly number[]): string[] {
  const fields: string[] = [];
  let at = 0;
  for (const width of widths) {
    fields.push(text.slice(at, at + width).trim());
    at += width;
  }
  const rest = text.slice(at).trim();
  if (rest !== '') fields.push(rest.slice(0, LIMITS.shownValue.max));
  return fields;
}
