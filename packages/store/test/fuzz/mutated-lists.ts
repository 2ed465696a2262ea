/** Whatever damages a list, an import loses nothing, gives no consent, and ends. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isOutdialError } from '@outdial/core';
import { LIST_WORDS, openTable } from '@outdial/lists';
import { importLeads, openStore, type ImportReport, type Store } from '../../src/index.js';
import { listOf, mutatedList } from './mutated-list.js';

const AT = Date.UTC(2026, 5, 10);

/** What is left of a text that makes a word: letters and digits, small. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const YES = new Set(
  [
    ...(LIST_WORDS['consentType']?.['written'] ?? []),
    ...(LIST_WORDS['consentType']?.['express'] ?? []),
    ...(LIST_WORDS['yes and no']?.['yes'] ?? []),
  ].map(bare),
);

/** Numbers that stand whole in the bytes, as one of the encodings has them. */
function wholeNumbers(bytes: Buffer, numbers: readonly string[]): string[] {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  return numbers.filter((n) => new RegExp(`(?<!\\d)(?:\\+1)?${n}(?!\\d)`).test(text));
}

/** Imports mutated lists into one store, and checks each. */
export async function checkMutatedLists(numRuns: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-mutated-'));
  const store = await openStore({ url: 'sqlite::memory:', clock: () => AT });
  let count = 0;
  try {
    await fc.assert(
      fc.asyncProperty(mutatedList, async (made) => {
        count += 1;
        const { bytes, country, numbers } = listOf(made, count * 20);
        const rejects = join(folder, `${count}.csv`);
        const options = { listId: `list-${count}`, defaultCountry: country, rejects };
        const report = await importLeads(store, Readable.from([bytes]), options).catch(refusal);
        if (report === null) return;
        addsUp(report);
        await losesNothing(store, options.listId, rejects, wholeNumbers(bytes, numbers), bytes);
        await givesNoConsent(store, options.listId, bytes);
        rmSync(rejects, { force: true });
      }),
      { numRuns },
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A list that is no list is refused whole, with a sentence and a remedy. Anything else is a fault. */
function refusal(error: unknown): null {
  if (!isOutdialError(error)) throw error;
  expect(error.what.length).toBeLessThan(1_000);
  expect(error.remedy).not.toBe('');
  return null;
}

function addsUp(report: ImportReport): void {
  const { rows, added, updated, duplicatesInFile, duplicatesInList, doNotCall, rejected } = report;
  expect(added + updated + duplicatesInFile + duplicatesInList + doNotCall + rejected).toBe(rows);
}

/**
 * Every whole number of the file is a lead's, on the do-not-call list, in the rejected rows, or in a title.
 */
async function losesNothing(
  store: Store,
  listId: string,
  rejects: string,
  whole: readonly string[],
  bytes: Buffer,
): Promise<void> {
  const { db } = store.engine;
  const leads = await db.selectFrom('leads').selectAll().where('list_id', '=', listId).execute();
  const phones = await db
    .selectFrom('phones')
    .innerJoin('leads', 'leads.lead_id', 'phones.lead_id')
    .select('phone')
    .where('list_id', '=', listId)
    .execute();
  const listed = await db.selectFrom('do_not_call').select('subject').execute();
  const table = await openTable([bytes], {});
  const known = [
    JSON.stringify([leads, phones, listed]),
    existsSync(rejects) ? readFileSync(rejects, 'utf8') : '',
    ...table.columns.map(({ header }) => header),
    // Lines above the header: the import says that they were skipped.
    ...(table.warnings().some((warning) => warning.includes('are titles')) ? [bytes.toString('latin1')] : []),
  ].join('\n');
  expect(whole.filter((n) => !known.includes(n))).toEqual([]);
}

async function givesNoConsent(store: Store, listId: string, bytes: Buffer): Promise<void> {
  const granted = await store.engine.db
    .selectFrom('consents')
    .innerJoin('leads', 'leads.person_id', 'consents.person_id')
    .select('import_line')
    .where('list_id', '=', listId)
    .where('type', '<>', 'revocation')
    .execute();
  if (granted.length === 0) return;
  const table = await openTable([bytes], {});
  const columns = table.columns.filter(({ target }) => target === 'consentType').map(({ index }) => index);
  const cells = new Map<number, string[]>();
  for await (const batch of table.rows)
    for (const { line, fields } of batch)
      cells.set(
        line,
        columns.map((index) => fields[index] ?? ''),
      );
  for (const { import_line: line } of granted)
    expect((cells.get(line ?? 0) ?? []).some((cell) => YES.has(bare(cell)))).toBe(true);
}

/** Processor time of reading damaged lists with so many rows each, in ms. */
export async function timeOfReading(lists: number, rows: number): Promise<number> {
  const sample = fc.sample(mutatedList, { seed: 7, numRuns: lists });
  const before = process.cpuUsage();
  for (const made of sample) await read(listOf({ ...made, rows }, 0).bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function read(bytes: Buffer): Promise<void> {
  const table = await openTable([bytes], {}).catch(refusal);
  for await (const batch of table?.rows ?? []) if (batch.length < 0) throw new Error('never');
}
