/** Marks that come fast are written together: what comes of it is what comes of each alone. */
import { afterEach, expect, test } from '@jest/globals';
import type { AttemptMark, Lead } from '@outdial/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import { claim, open, recover, result } from './contract/port-world.js';
import type { StoreNode, StoreWorld } from './contract/store-world.js';
import { sqliteWorld } from './sqlite-world.js';

const ATTEMPTS = 3;
const worlds: StoreWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

interface Calls {
  readonly world: StoreWorld;
  readonly node: StoreNode;
  readonly leads: readonly Lead[];
}

/** Calls of one campaign, opened. Marks that come within `gatherMs` are written together. */
async function calls(gatherMs: number): Promise<Calls> {
  const world = await sqliteWorld();
  worlds.push(world);
  await world.addLeads(
    'list',
    Array.from({ length: ATTEMPTS }, (_, index) => ({ phones: [`+1212555${1000 + index}`] })),
  );
  await world.defineCampaign('c', ['list']);
  const node = await world.node('n', { gatherMs });
  await recover(world, node, 'c');
  const leads = await claim(world, node, 'c', ATTEMPTS);
  for (const [index, lead] of leads.entries()) await open(world, node, 'c', `a${index}`, lead);
  return { world, node, leads };
}

interface Marked {
  readonly mark: AttemptMark;
  readonly attempt: number;
}

const MARKS: readonly AttemptMark[] = ['live-answer', 'connected', 'abandoned', 'flow', 'machine'];

function give({ world, node }: Calls, { mark, attempt }: Marked, index: number): void {
  node.journal.mark({
    campaignId: 'c',
    attemptId: `a${attempt}`,
    mark,
    at: world.now() + index,
    ...(mark === 'connected' ? { agentId: `agent${index}` } : {}),
    ...(mark === 'flow' ? { flow: `flow${index}` } : {}),
  });
}

function standing({ world }: Calls): Promise<unknown> {
  return world.store.engine.db
    .selectFrom('attempts')
    .select(['attempt_id', 'live_answer_at', 'connected_at', 'abandoned_at', 'agent_id', 'given_flow'])
    .select(['machine_verdict', 'ended_at', 'outcome'])
    .orderBy('attempt_id')
    .execute();
}

test('marks given at once leave what marks one after the other leave', async () => {
  const marked = fc.record({
    mark: fc.constantFrom(...MARKS),
    attempt: fc.integer({ min: 0, max: ATTEMPTS - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(marked, { minLength: 2, maxLength: 12 }), async (given) => {
      const [apart, together] = [await calls(0), await calls(10)];
      for (const [index, each] of given.entries()) {
        give(apart, each, index);
        await apart.node.settle();
      }
      for (const [index, each] of given.entries()) give(together, each, index);
      await together.node.settle();
      expect(await standing(together)).toEqual(await standing(apart));
      expect(together.world.faults).toEqual([]);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 10) },
  );
});

test('a live answer and the connection after it are one statement', async () => {
  const made = await calls(50);
  await sql`create table touched (attempt_id text)`.execute(made.world.store.engine.db);
  await sql`create trigger touch after update on attempts
    begin insert into touched values (new.attempt_id); end`.execute(made.world.store.engine.db);
  // The first mark never waits.
  give(made, { mark: 'machine', attempt: 2 }, 0);
  give(made, { mark: 'live-answer', attempt: 0 }, 1);
  give(made, { mark: 'live-answer', attempt: 1 }, 2);
  give(made, { mark: 'connected', attempt: 0 }, 3);
  await made.node.settle();
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from touched where attempt_id <> 'a2'`.execute(made.world.store.engine.db);
  expect(rows).toEqual([{ n: 2 }]);
  const now = made.world.now();
  expect(await standing(made)).toMatchObject([
    { live_answer_at: now + 1, connected_at: now + 3 },
    { live_answer_at: now + 2, connected_at: null },
    { machine_verdict: 'machine' },
  ]);
});

test('a mark that the database refuses is reported, and holds up no other', async () => {
  const made = await calls(50);
  await sql`create trigger refuse before update on attempts when new.abandoned_at is not null
    begin select raise(abort, 'not this one'); end`.execute(made.world.store.engine.db);
  const given: readonly AttemptMark[] = ['machine', 'abandoned', 'live-answer'];
  for (const [index, mark] of given.entries()) give(made, { mark, attempt: index }, index);
  await made.node.settle();
  expect(await standing(made)).toMatchObject([
    { machine_verdict: 'machine' },
    { abandoned_at: null },
    { live_answer_at: made.world.now() + 2 },
  ]);
  expect(made.world.faults.join()).toMatch(/store mark/);
});

test('an end waits for the marks before it: they are stored, also where it says nothing of them', async () => {
  const made = await calls(50);
  const { world, node, leads } = made;
  for (const attempt of [0, 1]) {
    give(made, { mark: 'machine', attempt: 2 }, 0);
    give(made, { mark: 'abandoned', attempt }, 1);
    node.journal.close({
      campaignId: 'c',
      attemptId: `a${attempt}`,
      result: result(world, leads[attempt] as Lead),
      at: world.now(),
    });
  }
  await node.settle();
  expect(await standing(made)).toMatchObject([
    { abandoned_at: world.now() + 1, outcome: 'no-answer' },
    { abandoned_at: world.now() + 1, outcome: 'no-answer' },
    { outcome: null },
  ]);
});
