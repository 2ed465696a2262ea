/** Reads files of numbers that must not be called, line by line as they stream. */
import { rm } from 'node:fs/promises';
import { LIMITS } from '@outdial/core';
import { readingError, listError } from '../errors.js';
import { callingCodeOf } from '../numbers/numbering-plan.js';
import { openRejectedLines, type RejectedLines } from '../rejects/rejected-lines.js';
import type { RejectedRow } from '../rejects/rejected-row.js';
import { unreadEntry } from './number-entry.js';
import type { NumberEntry } from './number-entry.js';
import { openNumberFile } from './open-number-file.js';
import { NumberLineReader } from './read-number-line.js';
import { JsonNumbers, isJsonOfNumbers } from './json-numbers.js';
import { XmlNumbers } from './xml-numbers.js';

/** How a file of numbers is read. */
export interface NumberFileOptions {
  /** ISO country of numbers written without a country code. */
  readonly defaultCountry: string;
  /**
   * Called with each number as an integer key: the digits of its E.164 form, e.g. 12025550100. `on`: epoch
   * ms of the day of the request where a column says it, else null.
   */
  readonly add: (key: number, on: number | null) => void;
  /** Called with each number that left the list, by a change list. Absent: such numbers are counted only. */
  readonly remove?: (key: number) => void;
  /** Called with the first and the last key of a range ('202*'). Absent: a range is rejected. */
  readonly addRange?: (first: number, last: number) => void;
  /**
   * Lines that hold no number go here as CSV (line, status, field, value, problem, remedy); the file is made
   * when there is one.
   */
  readonly rejectedFile: string;
  /** Instant at which the file is entered, epoch ms: it says which years of dates are recent. @default now */
  readonly at?: number;
}

/** What a file of numbers contained. */
export interface NumberFileReport {
  /** Lines that say something: neither blank nor comment, header nor total. */
  readonly lines: number;
  /** Numbers that must not be called. */
  readonly numbers: number;
  /** Numbers that left the list, by a change list. */
  readonly removed: number;
  /** Numbers that the file says are on no list: results of a look-up. */
  readonly free: number;
  /** Ranges of numbers. */
  readonly ranges: number;
  /** Lines of which something could not be read: the list is not whole without them. */
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
 * Reads a file of telephone numbers as it streams, so its length does not matter. One number a line or
 * several; with a header, or other columns before the number; the text and XML of the registries of the US
 * and Canada, with their change lists; results of look-ups with columns of flags. Plain, gzip or ZIP; any
 * line end; UTF-16. Nothing is lost: a line of which something cannot be read is in the rejected file, with
 * the remedy.
 *
 * @throws when the file cannot be read, or is not text.
 */
export async function readNumberFile(path: string, options: NumberFileOptions): Promise<NumberFileReport> {
  await rm(options.rejectedFile, { force: true });
  const collector = new Collector(options);
  const { defaultCountry: country, at = Date.now() } = options;
  try {
    for await (const { name, bytes } of openNumberFile(path)) {
      const reader = new NumberLines({ country, at }, collector, name);
      for await (const piece of bytes) {
        reader.take(piece);
        collector.flush();
      }
      reader.end();
      collector.flush();
    }
    return collector.report;
  } catch (error) {
    throw readingError(error, path);
  } finally {
    collector.close();
  }
}

/** Counts what was read, hands it on, and keeps what was not. */
class Collector {
  readonly #options: NumberFileOptions;
  readonly #report = { lines: 0, numbers: 0, removed: 0, free: 0, ranges: 0, rejected: 0 };
  #waiting: RejectedRow[] = [];
  #rejected: RejectedLines | null = null;

  constructor(options: NumberFileOptions) {
    this.#options = options;
  }

  get report(): NumberFileReport {
    return { ...this.#report };
  }

  /** A number that needs no second look. */
  key(key: number): void {
    this.#report.lines += 1;
    this.#report.numbers += 1;
    this.#options.add(key, null);
  }

  entry(line: number, text: string, entry: NumberEntry, field = 'phone'): void {
    this.#report.lines += 1;
    const { listed, ranges, isRemoval, isFree } = entry;
    const numbers = listed.length;
    if (isFree) this.#report.free += numbers;
    else if (isRemoval) {
      this.#report.removed += numbers;
      for (const key of keysOf(listed)) this.#options.remove?.(key);
    } else {
      this.#report.numbers += numbers;
      for (const key of keysOf(listed)) this.#options.add(key, entry.on);
    }
    const problem = entry.problem ?? this.#ranges(ranges, isRemoval || isFree);
    if (!problem) return;
    this.#report.rejected += 1;
    this.#waiting.push({ line, status: 'rejected', field, value: text.slice(0, VALUE_SHOWN), ...problem });
  }

  #ranges(ranges: NumberEntry['ranges'], isLeaving: boolean): NumberEntry['problem'] {
    if (ranges.length === 0) return null;
    const { addRange } = this.#options;
    if (addRange && !isLeaving) {
      for (const { first, last } of ranges) addRange(first, last);
      this.#report.ranges += ranges.length;
      return null;
    }
    return {
      problem: 'it stands for a range of numbers, which is not read here',
      remedy: "make a set file of it by 'outdial dnc build' and name that under doNotCall.lists",
    };
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#rejected ??= openRejectedLines(this.#options.rejectedFile);
    this.#rejected.write(this.#waiting);
    this.#waiting = [];
  }

  close(): void {
    this.#rejected?.close();
  }
}

function* keysOf(listed: NumberEntry['listed']): Generator<number> {
  for (const phones of listed) for (const phone of phones) yield Number(phone.slice(1));
}

/** Cuts bytes into lines and lines into numbers. */
class NumberLines {
  readonly #collector: Collector;
  readonly #country: string;
  readonly #isNanp: boolean;
  readonly #lines: NumberLineReader;
  readonly #field: string;
  /** Reads a file that has no lines: XML or JSON. */
  #marked: XmlNumbers | JsonNumbers | null = null;
  #hasNumber = false;
  readonly #decoder = new TextDecoder();
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;
  #line = 0;
  #begun = false;
  #lineEnd = LF;

  constructor(
    { country, at }: { readonly country: string; readonly at: number },
    collector: Collector,
    name: string | undefined,
  ) {
    this.#country = country;
    this.#collector = collector;
    this.#isNanp = callingCodeOf(country) === '1';
    this.#lines = new NumberLineReader(country, at);
    this.#field = name === undefined ? 'phone' : `phone in ${name}`;
  }

  take(piece: Uint8Array): void {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#begun) {
      bytes = this.#begin(bytes);
      this.#begun = true;
    }
    if (this.#marked) {
      this.#rest = Buffer.alloc(0);
      this.#takeMarked(this.#marked, this.#decoder.decode(bytes, { stream: true }));
      return;
    }
    let start = 0;
    for (let end = bytes.indexOf(this.#lineEnd, start); end >= 0; end = bytes.indexOf(this.#lineEnd, start)) {
      this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#rest = this.#shortened(bytes.subarray(start));
  }

  end(): void {
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length);
    this.#marked?.end();
    if (this.#marked && !this.#hasNumber)
      throw listError('number-file-unreadable', {
        reason: 'its tags or names hold no telephone number',
        what: 'Save it as a text file, one number a line',
      });
  }

  /** Without the mark of UTF-8; a file with CR alone has no other line ends. */
  #begin(bytes: Buffer): Buffer {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const text = hasMark ? bytes.subarray(3) : bytes;
    if (!text.includes(LF) && text.includes(CR)) this.#lineEnd = CR;
    const start = text.toString('latin1', 0, 256);
    if (/^\s*<[?!a-z]/i.test(start)) this.#marked = new XmlNumbers(this.#country);
    else if (isJsonOfNumbers(start)) this.#marked = new JsonNumbers(this.#country);
    return text;
  }

  #takeMarked(marked: XmlNumbers | JsonNumbers, text: string): void {
    for (const { line, text: number, entry } of marked.take(text)) {
      this.#hasNumber = true;
      this.#collector.entry(line, number, entry, this.#field);
    }
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
    const key = this.#isNanp && !this.#lines.hasColumns ? quickKey(bytes, start, stop) : 0;
    if (key > 0) {
      this.#lines.pass();
      this.#collector.key(key);
      return;
    }
    const tooLong = this.#skipping || stop - start > LONGEST_LINE;
    this.#skipping = false;
    const text = bytes.toString('utf8', start, Math.min(stop, start + LONGEST_LINE));
    if (tooLong) return this.#collector.entry(this.#line, text.trim(), TOO_LONG, this.#field);
    // A CR within the line ends one, too.
    for (const line of text.split('\r')) this.#takeText(line.trim());
  }

  #takeText(text: string): void {
    const entry = text === '' ? null : this.#lines.read(text);
    if (entry) this.#collector.entry(this.#line, text, entry, this.#field);
  }
}

const TOO_LONG: NumberEntry = unreadEntry('the line is longer than any number', 'write one number a line');

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
