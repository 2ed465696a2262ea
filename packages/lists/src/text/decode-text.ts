/** Text of files in any encoding that lists come in. */
import { byteTable, decoderOf, encodingName } from './encodings.js';
import type { PieceDecoder } from './encodings.js';
import { detectEncoding } from './detect-encoding.js';
import { Turns } from './turns.js';

/** Filled while the text is read. */
export interface EncodingReport {
  /**
   * Name of the encoding, e.g. 'utf-8', 'utf-16le', 'windows-1252'. 'mixed': UTF-8 with stray bytes of
   * windows-1252, as files pasted together are.
   */
  encoding: string;
  /**
   * Characters that the encoding cannot read; they became '\ufffd'. Not where UTF-8 or one byte a letter was
   * detected.
   */
  unreadable?: number;
  /** True: it was detected, and its letters do not make words. */
  isDoubtful?: true;
}

/** Bytes decoded at once: between two such pieces the rest of the process may run. */
const PIECE = 16_384;
/** Bytes after the first that is not UTF-8, from which the encoding is detected. */
const SAMPLE = 65_536;

/**
 * Decodes a file of unknown encoding as it streams. A byte-order mark decides, or zero bytes at every second
 * place (UTF-16 without a mark). Else every valid UTF-8 sequence is read as UTF-8; other bytes are read by
 * the encoding that fits them best, with one byte a letter or two (of East Asia), wherever the first of them
 * stands. `encoding`: a name; nothing is detected then.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  report: EncodingReport,
  encoding?: string,
): AsyncGenerator<string> {
  const turns = new Turns();
  const decoder = encoding === undefined ? null : new NamedDecoder(encodingName(encoding), report);
  let reader: PieceDecoder | null = decoder;
  let start: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    let bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (!reader) {
      start = joined(start, bytes);
      if (start.length < LOOK) continue;
      reader = readerFor(start, report);
      bytes = start;
    }
    for (let at = 0; at < bytes.length; at += PIECE) {
      const text = reader.decode(bytes.subarray(at, at + PIECE));
      if (text !== '') yield text;
      await turns.rest();
    }
  }
  if (!reader) {
    reader = readerFor(start, report);
    yield reader.decode(start);
  }
  const rest = reader.end();
  if (rest !== '') yield rest;
}

/** Bytes looked at for a mark and for UTF-16 without one. */
const LOOK = 1_024;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : Buffer.concat([a, b]);
}

type Seen = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a mark names, or UTF-16 without one; null where neither is seen. */
export function seenEncoding(start: Uint8Array): Seen | null {
  return markOf(start) ?? wideWithoutMark(start);
}

function readerFor(start: Uint8Array, report: EncodingReport): PieceDecoder {
  const name = seenEncoding(start);
  return name === null || name === 'utf-8' ? new GuessingDecoder(report) : new NamedDecoder(name, report);
}

function markOf(bytes: Uint8Array): Seen | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: digits, commas and line ends have a zero byte, always on the same side. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, LOOK);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(2, length / 12);
  if (odd >= enough && even * 20 < odd) return 'utf-16le';
  return even >= enough && odd * 20 < even ? 'utf-16be' : null;
}

/** Decodes by a name that is known, and counts what it cannot read. */
class NamedDecoder implements PieceDecoder {
  readonly #decoder: PieceDecoder;
  readonly #report: EncodingReport;
  #first = true;

  constructor(name: string, report: EncodingReport) {
    this.#decoder = decoderOf(name);
    this.#report = report;
    report.encoding = name;
    report.unreadable = 0;
  }

  decode(bytes: Uint8Array): string {
    return this.#taken(this.#decoder.decode(bytes));
  }

  end(): string {
    return this.#taken(this.#decoder.end());
  }

  #taken(text: string): string {
    if (text === '') return text;
    const whole = this.#first && text.startsWith('\ufeff') ? text.slice(1) : text;
    this.#first = false;
    if (whole.includes('\ufffd'))
      this.#report.unreadable = (this.#report.unreadable ?? 0) + whole.split('\ufffd').length - 1;
    return whole;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Encodings whose words are of bytes above 7F alone. */
const NOT_LATIN: ReadonlySet<string> = new Set(['windows-1251', 'windows-1253', 'koi8-r']);
/** Bytes that windows-1252 has no sign for; East Asian encodings are full of them. */
const UNASSIGNED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const PAIRS_OF_UNASSIGNED = 3;
/** Bytes from which on pairs say something, and their share above which the letters make no words. */
const OTHERS_LEAST = 4;
const PAIRS_MOST = 0.5;

/** UTF-8 as far as it is valid; from the first byte that is not, what fits. */
class GuessingDecoder implements PieceDecoder {
  readonly #report: EncodingReport;
  #pending: Uint8Array = new Uint8Array(0);
  #first = true;
  #hasUtf8 = false;
  /** Bytes from the first one that is not UTF-8, until there are enough to detect the encoding. */
  #held: Uint8Array[] | null = null;
  #heldBytes = 0;
  #other: { readonly name: string; readonly table: string } | null = null;
  /** Reads everything from the first byte that is not UTF-8, where its letters have two bytes. */
  #wide: NamedDecoder | null = null;
  /** The letters that were held make no words. */
  #isDoubtful = false;
  #hasOther = false;
  /** Bytes that were read by `#other`, and those of them that stand behind another one. */
  #others = 0;
  #pairs = 0;

  constructor(report: EncodingReport) {
    this.#report = report;
    report.encoding = 'utf-8';
  }

  decode(piece: Uint8Array): string {
    if (this.#wide) return this.#wide.decode(piece);
    if (this.#held) return this.#hold(piece);
    let bytes = joined(this.#pending, piece);
    if (this.#first && bytes.length >= 3) {
      this.#first = false;
      if (markOf(bytes) === 'utf-8') bytes = bytes.subarray(3);
    }
    const end = completeUpTo(bytes);
    this.#pending = bytes.slice(end);
    return this.#read(bytes.subarray(0, end));
  }

  end(): string {
    if (this.#wide) return this.#wide.end();
    const last = this.#pending;
    this.#pending = new Uint8Array(0);
    const text = this.#held ? this.#hold(last) : this.#read(last);
    return text + this.#release(true);
  }

  #read(bytes: Uint8Array): string {
    try {
      const text = strict.decode(bytes);
      if (text.length !== bytes.length) this.#seen('utf8');
      return text;
    } catch {
      if (this.#other) return this.#readMixed(bytes, this.#other);
      this.#held = [];
      // What may be the begin of a sequence stands before the next piece.
      const rest = this.#pending;
      this.#pending = new Uint8Array(0);
      return this.#hold(joined(bytes, rest));
    }
  }

  #hold(bytes: Uint8Array): string {
    this.#held?.push(bytes.slice());
    this.#heldBytes += bytes.length;
    return this.#heldBytes >= SAMPLE ? this.#release(false) : '';
  }

  /** Decides the encoding by what was held, and reads it. */
  #release(last: boolean): string {
    if (!this.#held) return '';
    const bytes = Buffer.concat(this.#held);
    this.#held = null;
    const { name, isWide, isDoubtful } = detectEncoding(bytes);
    if (isDoubtful === true) this.#isDoubtful = this.#report.isDoubtful = true;
    if (isWide === true) {
      this.#wide = new NamedDecoder(name, this.#report);
      return this.#wide.decode(bytes) + (last ? this.#wide.end() : '');
    }
    this.#other = { name, table: byteTable(name) };
    const end = last ? bytes.length : completeUpTo(bytes);
    this.#pending = bytes.subarray(end);
    return this.#readMixed(bytes.subarray(0, end), this.#other);
  }

  /** Linear: characters are gathered as UTF-16 and made text at once. */
  #readMixed(bytes: Uint8Array, other: { readonly name: string; readonly table: string }): string {
    const takesUtf8 = other.name === 'windows-1252' || this.#hasUtf8;
    const units = new Uint16Array(bytes.length);
    let count = 0;
    for (let at = 0; at < bytes.length;) {
      const byte = bytes[at] as number;
      const point = byte >= 0x80 && takesUtf8 ? sequenceAt(bytes, at) : -1;
      if (point < 0) {
        units[count++] = byte < 0x80 ? byte : other.table.charCodeAt(byte);
        if (byte >= 0x80) this.#readOther(byte, bytes[at - 1] ?? 0);
        at += 1;
        continue;
      }
      this.#seen('utf8');
      if (point > 0xffff) units[count++] = 0xd800 + ((point - 0x10000) >> 10);
      units[count++] = point > 0xffff ? 0xdc00 + ((point - 0x10000) & 0x3ff) : point;
      at += point > 0xffff ? 4 : point > 0x7ff ? 3 : 2;
    }
    return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
  }

  /** Letters with several bytes have most of them side by side, or bytes that have no sign. */
  #readOther(byte: number, before: number): void {
    this.#seen('other');
    if (NOT_LATIN.has(this.#other?.name ?? '')) return;
    this.#others += 1;
    if (before >= 0x80) this.#pairs += 1;
    if (UNASSIGNED.has(byte)) this.#pairs += PAIRS_OF_UNASSIGNED;
    const isDoubtful =
      this.#isDoubtful || (this.#others >= OTHERS_LEAST && this.#pairs > this.#others * PAIRS_MOST);
    if (isDoubtful) this.#report.isDoubtful = true;
    else delete this.#report.isDoubtful;
  }

  #seen(what: 'utf8' | 'other'): void {
    if (what === 'utf8') this.#hasUtf8 = true;
    else this.#hasOther = true;
    const other = this.#other?.name ?? 'windows-1252';
    this.#report.encoding = this.#hasOther ? (this.#hasUtf8 ? 'mixed' : other) : 'utf-8';
  }
}

/** Where the last complete UTF-8 sequence ends: the rest waits for the next piece. */
function completeUpTo(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Code point of a valid UTF-8 sequence of two bytes or more; -1 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const length = sequenceLength(lead);
  let point = lead & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const isShort = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isShort || isSurrogate || point > 0x10ffff ? -1 : point;
}
