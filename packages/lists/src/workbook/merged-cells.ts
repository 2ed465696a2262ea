/** Merged cells of a sheet: their value stands in the first cell alone, and counts for all of them. */
import { readXml } from './read-xml.js';

/** Cells of one column that are merged downwards. Rows are counted from 1. */
interface Merged {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Merged cells looked at; further ones are left empty, as the sheet has them. */
const MERGED_MOST = 100_000;

const TAG = '<mergeCell';
const REFERENCE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** Fills the rows that a merged cell covers, as they stream. */
export class MergedCells {
  readonly #byRow = new Map<number, Merged[]>();
  #open: (Merged & { readonly value: string })[] = [];

  /** `references`: such as 'C2:C5'. Cells that are only merged sidewards are titles, and left alone. */
  constructor(references: readonly string[]) {
    for (const reference of references) {
      const [, from = '', first = '', , last = ''] = REFERENCE.exec(reference) ?? [];
      if (first === last) continue;
      const merged = { column: columnOf(from), first: Number(first), last: Number(last) };
      this.#byRow.set(merged.first, [...(this.#byRow.get(merged.first) ?? []), merged]);
    }
  }

  /** Writes the values of merged cells into a row that has values of its own. */
  fill(row: number, fields: string[]): void {
    this.#open = this.#open.filter(({ last }) => last >= row);
    for (const { column, value } of this.#open) {
      while (fields.length <= column) fields.push('');
      if (fields[column] === '') fields[column] = value;
    }
    for (const merged of this.#byRow.get(row) ?? [])
      this.#open.push({ ...merged, value: fields[merged.column] ?? '' });
  }
}

/**
 * The merged cells of a sheet. They stand behind its rows, so the sheet is read once more for them; a sheet
 * without any is only searched for the word.
 */
export async function readMergedCells(open: () => AsyncIterable<Uint8Array>): Promise<MergedCells> {
  const references: string[] = [];
  if (await hasMergedCells(open()))
    await readXml(open(), {
      open: (name, { ref }) => {
        if (name === 'mergeCell' && ref !== undefined && references.length < MERGED_MOST)
          references.push(ref);
      },
    });
  return new MergedCells(references);
}

async function hasMergedCells(source: AsyncIterable<Uint8Array>): Promise<boolean> {
  let before = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([before, chunk]);
    if (bytes.includes(TAG) || bytes.includes(':mergeCell')) return true;
    before = bytes.subarray(Math.max(0, bytes.length - TAG.length));
  }
  return false;
}

/** Column of a reference such as 'AB12', from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}
