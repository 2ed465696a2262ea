/** Imports that are killed at random moments and go on: nothing is lost, nothing is there twice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { addDoNotCall, openStore, verifyAuditChain } from '../../src/index.js';
import type { ImportReport } from '../../src/index.js';
import { LISTED_NUMBER, truthOf } from './messy-lines.mjs';
import { runProcess } from './run-process.js';

/** An import of a process, as it prints it. */
export type PrintedImport = ImportReport & {
  readonly ms: number;
  readonly cpuMs: number;
  readonly largestMegabytes: number;
};

/** Where one list is imported to. */
export interface ImportPlace {
  readonly url: string;
  /** Rows of the messy list. */
  readonly rows: number;
  readonly rejects: string;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts the number of the messy list that is not to be called on the do-not-call list. */
export async function listNumber(url: string): Promise<void> {
  const store = await openStore({ url });
  await addDoNotCall(store, [{ phone: LISTED_NUMBER, at: 0, source: 'form' }]);
  await store.close();
}

/** Runs the import of a place; null where it was killed. */
export async function runImport(
  { url, rows, rejects }: ImportPlace,
  killAfter?: number,
): Promise<PrintedImport | null> {
  const given = killAfter === undefined ? {} : ({ killAfter, from: 'running' } as const);
  const end = await runProcess('./import-process.mjs', [url, String(rows), rejects, 'upload'], given);
  expect(end.errors).toBe('');
  return end.code === null ? null : (JSON.parse(end.output.split('\n')[1] ?? '') as PrintedImport);
}

/**
 * Kills imports until so many were killed, each list until it is whole; a list is killed about ten times.
 * `fresh`: an empty database of its own for each list.
 */
export async function killImports(options: {
  readonly kills: number;
  readonly rows: number;
  readonly folder: string;
  readonly random: () => number;
  readonly fresh: (name: string) => Promise<string>;
}): Promise<{ readonly kills: number; readonly lists: number }> {
  const { rows, folder, random, fresh } = options;
  const place = async (name: string): Promise<ImportPlace> => {
    const url = await fresh(name);
    await listNumber(url);
    return { url, rows, rejects: join(folder, `${name}.csv`) };
  };
  const whole = await place('whole');
  const once = await runImport(whole);
  if (!once) throw new Error('nobody killed it');
  let kills = 0;
  let lists = 0;
  for (let list = 0; kills < options.kills; list += 1) {
    const killed = await place(`killed${list}`);
    let printed: PrintedImport | null = null;
    let ofList = 0;
    while (!printed) {
      // A batch is written in each few tries at least, so that the list is whole in the end.
      printed = await runImport(killed, once.ms * (0.02 + random() * 0.2 * (1 + ofList / 10)));
      if (!printed) ofList += 1;
    }
    kills += ofList;
    lists += 1;
    await isAsInOneRun(killed, { printed, once, rejects: readFileSync(whole.rejects, 'utf8') });
  }
  return { kills, lists };
}

async function isAsInOneRun(
  { url, rows, rejects }: ImportPlace,
  expected: { readonly printed: PrintedImport; readonly once: PrintedImport; readonly rejects: string },
): Promise<void> {
  const truth = truthOf(rows);
  const counts = {
    rows,
    added: truth.good,
    updated: 0,
    duplicatesInFile: truth.duplicates,
    duplicatesInList: 0,
    rejected: truth.rejected,
    doNotCall: truth.listed,
    valuesDropped: expected.once.valuesDropped,
  };
  expect(expected.printed).toMatchObject(counts);
  expect(readFileSync(rejects, 'utf8')).toBe(expected.rejects);
  const store = await openStore({ url });
  try {
    const { db } = store.engine;
    const leads = await db
      .selectFrom('leads')
      .select(({ fn }) => [
        fn.countAll<number>().as('leads'),
        fn.count<number>('person_id').distinct().as('persons'),
      ])
      .executeTakeFirst();
    expect(leads).toEqual({ leads: truth.good, persons: truth.good });
    const phones = await db
      .selectFrom('phones')
      .innerJoin('leads', 'leads.lead_id', 'phones.lead_id')
      .select(({ fn }) => fn.count<number>('phones.lead_id').distinct().as('leads'))
      .where('phones.position', '=', 0)
      .executeTakeFirst();
    expect(phones).toEqual({ leads: truth.good });
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
  } finally {
    await store.close();
  }
}
