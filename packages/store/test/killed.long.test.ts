import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { whereTheLabRuns } from '../../../lab/index.mjs';
import { freshDatabase } from './mariadb-world.js';
import type { LabDatabase } from './mariadb-world.js';
import { killDialers } from './processes/killed-dialer.js';
import { killImports, listNumber, runImport, seeded } from './processes/killed-import.js';
import type { PrintedImport } from './processes/killed-import.js';

jest.setTimeout(900_000);
const ROWS = 100_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function whole(name: string): Promise<PrintedImport> {
  const url = `sqlite:${join(folder, `${name}.db`)}`;
  await listNumber(url);
  const rows = name === 'small' ? 20_000 : ROWS;
  const printed = await runImport({ url, rows, rejects: join(folder, `${name}.csv`) });
  if (!printed) throw new Error('nobody killed it');
  return printed;
}

/** Seed of the moments; OUTDIAL_SEED repeats those of a failed run. */
const SEED = Number(process.env['OUTDIAL_SEED'] ?? Date.now() % 1e6);

/** As many as several batches: each kill reads the list again from its beginning. */
const KILLED_ROWS = 12_000;

/** Kills twenty imports; a failure names the seed. */
async function killTwenty(fresh: (name: string) => Promise<string>): Promise<void> {
  try {
    const done = await killImports({ kills: 20, rows: KILLED_ROWS, folder, random: seeded(SEED), fresh });
    console.log(`${done.kills} kills in ${done.lists} imports, OUTDIAL_SEED=${SEED}`);
  } catch (cause) {
    throw new Error(`with OUTDIAL_SEED=${SEED}`, { cause });
  }
}

test('imports killed by SIGKILL 20 times end as in one run, on SQLite', async () => {
  await killTwenty((name) => Promise.resolve(`sqlite:${join(folder, `${name}.db`)}`));
});

(await whereTheLabRuns(test))(
  'imports killed by SIGKILL 20 times end as in one run, on MariaDB',
  async () => {
    const databases: LabDatabase[] = [];
    try {
      await killTwenty(async () => {
        const database = await freshDatabase();
        databases.push(database);
        return database.url;
      });
    } finally {
      for (const database of databases) await database.drop();
    }
  },
);

test('memory does not grow with the file', async () => {
  const [small, large] = [await whole('small'), await whole('large')];
  expect(large.largestMegabytes).toBeLessThan(small.largestMegabytes + 120);
});

test('dialers killed by SIGKILL leave rows that hold, on SQLite', async () => {
  expect(await killDialers(`sqlite:${join(folder, 'dial.db')}`, 12)).toBeGreaterThan(100);
});
