/** Reads files of numbers that must not be called, line by line as they stream. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { LIMITS, isE164 } from '@outdial/core';
import { readingError, listError } from '../errors.js';
import { callingCodeOf } from '../numbers/numbering-plan.js';
import { readNumber } from '../numbers/phone-number.js';
import { openRejectsFile, type RejectedRow, type RejectsSink } from '../rejects/rejects-file.js';

/** How a file of numbers is read. */
export interface NumberFileOptions {
  /** ISO country of numbers written without a country code. */
  readonly defaultCountry: string;
  /** Called with each number as an integer key: the digits of its E.164 form, e.g. 12025550100. */
  readonly add: (key: number) => void;
  /**
   * Lines that hold no number go here as CSV (line, status, field, value, problem, remedy); the file is made
   * when there is one.
   */
  readonly rejectedFile: string;
}

/** What a file of numbers contained. */
export interface NumberFileReport {
  /** Lines that are neither blank nor comment nor header. */
  readonly lines: number;
  readonly numbers: number;
  readonly rejected: number;
}

const LF = 10;
const CR = 13;
const COMMA = 44;
const ZERO = 48;
/** A longer line is not a number: it is rejected without being kept. */
const LONGEST_LINE = LIMITS.doNotCallLine.max;
const VALUE_SHOWN = 80;

/**
 * Reads a file of telephone numbers as it streams, so its length does not matter: one number a line in E.164
 * or as it is dialed in `defaultCountry`; area code and seven digits ('201,5551234', the format of the US
 * registry); or CSV with a header that names a column of numbers, else the first column. Names that end in
 * `.gz` are decompressed. Nothing is lost: a line that holds no number is in the rejected file, with the
 * remedy.
 *
 * @throws when the file cannot be read, or is no text.
 */
export async function readNumberFile(path: string, options: NumberFileOptions): Promise<NumberFileReport> {
  await rm(options.rejectedFile, { force: true });
  const reader = new NumberLines(options);
  try {
    const file = createReadStream(path, { highWaterMark: 1 << 20 });
    const bytes: AsyncIterable<Buffer> = path.endsWith('.gz')
      ? file.pipe(createGunzip({ chunkSize: 1 << 20 }))
      : file;
    for await (const chunk of bytes) reader.take(chunk);
    return reader.end();
  } catch (error) {
    throw readingError(error, path);
  } finally {
    reader.close();
  }
}

/** Cuts bytes into lines and lines into numbers. */
class NumberLines {
  readonly #options: NumberFileOptions;
  readonly #isNanp: boolean;
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;
  #line = 0;
  #lines = 0;
  #numbers = 0;
  #rejected = 0;
  #columns: Columns | null = null;
  #begun = false;
  #waiting: RejectedRow[] = [];
  #sink: RejectsSink | null = null;

  constructor(options: NumberFileOptions) {
    this.#options = options;
    this.#isNanp = callingCodeOf(options.defaultCountry) === '1';
  }

  take(chunk: Buffer): void {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#begun) {
      if (bytes.length < 4) {
        this.#rest = bytes;
        return;
      }
      bytes = textOnly(bytes);
      this.#begun = true;
    }
    let start = 0;
    for (let end = bytes.indexOf(LF, start); end >= 0; end = bytes.indexOf(LF, start)) {
      this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#rest = this.#shortened(bytes.subarray(start));
    this.#flush();
  }

  end(): NumberFileReport {
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length);
    this.#flush();
    return { lines: this.#lines, numbers: this.#numbers, rejected: this.#rejected };
  }

  close(): void {
    this.#sink?.close();
  }

  /** What is left of a chunk; of a line without end only its beginning is kept. */
  #shortened(rest: Buffer): Buffer {
    if (rest.length <= LONGEST_LINE) return Buffer.from(rest);
    this.#skipping = true;
    return Buffer.from(rest.subarray(0, LONGEST_LINE));
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    this.#line += 1;
    const stop = end > start && bytes[end - 1] === CR ? end - 1 : end;
    const key = this.#isNanp && this.#columns === null ? quickKey(bytes, start, stop) : 0;
    if (key > 0) {
      this.#lines += 1;
      this.#numbers += 1;
      this.#options.add(key);
      return;
    }
    const tooLong = this.#skipping || stop - start > LONGEST_LINE;
    this.#skipping = false;
    this.#takeText(bytes.toString('latin1', start, Math.min(stop, start + LONGEST_LINE)).trim(), tooLong);
  }

  #takeText(text: string, tooLong: boolean): void {
    if (text === '' || text.startsWith('#')) return;
    const fields = tooLong
      ? [text]
      : text.split(/[,;\t|]/).map((field) =>
          field
            .trim()
            .replace(/^"(.*)"$/, '$1')
            .trim(),
        );
    if (this.#lines === 0 && this.#columns === null && !tooLong && isHeader(fields)) {
      this.#columns = columnsOf(fields);
      return;
    }
    this.#lines += 1;
    const reading = tooLong
      ? TOO_LONG
      : this.#read(this.#columns === null ? text : '', numberIn(fields, this.#columns));
    if (typeof reading === 'number') {
      this.#numbers += 1;
      this.#options.add(reading);
      return;
    }
    this.#rejected += 1;
    this.#waiting.push({
      line: this.#line,
      status: 'rejected',
      field: 'phone',
      value: text.slice(0, VALUE_SHOWN),
      ...reading,
    });
  }

  /** The key of a number, or what is wrong with it. */
  #read(line: string, written: string): number | Problem {
    const digits = written.replace(/[\s().\-/]/g, '');
    if (this.#isNanp && /^(\+?1)?[2-9]\d{2}[2-9]\d{6}$/.test(digits))
      return Number(digits.length === 10 ? `1${digits}` : digits.replace('+', ''));
    const reading = readNumber(written, this.#options.defaultCountry);
    if (reading.ok) return Number(reading.phone.slice(1));
    // A list of people who must not be called may hold numbers that the numbering plan does not know yet:
    // written in E.164 they stand.
    if (isE164(digits) && !digits.startsWith('+1')) return Number(digits.slice(1));
    return {
      problem: written === '' && line === '' ? 'the column of numbers is empty' : reading.problem,
      remedy: reading.remedy,
    };
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    this.#sink ??= openRejectsFile(this.#options.rejectedFile, 0);
    this.#sink.write(this.#waiting);
    this.#waiting = [];
  }
}

type Problem = { readonly problem: string; readonly remedy: string };

const TOO_LONG: Problem = {
  problem: 'the line is longer than any number',
  remedy: 'write one number a line',
};

/**
 * The key of a plain North American line: '2015551234', '12015551234' or '201,5551234'; 0 for anything else.
 */
function quickKey(bytes: Buffer, start: number, end: number): number {
  const length = end - start;
  if (length < 10 || length > 11) return 0;
  const hasComma = length === 11 && bytes[start + 3] === COMMA;
  const hasOne = length === 11 && !hasComma;
  if (hasOne && bytes[start] !== ZERO + 1) return 0;
  let key = 1;
  for (let at = hasOne ? start + 1 : start, place = 0; at < end; at += 1) {
    if (hasComma && at === start + 3) continue;
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return 0;
    // Neither area codes nor exchanges begin with 0 or 1.
    if (digit < 2 && (place === 0 || place === 3)) return 0;
    key = key * 10 + digit;
    place += 1;
  }
  return key;
}

/** Text in UTF-8 or Latin-1, without its byte-order mark. @throws for archives and UTF-16. */
function textOnly(bytes: Buffer): Buffer {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)
    throw listError('number-file-unreadable', { reason: 'it is a ZIP archive', what: 'Unpack it first' });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw listError('number-file-unreadable', {
      reason: 'it is compressed',
      what: "Give it a name that ends in '.gz'",
    });
  if (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes.subarray(0, 64).includes(0)
  )
    throw listError('number-file-unreadable', { reason: 'it is not plain text', what: 'Save it as UTF-8' });
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Where the number is in a row: one column, or area code and the rest. */
interface Columns {
  readonly number: number;
  readonly areaCode: number | null;
}

const NUMBER_COLUMN = /phone|number|tel|mobile|cell|msisdn/i;

/**
 * A first row of words without a number in it; a single word must name a column of numbers, else it is a line
 * like any other.
 */
function isHeader(fields: readonly string[]): boolean {
  const isWords =
    fields.some((field) => /[a-z]/i.test(field)) &&
    fields.every((field) => field.replace(/\D/g, '').length < 7);
  return isWords && (fields.length > 1 || NUMBER_COLUMN.test(fields[0] ?? ''));
}

function columnsOf(headers: readonly string[]): Columns {
  const areaCode = headers.findIndex((header) => /area|npa/i.test(header));
  const number = headers.findIndex((header, index) => index !== areaCode && NUMBER_COLUMN.test(header));
  return { number: number < 0 ? 0 : number, areaCode: areaCode < 0 || areaCode === number ? null : areaCode };
}

function numberIn(fields: readonly string[], columns: Columns | null): string {
  if (columns)
    return (
      (columns.areaCode === null ? '' : (fields[columns.areaCode] ?? '')) + (fields[columns.number] ?? '')
    );
  const [first = '', second = ''] = fields;
  return /^\d{3}$/.test(first) && /^\d{3}-?\d{4}$/.test(second) ? first + second : first;
}
