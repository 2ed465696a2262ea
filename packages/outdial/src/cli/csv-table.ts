/** Reads a small CSV file that a command takes: a header line, then rows with cells by name. */
import { detectDelimiter, plainCell, readRecords } from '@outdial/lists';
import { CommandError } from './command-errors.js';

/** A row of such a file. */
export interface CsvTableRow {
  /** From 1, the header included. */
  readonly line: number;
  /** The text under a header, without blanks around it; '' where there is none. */
  readonly cell: (header: string) => string;
}

/** The headers that a command reads. */
export interface CsvColumns {
  readonly needed: readonly string[];
  /** One of these is needed. */
  readonly oneOf?: readonly string[];
  /** All others that are read; absent: others are left alone, as in a file of another company. */
  readonly further?: readonly string[];
}

/**
 * Reads the rows of a file. Headers are compared in small letters; one column may say 'phone' for 'number'.
 *
 * @throws `column-missing` where a header is not there, `column-unknown` where one would be left unread (a
 *   misspelt 'expires' makes a consent that never ends), `lines-unusable` for a quotation mark that is never
 *   closed
 */
export async function readCsvTable(text: string, columns: CsvColumns): Promise<readonly CsvTableRow[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/, 2);
  const delimiter = detectDelimiter(lines);
  let headers: readonly string[] | undefined;
  const rows: CsvTableRow[] = [];
  for await (const { line, fields, broken } of readRecords(whole(text.replace(/^\uFEFF/, '')), delimiter)) {
    if (broken !== undefined)
      throw new CommandError('lines-unusable', {
        path: 'the file',
        problems: `line ${line}: a quotation mark is never closed`,
      });
    const cells = fields.map((field) => plainCell(field).trim());
    if (headers === undefined) {
      headers = named(cells.map((header) => header.toLowerCase()));
      checkHeaders(headers, columns);
      continue;
    }
    const known = headers;
    if (cells.some((value) => value !== ''))
      rows.push({ line, cell: (header) => cells[known.indexOf(header)] ?? '' });
  }
  return rows;
}

function checkHeaders(headers: readonly string[], { needed, oneOf = [], further }: CsvColumns): void {
  const missing = needed.filter((header) => !headers.includes(header));
  if (oneOf.length > 0 && !oneOf.some((header) => headers.includes(header))) missing.push(oneOf.join(' or '));
  if (missing.length > 0) throw new CommandError('column-missing', { columns: missing.join(', ') });
  if (further === undefined) return;
  const read = [...needed, ...oneOf, ...further];
  const unknown = headers
    .filter((header) => header !== '' && !read.includes(header))
    .concat(read.filter((header) => isTwice(headers, header)).map((header) => `a second ${header}`));
  if (unknown.length > 0)
    throw new CommandError('column-unknown', { columns: unknown.join(', '), known: read.join(', ') });
}

/** What other systems call the column of the telephone number. */
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  'phone',
  'phone number',
  'phone_number',
  'telephone',
  'telephone number',
]);

function named(headers: readonly string[]): readonly string[] {
  const other = headers.filter((header) => NUMBER_WORDS.has(header));
  if (other.length !== 1 || headers.includes('number')) return headers;
  return headers.map((header) => (NUMBER_WORDS.has(header) ? 'number' : header));
}

function isTwice(headers: readonly string[], header: string): boolean {
  return headers.indexOf(header) !== headers.lastIndexOf(header);
}

async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
