/** Openings that wait are written together: what comes of it is what comes of each alone. */
import { afterEach, expect, test } from '@jest/globals';
import type { GateRequest, Lead } from '@outdial/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import { createAgentPresence, verifyAuditChain } from '../src/index.js';
import type { AgentPresence } from '../src/index.js';
import { allowing, claim, factsOf, opening, recover, refusing } from './contract/port-world.js';
import type { StoreNode, StoreWorld } from './contract/store-world.js';
import { sqliteWorld } from './sqlite-world.js';

const worlds: StoreWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

/** What becomes of a call to a lead: by its number's last digits the gate answers. */
const ANSWERS = {
  allowed: allowing,
  waits: refusing('lead', 1_900_000_000_000),
  never: refusing('lead', null),
  campaign: refusing('campaign', 1_900_000_000_000),
  call: refusing('call', null),
} as const;
type Answer = keyof typeof ANSWERS;
/** Leads of one person each; 'twin' is the person of the lead before, 'closed' was withdrawn meanwhile. */
type Kind = Answer | 'twin' | 'closed';

interface Campaign {
  readonly world: StoreWorld;
  readonly node: StoreNode;
  readonly leads: readonly Lead[];
}

/** A campaign whose leads are claimed and not called yet. */
async function campaignOf(kinds: readonly Kind[]): Promise<Campaign> {
  const world = await sqliteWorld();
  worlds.push(world);
  const persons = kinds.map((kind, index) => `p${kind === 'twin' ? Math.max(0, index - 1) : index}`);
  const ids: string[] = [];
  // A list has a person once: every second lead is of another list.
  for (const [index, person] of persons.entries())
    ids.push(
      ...(await world.addLeads(`list${index % 2}`, [{ person, phones: [`+1212555${1000 + index}`] }])),
    );
  await world.defineCampaign('c', ['list0', 'list1']);
  const node = await world.node('n');
  await recover(world, node, 'c');
  const claimed = await claim(world, node, 'c', kinds.length);
  const leads = ids.map((id) => claimed.find(({ leadId }) => leadId === id) as Lead);
  await world.withdraw(
    ids.filter((_, index) => kinds[index] === 'closed'),
    'gone',
  );
  world.gate = (request: GateRequest) => {
    const index = Number(String(request.lead['phone']).slice(-4)) - 1000;
    const kind = kinds[index] ?? 'allowed';
    const decide = kind === 'twin' || kind === 'closed' ? allowing : ANSWERS[kind];
    return { ...decide(request), evaluations: [{ asked: index, verdict: { allowed: true } }] };
  };
  return { world, node, leads };
}

/** Everything that opening writes, without the ids that each store draws for itself. */
async function standing({ world }: Campaign): Promise<unknown> {
  const { db } = world.store.engine;
  const leads = db.selectFrom('leads as l').innerJoin('phones as p', 'p.lead_id', 'l.lead_id');
  return {
    leads: await leads
      .select(['p.phone', 'l.state', 'l.why', 'l.closed_by', 'l.next_dialable_at', 'l.claim_campaign'])
      .orderBy('p.phone')
      .execute(),
    attempts: await db
      .selectFrom('attempts')
      .select(['attempt_id', 'phone', 'opened_at', 'mode', 'outcome'])
      .orderBy('attempt_id')
      .execute(),
    decisions: await db
      .selectFrom('decisions')
      .select(['attempt_id', 'allowed', 'rule', 'scope'])
      .orderBy('attempt_id')
      .execute(),
    records: await db
      .selectFrom('decision_records')
      .select(['attempt_id', 'phone', 'allowed'])
      .orderBy('attempt_id')
      .execute(),
    keys: (await db.selectFrom('in_progress').selectAll().execute()).length,
    entries: await db
      .selectFrom('audit')
      .select('kind')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .groupBy('kind')
      .orderBy('kind')
      .execute(),
  };
}

/** The answers, by attempt. */
function answersOf({ node }: Campaign): readonly string[] {
  const types = ['attempt.opened', 'attempt.refused', 'attempt.in-progress', 'attempt.open-failed'] as const;
  return types
    .flatMap((type) => factsOf(node, type))
    .map(({ type, attemptId }) => `${attemptId} ${type}`)
    .sort();
}

function ask({ world, node, leads }: Campaign, index: number): void {
  const lead = leads[index];
  if (lead) node.journal.open(opening(world, 'c', `a${index}`, lead));
}

test('openings given at once leave what openings one after the other leave', async () => {
  const kind = fc.constantFrom<Kind>(...(Object.keys(ANSWERS) as Answer[]), 'allowed', 'twin', 'closed');
  await fc.assert(
    fc.asyncProperty(fc.array(kind, { minLength: 2, maxLength: 24 }), async (kinds) => {
      const [apart, together] = [await campaignOf(kinds), await campaignOf(kinds)];
      for (const index of kinds.keys()) {
        ask(apart, index);
        await apart.node.settle();
      }
      for (const index of kinds.keys()) ask(together, index);
      await together.node.settle();
      expect(answersOf(together)).toEqual(answersOf(apart));
      expect(answersOf(together)).toHaveLength(kinds.length);
      expect(await standing(together)).toEqual(await standing(apart));
      expect(await verifyAuditChain(together.world.store)).toMatchObject({ ok: true, breaks: [] });
      expect(together.world.faults).toEqual([]);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 5) },
  );
});

test('a process that lost the campaign opens none of them', async () => {
  const campaign = await campaignOf(['allowed', 'allowed', 'allowed']);
  await campaign.world.store.engine.db.updateTable('leases').set({ epoch: 99 }).execute();
  for (const index of [0, 1, 2]) ask(campaign, index);
  await campaign.node.settle();
  expect(factsOf(campaign.node, 'attempt.open-failed')).toHaveLength(3);
  expect(await standing(campaign)).toMatchObject({ attempts: [], decisions: [], keys: 0 });
});

test('one that the database refuses holds up no other', async () => {
  const campaign = await campaignOf(['allowed', 'allowed', 'allowed', 'allowed']);
  await sql`create trigger refuse before insert on attempts when new.attempt_id = 'a2'
    begin select raise(abort, 'not this one'); end`.execute(campaign.world.store.engine.db);
  for (const index of [0, 1, 2, 3]) ask(campaign, index);
  await campaign.node.settle();
  expect(answersOf(campaign)).toEqual([
    'a0 attempt.opened',
    'a1 attempt.opened',
    'a2 attempt.open-failed',
    'a3 attempt.opened',
  ]);
});

test('of agents who are dialed for, each is called where they work here, and no other', async () => {
  const campaign = await campaignOf(['allowed', 'allowed', 'allowed', 'allowed', 'allowed']);
  const { world, leads } = campaign;
  const at = (instance: string): AgentPresence =>
    createAgentPresence(world.store, {
      node: 'n',
      instance,
      leaseClock: () => world.now(),
      onLost: () => undefined,
    });
  const [here, away] = [at('here'), at('away')];
  for (const agentId of ['ana', 'ben', 'cid']) await here.take(agentId, 'c');
  await away.take('dan', 'c');
  await campaign.node.stop();
  const node = await world.node('n', { presence: here, gatherMs: 10 });
  await recover(world, node, 'c');
  const again = await claim(world, node, 'c', leads.length);
  const agents = ['ana', 'ben', 'dan', 'cid', 'nobody'];
  for (const [index, agentId] of agents.entries())
    node.journal.open(opening(world, 'c', `a${index}`, again[index] as Lead, { agentId }));
  await node.settle();
  expect(answersOf({ ...campaign, node })).toEqual([
    'a0 attempt.opened',
    'a1 attempt.opened',
    'a2 attempt.open-failed',
    'a3 attempt.opened',
    'a4 attempt.open-failed',
  ]);
  await Promise.all([here.stop(), away.stop()]);
});
