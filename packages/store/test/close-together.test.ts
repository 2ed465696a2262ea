/** Closes that wait are written together: what comes of it is what comes of each alone. */
import { afterEach, expect, test } from '@jest/globals';
import type { AttemptResult, Lead } from '@outdial/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import { verifyAuditChain } from '../src/index.js';
import { claim, close, factsOf, open, recover, result } from './contract/port-world.js';
import type { StoreNode, StoreWorld } from './contract/store-world.js';
import { sqliteWorld } from './sqlite-world.js';

const worlds: StoreWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

/** Calls of one campaign, one a lead: opened, and not closed. */
async function calls(count: number): Promise<{ world: StoreWorld; node: StoreNode; leads: readonly Lead[] }> {
  const world = await sqliteWorld();
  worlds.push(world);
  const numbers = Array.from({ length: count }, (_, index) => `+1212555${1000 + index}`);
  await world.addLeads(
    'list',
    numbers.map((phone, index) => ({ person: `p${index}`, phones: [phone, `+1303555${1000 + index}`] })),
  );
  await world.defineCampaign('c', ['list']);
  const node = await world.node('n');
  await recover(world, node, 'c');
  const leads = await claim(world, node, 'c', count);
  for (const [index, lead] of leads.entries()) await open(world, node, 'c', `a${index}`, lead);
  return { world, node, leads };
}

/** Ends of every kind: most are plain, some close a number or a person, some have answers. */
const ENDS: Readonly<Record<string, (end: AttemptResult) => AttemptResult>> = {
  plain: (end) => end,
  busy: (end) => ({ ...end, outcome: 'busy', countsAsAttempt: false }),
  closed: (end) => ({ ...end, lead: { ...end.lead, status: 'closed', nextDialableAt: null, why: 'done' } }),
  number: (end) => ({ ...end, outcome: 'invalid-number', closes: 'number' }),
  person: (end) => ({
    ...end,
    closes: 'person',
    lead: { ...end.lead, status: 'closed', nextDialableAt: null },
  }),
  answers: (end) => ({ ...end, variables: { age: '44' } }),
  refused: (end) => ({
    ...end,
    learned: [{ kind: 'refused', source: 'agent', at: end.endedAt }],
  }),
};

/** A row without the ids that each store draws for itself. */
function withoutIds(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !['lead_id', 'person_id', 'import_id'].includes(name)),
  );
}

/** Everything that closing writes, in an order of its own. */
async function standing({ store }: StoreWorld): Promise<unknown> {
  const { db } = store.engine;
  const leads = await db.selectFrom('leads').selectAll().orderBy('import_line').execute();
  const attempts = await db.selectFrom('attempts').selectAll().orderBy('attempt_id').execute();
  const numbers = await db.selectFrom('phones').select(['phone', 'open']).orderBy('phone').execute();
  const keys = await db.selectFrom('in_progress').selectAll().orderBy('subject').execute();
  const answers = await db.selectFrom('answers').selectAll().orderBy('attempt_id').execute();
  const counts = await db
    .selectFrom('lead_counts')
    .select(['state', 'why', 'touched'])
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .groupBy(['state', 'why', 'touched'])
    .having(({ fn }) => fn.sum('n'), '<>', 0)
    .orderBy('state')
    .orderBy('why')
    .execute();
  const entries = await db
    .selectFrom('audit')
    .select('kind')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return {
    leads: leads.map(withoutIds),
    attempts: attempts.map(withoutIds),
    numbers,
    keys: keys.length,
    answers,
    counts,
    entries,
  };
}

test('closes given at once leave what closes one after the other leave', async () => {
  const kinds = fc.array(fc.constantFrom(...Object.keys(ENDS)), { minLength: 2, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(kinds, async (given) => {
      const [apart, together] = [await calls(given.length), await calls(given.length)];
      const ends = ({ world, leads }: typeof apart): AttemptResult[] =>
        given.map((kind, index) => (ENDS[kind] ?? ((end) => end))(result(world, leads[index] as Lead)));
      for (const [index, end] of ends(apart).entries())
        await close(apart.world, apart.node, 'c', `a${index}`, end);
      for (const [index, end] of ends(together).entries())
        together.node.journal.close({
          campaignId: 'c',
          attemptId: `a${index}`,
          result: end,
          at: together.world.now(),
        });
      await together.node.settle();
      expect(factsOf(together.node, 'attempt.closed')).toHaveLength(given.length);
      expect(await standing(together.world)).toEqual(await standing(apart.world));
      expect(await verifyAuditChain(together.world.store)).toMatchObject({ ok: true, breaks: [] });
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 5) },
  );
});

test('an attempt that is closed twice, and a process that lost the campaign, get their own answers', async () => {
  const { world, node, leads } = await calls(5);
  const journal = node.journal;
  const ends = leads.map((lead) => result(world, lead));
  const other = { ...result(world, leads[1] as Lead), outcome: 'busy' } as const;
  for (const [index, end] of [...ends.entries(), [1, other] as const])
    journal.close({ campaignId: 'c', attemptId: `a${index}`, result: end, at: world.now() });
  await node.settle();
  const closed = factsOf(node, 'attempt.closed');
  expect(closed).toHaveLength(6);
  expect(
    closed.filter(({ earlier }) => earlier).map(({ attemptId, earlier }) => [attemptId, earlier]),
  ).toEqual([['a1', { outcome: 'no-answer', disposition: null }]]);

  await world.addLeads('list', [{ phones: ['+12125559001'] }, { phones: ['+12125559002'] }]);
  const more = await claim(world, node, 'c', 2);
  for (const [index, lead] of more.entries()) await open(world, node, 'c', `b${index}`, lead);
  await world.store.engine.db.updateTable('leases').set({ epoch: 99 }).execute();
  for (const [index, lead] of more.entries())
    journal.close({ campaignId: 'c', attemptId: `b${index}`, result: result(world, lead), at: world.now() });
  await node.settle();
  expect(factsOf(node, 'attempt.close-failed').map(({ attemptId }) => attemptId)).toEqual(['b0', 'b1']);
});

test('one that the database refuses holds up no other', async () => {
  const { world, node, leads } = await calls(4);
  await sql`create trigger refuse before update on attempts when new.attempt_id = 'a2'
    begin select raise(abort, 'not this one'); end`.execute(world.store.engine.db);
  for (const [index, lead] of leads.entries())
    node.journal.close({
      campaignId: 'c',
      attemptId: `a${index}`,
      result: result(world, lead),
      at: world.now(),
    });
  await node.settle();
  expect(
    factsOf(node, 'attempt.closed')
      .map(({ attemptId }) => attemptId)
      .sort(),
  ).toEqual(['a0', 'a1', 'a3']);
  expect(factsOf(node, 'attempt.close-failed')).toMatchObject([{ attemptId: 'a2' }]);
});
