/** Reads a list of the trials, row by row, as an import does. */
import { readFileSync } from 'node:fs';
import { readLeadRows } from '../../src/index.js';
import type { LeadRowOptions } from '../../src/index.js';
import { detectDelimiter, readRecords } from '../../src/index.js';
import type { RowReading } from '../../src/index.js';

/** Folder of the files that users gave or systems export; each stands for a kind. */
export const TRIALS: string = new URL('../trials/', import.meta.url).pathname;

async function* textOf(path: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield readFileSync(path, 'utf8');
}

/** The rows of a trial's file, e.g. 'mexico-521/leads.csv'. */
export async function readTrial(file: string, options: LeadRowOptions): Promise<RowReading[]> {
  const path = `${TRIALS}${file}`;
  const delimiter = detectDelimiter(readFileSync(path, 'utf8').split('\n').slice(0, 2));
  const rows: Record<string, string>[] = [];
  let header: readonly string[] | null = null;
  for await (const { fields } of readRecords(textOf(path), delimiter)) {
    if (header === null) header = fields;
    else rows.push(Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])));
  }
  return readLeadRows(rows, options);
}

/** The first number of each row, or the last problem of it. */
export function firstPhones(readings: readonly RowReading[]): string[] {
  return readings.map(({ lead, problems }) => lead?.phones[0]?.phone ?? problems.at(-1)?.problem ?? '');
}
