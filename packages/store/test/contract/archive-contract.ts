import { describe, expect, test } from '@jest/globals';
import type { Lead } from '@outdial/core';
import {
  archiveHistory,
  erasePersons,
  findDecisions,
  giveStandingOrder,
  readAttempts,
  readDecisionRecords,
  readEvents,
  readLastCallAt,
  readNumberTrail,
  readPersonsBefore,
  readStaffing,
  readStanding,
  reportCampaign,
  verifyAuditChain,
} from '../../src/index.js';
import { archiveOf } from '../../src/database/archive-db.js';
import { ARCHIVED_COLUMNS } from '../../src/database/archived-tables.js';
import type { ArchivedTable } from '../../src/database/archived-tables.js';
import { allowing, refusing } from './port-world.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

const PHONE = '+13035550101';
const TABLES = Object.keys(ARCHIVED_COLUMNS) as ArchivedTable[];
/** Entries that an archiving itself writes. */
const OWN = ['history.archive-began', 'history.archived'];

/** History that is old is moved to an archive. */
export function archiveContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`archive: ${name}`, () => {
    const campaign = runningCampaign(create);

    /** One call, after which the lead is closed, or waits. */
    async function call(attemptId: string, lead: Lead, closed = true): Promise<void> {
      campaign.world.gate = (request) => ({
        ...allowing(request),
        evaluations: [{ request: { lead: request.lead }, verdict: { allowed: true }, trace: [] }],
      });
      await campaign.open(attemptId, lead);
      const next = { status: 'closed', nextDialableAt: null, phoneIndex: 0, why: 'done' } as const;
      await campaign.close(attemptId, lead, {
        liveAnswer: true,
        variables: { age: '44' },
        ...(closed ? { lead: { ...next, reason: lead.reason } } : {}),
      });
    }

    /** Calls of two years: old ones that may go, one of a lead that is still open, a refusal, a new one. */
    async function years(): Promise<void> {
      const { world } = campaign;
      const twice = await campaign.newLead([PHONE], 'ada');
      await call('spring-1-1', twice, false);
      const stays = await campaign.newLead(['+13035550102'], 'bob');
      await call('spring-1-2', stays, false);
      for (const index of [3, 4, 5]) {
        const lead = await campaign.newLead([`+1303555010${index}`], `p${index}`);
        await call(`spring-1-${index}`, lead);
      }
      const refused = await campaign.newLead(['+13035550106'], 'p6');
      world.gate = refusing('lead', null);
      await campaign.open('spring-1-6', refused);
      world.advance(7_200_000);
      await call('spring-1-7', await campaign.claimOne(twice.leadId));
      world.advance(600 * DAY);
      await call('spring-1-8', await campaign.newLead(['+13035550108'], 'p8'));
    }

    /** What people are told of it. */
    async function told(): Promise<unknown> {
      const { store } = campaign.world;
      const gather = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
        const all: Item[] = [];
        for await (const item of items) all.push(item);
        return all;
      };
      const persons = await personsOf(campaign.world);
      return {
        report: await reportCampaign(store, CAMPAIGN),
        standing: await readStanding(store, CAMPAIGN),
        staffing: await readStaffing(store, CAMPAIGN),
        attempts: await gather(readAttempts(store, CAMPAIGN)),
        some: await gather(readAttempts(store, { campaignId: CAMPAIGN, after: 'spring-1-3', limit: 2 })),
        trail: await readNumberTrail(store, PHONE),
        records: await gather(readDecisionRecords(store)),
        ofNumber: await gather(readDecisionRecords(store, { phone: PHONE })),
        decisions: await findDecisions(store, { campaignId: CAMPAIGN, limit: 100 }),
        ofPhone: await findDecisions(store, { phone: PHONE, limit: 100 }),
        events: (await gather(readEvents(store)))
          .filter(({ kind }) => !OWN.includes(kind))
          .map(({ eventId, kind, at }) => ({ eventId, kind, at })),
        old: (await gather(readPersonsBefore(store, campaign.world.now() - 100 * DAY))).flat(),
        last: await readLastCallAt(store, persons.slice(0, 1)),
        erasing: await erasePersons(store, persons, { reason: 'x', isWhole: true, dryRun: true }),
      };
    }

    const archive = (stepRows = 2) =>
      archiveHistory(campaign.world.store, { before: campaign.world.now() - 500 * DAY, stepRows });

    test('what is old moves, and everybody is told the same of it; the trail still proves it', async () => {
      await years();
      const { store } = campaign.world;
      const before = await told();
      const counts = await rowsOf(campaign.world);
      const dry = { before: campaign.world.now() - 500 * DAY, dryRun: true };
      expect(await archiveHistory(store, dry)).toMatchObject({ attempts: 5, decisions: 0 });
      const moved = await archive();
      expect(moved).toMatchObject({ attempts: 5, decisions: 6 });
      expect(moved.records).toBeGreaterThan(3);
      expect(moved.entries).toBeGreaterThan(10);
      const hot = await store.engine.db.selectFrom('attempts').select('attempt_id').execute();
      expect(hot.map((row) => row.attempt_id).sort()).toEqual(['spring-1-2', 'spring-1-8']);
      expect(await told()).toEqual(before);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
      const after = await rowsOf(campaign.world);
      expect({ ...after, audit: counts.audit }).toEqual(counts);
      expect(await archive()).toMatchObject({ attempts: 0, decisions: 0, records: 0 });
    });

    test('a changed row of the archive is found', async () => {
      await years();
      await archive();
      const { store } = campaign.world;
      const old = archiveOf(store.engine.db);
      await old
        .updateTable('attempts')
        .set({ outcome: 'busy' })
        .where('attempt_id', '=', 'spring-1-3')
        .execute();
      const { ok, breaks } = await verifyAuditChain(store);
      expect(ok).toBe(false);
      expect(JSON.stringify(breaks)).toContain('attempt spring-1-3 was changed: outcome');
      await old.updateTable('audit').set({ kind: 'x' }).where('n', '=', 2).execute();
      expect((await verifyAuditChain(store)).broken).toBeGreaterThan(1);
    });

    test('an erasure reaches the archive, and a hold keeps what is in it', async () => {
      await years();
      await archive();
      const { store } = campaign.world;
      const whole = { reason: 'old', isWhole: true, dryRun: false };
      const persons = await personsOf(campaign.world);
      await giveStandingOrder(store, {
        kind: 'legal-hold',
        subject: `n:+13035550103`,
        at: 1,
        reason: 'case',
      });
      const erased = await erasePersons(store, persons, whole);
      expect(erased).toMatchObject({ held: 1, calls: 6, answers: 6 });
      expect((await readNumberTrail(store, PHONE)).attempts).toEqual([]);
      expect((await readNumberTrail(store, '+13035550103')).attempts).toHaveLength(1);
      const numbers = await archiveOf(store.engine.db).selectFrom('attempts').select('phone').execute();
      expect(numbers.map(({ phone }) => phone).filter((phone) => phone !== '')).toEqual(['+13035550103']);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
    });

    test('young history is not archived', async () => {
      const before = campaign.world.now() - 399 * DAY;
      await expect(archiveHistory(campaign.world.store, { before })).rejects.toMatchObject({
        code: 'archive-too-young',
      });
    });

    test('cut short after any of its transactions, nothing is lost, and nothing is there twice', async () => {
      await years();
      const { world } = campaign;
      const before = await told();
      const rows = await rowsOf(world);
      for (const cut of [1, 2, 3, 5, 8]) {
        const mend = breakAfter(world, cut);
        await archive(1).catch(() => undefined);
        mend();
        const now = await rowsOf(world);
        expect({ ...now, audit: 0 }).toEqual({ ...rows, audit: 0 });
        expect(await told()).toEqual(before);
        expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
      }
      await archive();
      expect(await told()).toEqual(before);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
    });
  });
}

/** Every person of the lists, in the order in which they came. */
async function personsOf({ store }: StoreWorld): Promise<readonly string[]> {
  const rows = await store.engine.db.selectFrom('leads').select('person_id').orderBy('lead_id').execute();
  return rows.map((row) => row.person_id);
}

/** Rows of each table with those of its archive; each row is in one of them. */
async function rowsOf({ store }: StoreWorld): Promise<Record<ArchivedTable, number>> {
  const counts: Partial<Record<ArchivedTable, number>> = {};
  for (const table of TABLES) {
    const count = async (db: typeof store.engine.db): Promise<number> => {
      const all = db.selectFrom(table as 'attempts').select(({ fn }) => fn.countAll<number>().as('n'));
      return Number((await all.executeTakeFirstOrThrow()).n);
    };
    counts[table] = (await count(store.engine.db)) + (await count(archiveOf(store.engine.db)));
  }
  return counts as Record<ArchivedTable, number>;
}

/** The process ends within the transaction after so many. Answers a function that mends it. */
function breakAfter({ store }: StoreWorld, transactions: number): () => void {
  const { db } = store.engine;
  const begin = db.transaction.bind(db);
  let done = 0;
  db.transaction = () => {
    const real = begin();
    const execute = real.execute.bind(real);
    real.execute = (work) =>
      execute(async (tx) => {
        const result = await work(tx);
        if ((done += 1) > transactions) throw new Error('the process ended');
        return result;
      });
    return real;
  };
  return () => {
    db.transaction = begin;
  };
}
