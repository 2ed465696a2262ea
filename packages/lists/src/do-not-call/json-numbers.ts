/**
 * Reads JSON of numbers as it streams: an array of numbers, or objects with a number under a name such as
 * 'phone', at any depth. Values of other names are passed over.
 */
import { plainWords } from '../columns/plain-words.js';
import { listError } from '../errors.js';
import { isNumberHeader } from './number-columns.js';
import { NOTHING } from './number-entry.js';
import type { FileEntry } from './number-entry.js';
import { readNumberCell } from './read-number-cell.js';

/** Whether a text begins like JSON rather than like lines. '[202] 555-0143' is a line. */
export function isJsonOfNumbers(start: string): boolean {
  return /^\s*(?:\[\s*(?:["{[]|\d{7,15}\s*[,\]])|\{\s*["}])/.test(start);
}

/** Longest text between quotation marks that is kept. */
const LONGEST = 4_096;
/** What may stand between two values: nothing that a number is made of. */
const BARE = /[-+.\w]/;

/** Takes text piece by piece and gives the numbers that are complete. */
export class JsonNumbers {
  readonly #country: string;
  #line = 1;
  /** The text or number that is being read; null between them. */
  #value: string | null = null;
  #isText = false;
  #isEscaped = false;
  /** The last text, until it is known whether a colon makes it a name. */
  #last: string | null = null;
  /** The name before a value; null: the value has none, or that of the array it is in. */
  #name: string | null = null;
  /** Names of the objects and arrays around, the outermost first. */
  readonly #around: (string | null)[] = [];

  constructor(country: string) {
    this.#country = country;
  }

  take(piece: string): FileEntry[] {
    const found: FileEntry[] = [];
    for (const sign of piece) {
      if (sign === '\n') this.#line += 1;
      if (this.#isText) this.#inText(sign);
      else this.#between(sign, found);
    }
    return found;
  }

  /** @throws 'number-file-unreadable' where the text ends within an object, an array or a text */
  end(): void {
    if (this.#around.length === 0 && !this.#isText) return;
    throw listError('number-file-unreadable', {
      reason: 'it is JSON whose end is missing',
      what: 'Fetch it again',
    });
  }

  #inText(sign: string): void {
    if (!this.#isEscaped && sign === '"') {
      this.#last = this.#value ?? '';
      this.#isText = false;
      this.#value = null;
    } else {
      this.#isEscaped = !this.#isEscaped && sign === '\\';
      if (!this.#isEscaped && (this.#value ?? '').length < LONGEST) this.#value = (this.#value ?? '') + sign;
    }
  }

  #between(sign: string, found: FileEntry[]): void {
    if (BARE.test(sign)) {
      if ((this.#value ?? '').length < LONGEST) this.#value = (this.#value ?? '') + sign;
      return;
    }
    if (this.#value !== null) {
      this.#last = this.#value;
      this.#value = null;
    }
    switch (sign) {
      case '"':
        this.#isText = true;
        return;
      case ':':
        this.#name = this.#last;
        this.#last = null;
        return;
      case '{':
      case '[':
        this.#open(sign);
        return;
      case ',':
      case '}':
      case ']':
        this.#close(sign, found);
        return;
      default:
    }
  }

  #open(sign: string): void {
    if (this.#around.length >= DEEPEST)
      throw listError('number-file-unreadable', {
        reason: `it is JSON with more than ${DEEPEST} objects within each other`,
        what: 'Write an array of numbers',
      });
    this.#around.push(sign === '[' ? (this.#name ?? this.#around.at(-1) ?? null) : null);
    this.#name = null;
  }

  #close(sign: string, found: FileEntry[]): void {
    const name = this.#name ?? this.#around.at(-1) ?? null;
    if (this.#last !== null && this.#last !== '' && (name === null || isNumberHeader(plainWords(name))))
      found.push(this.#entry(this.#last));
    this.#last = null;
    this.#name = null;
    if (sign !== ',') this.#around.pop();
  }

  #entry(text: string): FileEntry {
    return { line: this.#line, text, entry: { ...NOTHING, ...readNumberCell(text, this.#country) } };
  }
}

const DEEPEST = 64;
