/** An archiving that is killed at random moments: nothing is lost, nothing is there twice. */
import { expect, jest, test } from '@jest/globals';
import { readAttempts, reportCampaign, verifyAuditChain } from '../src/index.js';
import { claim, close, open, recover, result } from './contract/port-world.js';
import { createStoreWorld } from './contract/store-world.js';
import { seeded } from './processes/killed-import.js';
import { runProcess } from './processes/run-process.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(300_000);

const CALLS = 120;
const DAY = 86_400_000;
/** Seed of the moments; OUTDIAL_SEED repeats those of a failed run. */
const SEED = Number(process.env['OUTDIAL_SEED'] ?? Date.now() % 1e6);

test('an archiving killed by SIGKILL again and again ends as in one run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-archive-'));
  const url = `sqlite:${join(folder, 'store.db')}`;
  const world = await createStoreWorld(url, () => rmSync(folder, { recursive: true, force: true }));
  try {
    await world.addLeads(
      'list',
      Array.from({ length: CALLS }, (_, index) => ({ phones: [`+1212555${1_000 + index}`] })),
    );
    await world.defineCampaign('c', ['list']);
    const node = await world.node('n');
    await recover(world, node, 'c');
    for (const [index, lead] of (await claim(world, node, 'c', CALLS)).entries()) {
      await open(world, node, 'c', `a${index}`, lead);
      const next = { status: 'closed', nextDialableAt: null, phoneIndex: 0, why: 'done' } as const;
      const end = result(world, lead, { lead: { ...next, reason: lead.reason } });
      await close(world, node, 'c', `a${index}`, end);
    }
    world.advance(600 * DAY);
    const told = async (): Promise<unknown> => {
      const ids: string[] = [];
      for await (const { attemptId } of readAttempts(world.store, 'c')) ids.push(attemptId);
      return { ids, report: await reportCampaign(world.store, 'c') };
    };
    const before = await told();
    const random = seeded(SEED);
    let kills = 0;
    for (;;) {
      const args = [url, String(world.now()), String(world.now() - 500 * DAY)];
      const end = await runProcess('./archive-process.mjs', args, {
        killAfter: 20 + random() * 200 * (1 + kills / 10),
        from: 'running',
      });
      expect(end.errors).toBe('');
      expect(await told()).toEqual(before);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
      if (end.code !== null) break;
      kills += 1;
    }
    console.log(`${kills} kills, OUTDIAL_SEED=${SEED}`);
    const left = await world.store.engine.db.selectFrom('attempts').select('attempt_id').execute();
    expect(left).toEqual([]);
  } catch (cause) {
    throw new Error(`with OUTDIAL_SEED=${SEED}`, { cause });
  } finally {
    await world.close();
  }
});
