/**
 * Three servers on one MariaDB and two Asterisks, of which parts are killed at random for minutes of dialing:
 * then every invariant is checked from the carriers' logs and the store.
 *
 * OUTDIAL_KILL_SEED and OUTDIAL_KILL_SECONDS repeat a run or make it longer.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { createRandom } from '@outdial/simulator';
import { labRequired } from '../../../lab/index.mjs';
import { auditNodes, channelsLeft } from './nodes/audit-nodes.js';
import { FAULTS, Faults, type Fault, type FaultKind } from './nodes/faults.js';
import { createKillWorld, type KillWorld } from './nodes/kill-world.js';
import { until } from './server-under-test.js';

jest.setTimeout(1_500_000);

const SECONDS = Number(process.env.OUTDIAL_KILL_SECONDS ?? 180);
const SEED = Number(process.env.OUTDIAL_KILL_SEED ?? 1);
const KINDS = (process.env.OUTDIAL_KILL_ONLY?.split(',') as FaultKind[] | undefined) ?? FAULTS;
/** A campaign dials again within so long of the last healing. */
const DIALS_AGAIN_MS = 60_000;
/** Nobody of the lab talks longer, ms; a node looks every few seconds what is left of it. */
const LONGEST_TALK_MS = 75_000;

/**
 * A node without a campaign takes what its killed process left at its Asterisk after 15 s of silence. One
 * that is ended before that leaves it to its next start.
 */
const LOOKS_AFTER_MS = 20_000;

/** Attempts so far, by campaign. */
async function opened({ store }: KillWorld): Promise<ReadonlyMap<string, number>> {
  const rows = await store.engine.db
    .selectFrom('attempts')
    .select((eb) => ['campaign_id', eb.fn.countAll<number>().as('n')])
    .groupBy('campaign_id')
    .execute();
  return new Map(rows.map(({ campaign_id, n }) => [campaign_id, Number(n)]));
}

/** Calls on the Asterisks whose attempts are closed. */
async function ownerless({ store, labs }: KillWorld): Promise<readonly string[]> {
  const channels = (await Promise.all(labs.map(channelsLeft))).flat();
  const calls = channels.filter((id) => id.startsWith('od-')).map((id) => id.slice(3));
  if (calls.length === 0) return [];
  const open = await store.engine.db
    .selectFrom('attempts')
    .select('attempt_id')
    .where('attempt_id', 'in', calls)
    .where('closed_at', 'is', null)
    .execute();
  return calls.filter((id) => !open.some(({ attempt_id }) => attempt_id === id));
}

/** ms from the death of nodes, smallest first. */
interface Replaced {
  /** Until another process had taken each of their campaigns. */
  readonly takenMs: readonly number[];
  /** Until each dialed again: whatever else kept it from dialing is part of it. */
  readonly dialsMs: readonly number[];
}

/** How long it took to replace the nodes that died in this way. */
async function replacedAfter(
  { store, clockOffset }: KillWorld,
  faults: readonly Fault[],
  how: FaultKind,
): Promise<Replaced> {
  const { db } = store.engine;
  const [takenMs, dialsMs]: [number[], number[]] = [[], []];
  for (const { kind, at, campaigns } of faults) {
    if (kind !== how) continue;
    const died = at + clockOffset;
    for (const campaignId of campaigns) {
      const taken = await db
        .selectFrom('audit')
        .select('at')
        .where('campaign_id', '=', campaignId)
        .where('kind', '=', 'campaign.recovered')
        .where('at', '>', died)
        .orderBy('at')
        .executeTakeFirst();
      if (taken) takenMs.push(taken.at - died);
      const next = await db
        .selectFrom('attempts')
        .select('opened_at')
        .where('campaign_id', '=', campaignId)
        .where('opened_at', '>', died)
        .orderBy('opened_at')
        .executeTakeFirst();
      if (next) dialsMs.push(next.opened_at - died);
    }
  }
  const byLength = (a: number, b: number): number => a - b;
  return { takenMs: takenMs.sort(byLength), dialsMs: dialsMs.sort(byLength) };
}

if (await labRequired()) {
  test('whatever part is killed while three servers dial, no invariant breaks', async () => {
    const world = await createKillWorld({ leads: Math.min(150, Math.max(40, Math.round(SECONDS / 2))) });
    const stream = createRandom(SEED).stream('kills');
    const faults = new Faults({
      nodes: world.nodes,
      instances: world.instances,
      random: () => stream.uniform(),
      kinds: KINDS,
      hideMachineOf: async (node) => {
        const { db } = world.store.engine;
        const machine = 'far';
        await db.updateTable('leases').set({ machine }).where('node', 'like', `${node}/%`).execute();
        await db.updateTable('presences').set({ machine }).where('node', 'like', `${node}%`).execute();
      },
    });
    try {
      for (const node of world.nodes) await node.ready();
      await until(async () => (await opened(world)).size === world.campaigns.length, 180_000);
      await faults.rage(SECONDS * 1_000);

      const before = await opened(world);
      await until(async () => {
        const now = await opened(world);
        const dry = await dryCampaigns(world);
        return world.campaigns.every(({ id }) => dry.has(id) || (now.get(id) ?? 0) > (before.get(id) ?? 0));
      }, DIALS_AGAIN_MS);
      // A conversation goes on when the machine of its node is lost: it ends in its own time.
      await until(async () => (await ownerless(world)).length === 0, LONGEST_TALK_MS);
      await pause(LOOKS_AFTER_MS);
      for (const node of world.nodes) node.signal('SIGTERM');
      for (const node of world.nodes) await node.ended();
      expect(world.nodes.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
      // Far ends that everybody lost hang up by themselves.
      await pause(2_000);
      const report = await auditNodes(world, faults.happened);
      console.log(
        JSON.stringify({
          seed: SEED,
          seconds: SECONDS,
          faults: faults.happened.map(({ kind, subject }) => `${kind} ${subject}`),
          killed: await replacedAfter(world, faults.happened, 'node killed'),
          machineLost: await replacedAfter(world, faults.happened, 'node and its machine lost'),
          ...report,
        }),
      );
      expect(report.violations).toEqual([]);
    } catch (error) {
      const said = world.nodes.map(({ name, said }) => `${name}:\n${said.slice(-1500)}`).join('\n');
      const when = faults.happened.map(
        ({ kind, subject, at }) => `${new Date(at).toISOString()} ${kind} ${subject}`,
      );
      console.log(`OUTDIAL_KILL_SEED=${SEED} OUTDIAL_KILL_SECONDS=${SECONDS}\n${when.join('\n')}\n${said}`);
      throw error;
    } finally {
      await world.remove();
    }
  });
} else {
  test.skip('a kill run needs the lab', () => undefined);
}

/** Campaigns whose list has no lead that could be dialed while it is waited for. */
async function dryCampaigns({ store, clockOffset }: KillWorld): Promise<ReadonlySet<string>> {
  const rows = await store.engine.db
    .selectFrom('leads')
    .select('list_id')
    .distinct()
    .where('state', 'in', ['ready', 'waiting', 'claimed'])
    .where('next_dialable_at', '<', Date.now() + clockOffset)
    .execute();
  const left = new Set(rows.map(({ list_id }) => list_id));
  const lists = await store.engine.db.selectFrom('campaign_lists').selectAll().execute();
  return new Set(lists.filter(({ list_id }) => !left.has(list_id)).map(({ campaign_id }) => campaign_id));
}
