/**
 * `outdial run` killed by SIGKILL again and again: no lead is lost, and nobody is called twice. Long, because
 * each kill is a process that starts, dials for seconds and ends.
 */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTCOMES } from '@outdial/core';
import { createRandom } from '@outdial/simulator';
import { listLeads, openStore, readAttempts, verifyAuditChain } from '@outdial/store';
import type { AttemptRecord } from '@outdial/store';
import { whereTheLabRuns } from '../../../../lab/index.mjs';
import { freshDatabase } from '../../../store/test/mariadb-world.js';

jest.setTimeout(1_200_000);

const KILLS = 20;
const LEADS = 300;
/** Virtual time between the starts of two processes: longer than any of them lives. */
const BETWEEN_STARTS = 14 * 60_000;
const FIRST_START = Date.parse('2026-06-10T10:00:00-04:00');
/** Times faster than real time. */
const PACE = 60;
/** Seed of the moments; OUTDIAL_SEED repeats those of a failed run. */
const SEED = Number(process.env['OUTDIAL_SEED'] ?? Date.now() % 1e6);
const COMMAND = fileURLToPath(new URL('../../bin/outdial.mjs', import.meta.url));

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-killed-run-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Database {
  readonly url: string;
  readonly password?: string;
}

/** A campaign that calls nobody twice within these hours: no end has a retry, conversations aside. */
async function writeCampaign({ url, password }: Database, start: number): Promise<void> {
  const campaign = {
    id: 'killed',
    name: 'Killed',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id: 'list', file: 'list.csv', defaultCountry: 'US' }],
    compliance: {
      purpose: 'informational',
      seller: 'Example Company',
      callerNumberTakesRequests: true,
      scriptIdentifies: true,
    },
    abandonment: {
      identification: ['sound:outdial/identification'],
      optOutNumber: '+12025550199',
      optOutOffer: ['sound:outdial/opt-out-offer'],
      transcript: 'This is Example Company. To stop calls from us, press 9 now or call 202 555 0199.',
    },
    retry: { rules: Object.fromEntries(Object.keys(OUTCOMES).map((outcome) => [outcome, null])) },
    telephony: { kind: 'simulated' },
    agents: { automatic: {} },
    simulation: {
      seed: SEED + start / BETWEEN_STARTS,
      startsAt: new Date(FIRST_START + start).toISOString(),
      agents: 8,
      talkMeanSeconds: 30,
    },
    store: password === undefined ? { url } : { url, passwordEnvironment: 'DATABASE_PASSWORD' },
    log: { file: '-', level: 'info' },
  };
  await writeFile(join(folder, 'campaign.json'), JSON.stringify(campaign));
}

interface End {
  /** Null: it was killed. */
  readonly code: number | null;
  readonly text: string;
}

/** Runs a command; with `killAfter` it is killed so many ms after the campaign runs. */
function command(args: readonly string[], database: Database, killAfter?: number): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args, '--campaign', 'campaign.json'], {
      cwd: folder,
      env: { ...process.env, DATABASE_PASSWORD: database.password ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (data: Buffer) => (text += String(data)));
    child.stderr.on('data', (data: Buffer) => {
      text += String(data);
      if (killAfter !== undefined && text.includes('campaign.state'))
        timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, text });
    });
  });
}

async function killRuns(database: Database): Promise<void> {
  const random = createRandom(SEED).stream('kills');
  const rows = Array.from({ length: LEADS }, (_, index) => `${index},312555${1_000 + index},IL`);
  await writeFile(join(folder, 'list.csv'), `account,phone,state\n${rows.join('\n')}\n`);
  await writeCampaign(database, 0);
  expect((await command(['import'], database)).code).toBe(0);
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    await writeCampaign(database, kills * BETWEEN_STARTS);
    const end = await command(['run', '--pace', String(PACE)], database, 50 + random.uniform() * 4_000);
    expect([end.code, end.code === null ? '' : end.text]).toEqual([null, '']);
  }
  await writeCampaign(database, kills * BETWEEN_STARTS);
  const last = await command(['run', '--pace', '600', '--until-dry'], database);
  expect([last.code, last.code === 0 ? '' : last.text.slice(-2_000)]).toEqual([0, '']);
  await expectEachCalledOnce(database);
}

async function expectEachCalledOnce({ url, password }: Database): Promise<void> {
  const store = await openStore({ url: atFolder(url), ...(password === undefined ? {} : { password }) });
  try {
    const attempts = new Map<string, AttemptRecord[]>();
    for await (const attempt of readAttempts(store, 'killed'))
      attempts.set(attempt.phone, [...(attempts.get(attempt.phone) ?? []), attempt]);
    const leads = await listLeads(store, { limit: 10_000 });
    expect(leads).toHaveLength(LEADS);
    // A conversation without success waits for another week.
    const left = leads.filter(({ state }) => state !== 'closed' && state !== 'waiting');
    expect(left.map(({ state, why }) => `${state}: ${why}`)).toEqual([]);
    expect(attempts.size).toBe(LEADS);
    const called = [...attempts.values()].map(
      (all) => all.filter(({ dialedAt }) => dialedAt !== null).length,
    );
    expect(called.filter((times) => times > 1)).toEqual([]);
    expect([...attempts.values()].flat().filter(({ endedAt }) => endedAt === null)).toEqual([]);
    const again = [...attempts.values()].filter((all) => all.length > 1).length;
    console.log(`${KILLS} kills, ${LEADS} leads, ${again} opened again without a call; OUTDIAL_SEED=${SEED}`);
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
  } finally {
    await store.close();
  }
}

function atFolder(url: string): string {
  return url.replace('sqlite:./', `sqlite:${folder}/`);
}

/** A failure names the seed. */
async function named(work: () => Promise<void>): Promise<void> {
  await work().catch((cause: unknown) => {
    throw new Error(`with OUTDIAL_SEED=${SEED}`, { cause });
  });
}

test('a run killed 20 times on SQLite loses no lead and calls nobody twice', async () => {
  await named(() => killRuns({ url: 'sqlite:./outdial.db' }));
});

(await whereTheLabRuns(test))(
  'a run killed 20 times on MariaDB loses no lead and calls nobody twice',
  async () => {
    const { url, drop } = await freshDatabase();
    const address = new URL(url);
    const password = decodeURIComponent(address.password);
    address.password = '';
    try {
      await named(() => killRuns({ url: address.href, password }));
    } finally {
      await drop();
    }
  },
);
