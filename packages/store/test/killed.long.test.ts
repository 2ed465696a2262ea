import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openStore, addDoNotCall } from '../src/index.js';
import type { ImportReport } from '../src/index.js';
import { killDialers } from './processes/killed-dialer.js';
import { LISTED_NUMBER, truthOf } from './processes/messy-lines.mjs';
import { runProcess } from './processes/run-process.js';

jest.setTimeout(300_000);
const ROWS = 100_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Printed = ImportReport & {
  readonly ms: number;
  readonly cpuMs: number;
  readonly largestMegabytes: number;
};

async function listed(url: string): Promise<void> {
  const store = await openStore({ url });
  await addDoNotCall(store, [{ phone: LISTED_NUMBER, at: 0, source: 'form' }]);
  await store.close();
}

async function whole(name: string, rows: number): Promise<{ report: Printed; rejects: string }> {
  const url = `sqlite:${join(folder, `${name}.db`)}`;
  await listed(url);
  const rejects = join(folder, `${name}.csv`);
  const end = await runProcess('./import-process.mjs', [url, String(rows), rejects, 'upload']);
  expect(end.errors).toBe('');
  return { report: JSON.parse(end.output) as Printed, rejects: readFileSync(rejects, 'utf8') };
}

test('100,000 messy rows, killed by SIGKILL again and again, end as in one run, rejected rows included', async () => {
  const once = await whole('once', ROWS);
  const truth = truthOf(ROWS);
  expect(once.report).toMatchObject({
    rows: ROWS,
    added: truth.good,
    duplicatesInFile: truth.duplicates,
    rejected: truth.rejected,
    doNotCall: truth.listed,
  });
  const url = `sqlite:${join(folder, 'killed.db')}`;
  await listed(url);
  const rejects = join(folder, 'killed.csv');
  const step = Math.max(250, once.report.ms / 6);
  let end = await runProcess('./import-process.mjs', [url, String(ROWS), rejects, 'upload'], {
    killAfter: step,
  });
  let kills = 0;
  for (; end.code === null; kills += 1)
    end = await runProcess('./import-process.mjs', [url, String(ROWS), rejects, 'upload'], {
      killAfter: step * (1.3 + kills / 2),
    });
  expect(kills).toBeGreaterThan(1);
  const { ms, cpuMs, largestMegabytes } = once.report;
  expect(JSON.parse(end.output)).toEqual({
    ...once.report,
    resumed: true,
    ms: expect.any(Number),
    cpuMs: expect.any(Number),
    largestMegabytes: expect.any(Number),
  });
  expect(readFileSync(rejects, 'utf8')).toBe(once.rejects);
  const store = await openStore({ url });
  const row = await store.engine.db
    .selectFrom('leads')
    .select((eb) => [
      eb.fn.countAll<number>().as('leads'),
      eb.fn.count<number>('lead_id').distinct().as('numbers'),
    ])
    .executeTakeFirst();
  await store.close();
  expect(row).toEqual({ leads: truth.good, numbers: truth.good });
  console.log(
    `100,000 rows in ${ms} ms (CPU ${cpuMs} ms), ${largestMegabytes} MB at most; then killed ${kills} times`,
  );
});

test('memory does not grow with the file', async () => {
  const [small, large] = [await whole('small', 20_000), await whole('large', ROWS)];
  expect(large.report.largestMegabytes).toBeLessThan(small.report.largestMegabytes + 120);
});

test('dialers killed by SIGKILL leave rows that hold, on SQLite', async () => {
  expect(await killDialers(`sqlite:${join(folder, 'dial.db')}`, 12)).toBeGreaterThan(100);
});
