/** Reads JSON as rows: an array of objects, an array of arrays, or one object a line. */
import { LIMITS } from '@outdial/core';
import { notAList } from '../files/file-kind.js';
import type { CsvRecord } from '../records/read-records.js';
import { Turns } from '../text/turns.js';

/** Whether a text begins like JSON rather than like CSV. */
export function isJson(start: string): boolean {
  return /^\s*(?:\[\s*[{[]|\{\s*["}]|\[\s*\]\s*$)/.test(start);
}

/** Objects whose names make the header; names that come later have no column. */
const HEADER_ROWS = 1_000;
const REMEDY = 'Write an array of objects, one a lead: [{"phone": "+12025550143", "name": "Ana"}]';

/** The rows of JSON; the first one is the header. `line`: the number of the element, and the header is 0. */
export async function* readJsonRows(text: AsyncIterable<string>): AsyncGenerator<readonly CsvRecord[]> {
  const turns = new Turns();
  const cutter = new ElementCutter();
  const elements: Element[] = [];
  let names: string[] | null = null;
  for await (const piece of text) {
    for (const element of cutter.take(piece)) elements.push(flattened(element));
    if (names === null && elements.length < HEADER_ROWS) continue;
    const batch: CsvRecord[] = [];
    if (names === null) {
      names = namesOf(elements);
      batch.push({ line: 0, fields: names });
    }
    for (const element of elements.splice(0)) batch.push(recordOf(element, names));
    yield batch;
    await turns.rest();
  }
  cutter.end();
  if (names !== null) return;
  names = namesOf(elements);
  if (elements.length > 0)
    yield [{ line: 0, fields: names }, ...elements.map((element) => recordOf(element, names ?? []))];
}

interface Element {
  readonly number: number;
  readonly values: ReadonlyMap<string, string>;
}

function namesOf(elements: readonly Element[]): string[] {
  return [...new Set(elements.flatMap(({ values }) => [...values.keys()]))];
}

/** Values of names without a column stand behind the others: the row is reported. */
function recordOf({ number, values }: Element, names: readonly string[]): CsvRecord {
  const known = new Set(names);
  const further = [...values].filter(([name, value]) => !known.has(name) && value !== '');
  const fields = names.map((name) => values.get(name) ?? '');
  return { line: number, fields: [...fields, ...further.map(([name, value]) => `${name}: ${value}`)] };
}

function flattened({ number, value }: { readonly number: number; readonly value: unknown }): Element {
  const values = new Map<string, string>();
  if (typeof value !== 'object' || value === null)
    throw notAList(`JSON whose element ${number} is not an object`, REMEDY);
  gather(value, '', values, 0);
  return { number, values };
}

/** Objects within a row are flattened: address.state becomes 'address state'. */
function gather(value: object, before: string, values: Map<string, string>, depth: number): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const name = before === '' ? key : `${before} ${key}`;
    if (inner === null || inner === undefined) values.set(name, '');
    else if (Array.isArray(inner) && inner.every((item) => typeof item !== 'object'))
      values.set(name, inner.map(String).join('; '));
    else if (typeof inner === 'object' && depth < 3) gather(inner, name, values, depth + 1);
    else
      values.set(name, typeof inner === 'object' ? JSON.stringify(inner) : String(inner as string | number));
  }
}

/** Objects and arrays within each other: a lead has few. */
const DEEPEST = 64;

/** Cuts the elements out of JSON text as it streams; only one is in memory. */
class ElementCutter {
  /** Depth of braces at which elements begin: 1 within an array. */
  #base: 0 | 1 = 0;
  #begun = false;
  #depth = 0;
  #isString = false;
  #isEscaped = false;
  #parts: string[] = [];
  #length = 0;
  #number = 0;
  #isClosed = false;

  *take(piece: string): Generator<{ readonly number: number; readonly value: unknown }> {
    let start = this.#depth > this.#base ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at] as string;
      if (this.#isString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (sign === '\\') this.#isEscaped = true;
        else if (sign === '"') this.#isString = false;
      } else if (sign === '"') this.#isString = true;
      else if (sign === '{' || sign === '[') {
        if (!this.#begun) this.#base = sign === '[' ? 1 : 0;
        this.#begun = true;
        if (this.#depth === this.#base && !(sign === '[' && this.#base === 1 && this.#depth === 0))
          start = at;
        this.#depth += 1;
        if (this.#depth > DEEPEST)
          throw notAList(`JSON with more than ${DEEPEST} objects within each other`, REMEDY);
      } else if (sign === '}' || sign === ']') {
        this.#depth -= 1;
        if (this.#depth === this.#base && start >= 0) {
          yield this.#element(piece.slice(start, at + 1));
          start = -1;
        }
        if (this.#depth === 0 && this.#base === 1) this.#isClosed = true;
        if (this.#depth < 0) throw notAList('JSON that is not closed as it is opened', REMEDY);
      }
    }
    if (start >= 0) this.#keep(piece.slice(start));
  }

  end(): void {
    if (this.#depth > 0 || (this.#base === 1 && !this.#isClosed))
      throw notAList('JSON that ends in the middle: its end is missing', 'Export it again');
  }

  #keep(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > LIMITS.recordCharacters.max)
      throw notAList(`JSON whose element ${this.#number + 1} is longer than any lead`, REMEDY);
  }

  #element(last: string): { number: number; value: unknown } {
    this.#keep(last);
    const text = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    this.#number += 1;
    try {
      return { number: this.#number, value: JSON.parse(text) as unknown };
    } catch {
      throw notAList(`JSON that cannot be read at element ${this.#number}`, REMEDY);
    }
  }
}
