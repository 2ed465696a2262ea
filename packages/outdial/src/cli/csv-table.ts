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

/**
 * Reads the rows of a file. Headers are compared in small letters. @throws `column-missing` where one of the
 * `needed` headers is not there, `lines-unusable` for a quotation mark that is never closed
 */
export async function readCsvTable(text: string, needed: readonly string[]): Promise<readonly CsvTableRow[]> {
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
      headers = cells.map((header) => header.toLowerCase());
      const missing = needed.filter((header) => headers?.includes(header) !== true);
      if (missing.length > 0) throw new CommandError('column-missing', { columns: missing.join(', ') });
      continue;
    }
    const known = headers;
    if (cells.some((value) => value !== ''))
      rows.push({ line, cell: (header) => cells[known.indexOf(header)] ?? '' });
  }
  return rows;
}

async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
