/** Cuts CSV text into records as it streams. */
import { LIMITS } from '@outdial/core';
import { Turns } from '../text/turns.js';
import { LineCutter } from './read-lines.js';
import type { TextLine } from './read-lines.js';
import { splitLine } from './split-line.js';
import type { PartialRecord } from './split-line.js';

/** Why a record cannot be read. */
export type RecordFault = 'open-quote' | 'too-long' | 'too-many-fields';

/** One record of a CSV file. `line`: where it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** The beginning of its text, where the record cannot be read. */
  readonly broken?: string;
  /** Why it cannot be read. */
  readonly fault?: RecordFault;
}

/**
 * Lines a quoted field may span. Beyond, the closing quote is missing and only the line of the opening one is
 * lost.
 */
const LINES_MOST = LIMITS.recordLines.max;
/** Characters of one record. */
const CHARACTERS_MOST = LIMITS.recordCharacters.max;
const FIELDS_MOST = LIMITS.recordFields.max;

/**
 * Splits text into records as it streams (RFC 4180, forgiving: any line ending, quotes within fields, quotes
 * never closed). Blank lines, and lines of delimiters alone, are skipped.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  for await (const batch of readRecordBatches(text, delimiter)) yield* batch;
}

/**
 * {@link readRecords} by the piece of text, which is faster. Time grows with the length of the text and
 * memory with that of one record, whatever the text is; the event loop has its turn between pieces.
 */
export async function* readRecordBatches(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[]> {
  const turns = new Turns();
  const lines = new LineCutter();
  const records = new RecordCutter(delimiter);
  for await (const piece of text) {
    const batch: CsvRecord[] = [];
    for (const line of lines.take(piece)) records.take(line, batch);
    if (batch.length > 0) yield batch;
    await turns.rest();
  }
  const last: CsvRecord[] = [];
  for (const line of lines.end()) records.take(line, last);
  records.end(last);
  if (last.length > 0) yield last;
}

/** The sign with which old programs end a text file. */
const END_OF_FILE = '\x1a';

/** Takes lines and gives the records that are complete. */
class RecordCutter {
  readonly #delimiter: string;
  /** Lines of the record that is open, and lines to be read again after one that was broken. */
  #lines: TextLine[] = [];
  /** First line of the open record, and the next line to read, in `#lines`. */
  #start = 0;
  #next = 0;
  #record: PartialRecord = { fields: [], open: null };
  #characters = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take(line: TextLine, out: CsvRecord[]): void {
    this.#lines.push(line);
    this.#run(out);
  }

  /** The text is at its end: what is open stays open. */
  end(out: CsvRecord[]): void {
    while (this.#start < this.#next) {
      this.#break(out, 'open-quote');
      this.#run(out);
    }
  }

  #run(out: CsvRecord[]): void {
    while (this.#next < this.#lines.length) this.#step(this.#lines[this.#next] as TextLine, out);
    if (this.#start === this.#lines.length && this.#start > 0) {
      this.#lines = [];
      this.#start = 0;
      this.#next = 0;
    }
  }

  /**
   * Reads one line. After a mark that was never closed its line is broken and the lines behind it are read
   * again. No line is read more than twice: the mark that opens the next field ends the first reading.
   */
  #step(line: TextLine, out: CsvRecord[]): void {
    const isOpen = this.#next > this.#start;
    this.#next += 1;
    if (!isOpen && line.isCut) return this.#break(out, 'too-long');
    if (!isOpen && !line.text.includes('"')) return this.#plain(line, out);
    this.#characters += line.text.length;
    const isTooMuch = this.#characters > CHARACTERS_MOST || this.#next - this.#start > LINES_MOST;
    if (line.isCut || isTooMuch) return this.#break(out, 'open-quote');
    const end = splitLine(line.text, this.#delimiter, this.#record);
    if (end === 'reopened') return this.#break(out, 'open-quote');
    if (end === 'whole') this.#give(this.#record.fields, out);
  }

  #plain(line: TextLine, out: CsvRecord[]): void {
    if (line.text.trim() !== '') {
      const fields = line.text.split(this.#delimiter, FIELDS_MOST + 1);
      for (let index = 0; index < fields.length; index += 1) fields[index] = (fields[index] as string).trim();
      this.#give(fields, out);
    } else this.#begin(this.#next);
  }

  #give(fields: readonly string[], out: CsvRecord[]): void {
    const first = this.#lines[this.#start] as TextLine;
    if (fields.length > FIELDS_MOST) out.push(brokenAt(first, 'too-many-fields'));
    else if (fields.some((field) => field !== '' && field !== END_OF_FILE))
      out.push({ line: first.line, fields });
    this.#begin(this.#next);
  }

  #break(out: CsvRecord[], fault: RecordFault): void {
    out.push(brokenAt(this.#lines[this.#start] as TextLine, fault));
    this.#begin(this.#start + 1);
  }

  /** The next record begins at this line. */
  #begin(at: number): void {
    this.#start = at;
    this.#next = at;
    this.#record = { fields: [], open: null };
    this.#characters = 0;
  }
}

function brokenAt(line: TextLine, fault: RecordFault): CsvRecord {
  return { line: line.line, fields: [], broken: line.text.slice(0, LIMITS.customField.max), fault };
}
