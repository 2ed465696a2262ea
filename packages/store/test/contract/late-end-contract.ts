/** What a person said is stored whatever the fence, and whether or not the attempt has ended. */
import { describe, expect, test } from '@jest/globals';
import type { AttemptResult } from '@outdial/core';
import { parseJson } from '../../src/database/json-text.js';
import { numberKey } from '../../src/identity.js';
import { listedSubjects } from '../../src/law/do-not-call.js';
import { readNumberTrail, readStanding, reportCampaign, verifyAuditChain } from '../../src/index.js';
import { close, factsOf, recover, result } from './port-world.js';
import { CAMPAIGN, HOUR, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

/** Ends that come late: after another end, or from a process that lost the campaign. */
export function lateEndContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`late ends: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('what was said is stored whatever the fence: a conversation ends, an opt-out by key is in force', async () => {
      const { world } = campaign;
      const talking = await campaign.newLead(['+13035550101']);
      const pressing = await campaign.newLead(['+13035550102']);
      await campaign.open('spring-1-1', talking);
      await campaign.open('spring-1-2', pressing);
      world.advance(31_000);
      const rival = await world.node('n2');
      await recover(world, rival, CAMPAIGN);

      expect(await campaign.close('spring-1-1', talking, doNotCall(world.now()))).toBe('attempt.closed');
      expect(await world.lead(talking.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
      const pressed = { learned: [{ kind: 'do-not-call', at: world.now(), source: 'key-press' }] } as const;
      expect(await campaign.close('spring-1-2', pressing, pressed)).toBe('attempt.close-failed');
      expect(await listed(world, '+13035550102')).toBe(true);
      expect(await world.lead(pressing.leadId)).toMatchObject({ openPhones: [] });

      const unknown = result(world, talking, { outcome: 'unknown' });
      expect(await close(world, rival, CAMPAIGN, 'spring-1-1', unknown)).toBe('attempt.closed');
      expect(factsOf(rival, 'attempt.closed').at(-1)).toMatchObject({
        earlier: { outcome: 'conversation', disposition: 'do-not-call' },
      });
      await close(world, rival, CAMPAIGN, 'spring-1-2', result(world, pressing, { outcome: 'unknown' }));
      expect(await world.lead(pressing.leadId)).toMatchObject({ status: 'closed' });
      await expectTrailHolds(world);
    });

    test('an end that finds another one says so, and what it says is in force and kept', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101'], 'ada');
      await world.addLeads('other', [{ phones: ['+13035550101'], person: 'ada' }]);
      await campaign.open('spring-1-1', lead);
      world.advance(31_000);
      const rival = await world.node('n2');
      await recover(world, rival, CAMPAIGN);
      await close(world, rival, CAMPAIGN, 'spring-1-1', result(world, lead, { outcome: 'unknown' }));
      expect(await listed(world, '+13035550101')).toBe(false);

      const said = doNotCall(world.now());
      expect(await campaign.close('spring-1-1', lead, said)).toBe('attempt.closed');
      expect(campaign.facts('attempt.closed')).toMatchObject([
        { attemptId: 'spring-1-1', earlier: { outcome: 'unknown', disposition: null } },
      ]);
      expect(world.faults.join()).toMatch(/spring-1-1 had ended before as 'unknown'/);
      expect(await listed(world, '+13035550101')).toBe(true);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed' });
      expect(await world.attempts()).toMatchObject([{ outcome: 'unknown' }]);
      const kept = await world.store.engine.db.selectFrom('late_ends').selectAll().execute();
      expect(kept).toMatchObject([
        { attempt_id: 'spring-1-1', node: 'n1', outcome: 'conversation', disposition: 'do-not-call' },
      ]);

      expect(await campaign.close('spring-1-1', lead, said)).toBe('attempt.closed');
      const entries = await auditEntries(world, 'attempt.closed-again');
      expect(entries).toMatchObject([{ earlier: { outcome: 'unknown' }, disposition: 'do-not-call' }]);
      expect(await world.store.engine.db.selectFrom('late_ends').selectAll().execute()).toHaveLength(1);
      await expectTrailHolds(world);
    });

    test.each(['cease', 'attorney', 'deceased', 'wrong-number', 'consent-revoked'] as const)(
      'a late statement counts: %s',
      async (kind) => {
        const { world } = campaign;
        const lead = await campaign.newLead(['+13035550101']);
        await campaign.open('spring-1-1', lead);
        await campaign.close('spring-1-1', lead, { outcome: 'unknown' });
        const closes = kind === 'consent-revoked' ? 'none' : kind === 'wrong-number' ? 'number' : 'person';
        await campaign.close('spring-1-1', lead, {
          ...doNotCall(world.now()),
          disposition: kind,
          closes,
          learned: [{ kind, at: world.now(), source: 'agent' }],
        });
        const learned = await world.store.engine.db.selectFrom('learned').select('kind').execute();
        expect(learned).toEqual([{ kind }]);
        const consents = await world.store.engine.db.selectFrom('consents').select('type').execute();
        expect(consents).toEqual(kind === 'consent-revoked' ? [{ type: 'revocation' }] : []);
        expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed' });
      },
    );

    test('a callback promised in a late end is planned, also where the lead was claimed meanwhile', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, {
        outcome: 'unknown',
        lead: { status: 'open', nextDialableAt: world.now(), phoneIndex: 0, reason: 'retry', why: 'retry' },
      });
      await campaign.claimOne(lead.leadId);
      const at = world.now() + HOUR;
      await campaign.close('spring-1-1', lead, {
        outcome: 'conversation',
        disposition: 'callback',
        connectedAt: world.now(),
        lead: {
          status: 'open',
          nextDialableAt: at,
          phoneIndex: 0,
          reason: 'callback',
          why: 'callback',
          callback: { at, agentId: 'anna', note: 'after lunch' },
        },
      });
      await node.settle();
      expect(campaign.facts('leads.withdrawn').flatMap((fact) => fact.leadIds)).toEqual([lead.leadId]);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open', nextDialableAt: at });
      world.advance(HOUR);
      expect(await campaign.claim(1, { agentIds: ['anna'] })).toMatchObject([
        { leadId: lead.leadId, reason: 'callback', callback: { at, agentId: 'anna', note: 'after lunch' } },
      ]);
    });

    test('the law hears of a conversation that ended late', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, { outcome: 'unknown' });
      await campaign.close('spring-1-1', lead, { outcome: 'conversation', connectedAt: world.now() });
      await campaign.close('spring-1-1', lead, { outcome: 'machine' });
      world.advance(HOUR);
      const again = await campaign.claimOne(lead.leadId);
      const asked = await campaign.openAsking('spring-1-2', again);
      expect(asked.history).toMatchObject([{ outcome: 'conversation', voice: 'live' }]);
    });

    test('a call abandoned by a late end counts: report, regulator, periods of the law', async () => {
      const { world } = campaign;
      const abandonedAt = world.now() + 5_000;
      const late = {
        outcome: 'abandoned',
        liveAnswer: true,
        abandoned: true,
        answeredAt: world.now(),
      } as const;
      const spoken = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', spoken);
      await campaign.close('spring-1-1', spoken, { outcome: 'unknown', dialedAt: world.now() });
      await campaign.close('spring-1-1', spoken, { ...late, endedAt: abandonedAt });
      const heard = await campaign.newLead(['+13035550102']);
      await campaign.open('spring-1-2', heard);
      await campaign.close('spring-1-2', heard, { ...late, endedAt: abandonedAt });
      await campaign.close('spring-1-2', heard, { ...doNotCall(world.now()), endedAt: abandonedAt + 1 });

      const report = await reportCampaign(world.store, CAMPAIGN);
      expect(report).toMatchObject(await readStanding(world.store, CAMPAIGN));
      expect(report).toMatchObject({
        attempts: 2,
        liveAnswers: 2,
        abandoned: 2,
        connected: 1,
        lateEnds: 2,
        abandonmentRate: 1,
      });
      const [first] = (await readNumberTrail(world.store, '+13035550101')).attempts;
      expect(first).toMatchObject({
        outcome: 'unknown',
        abandonedAt,
        lateEnds: [{ outcome: 'abandoned', node: 'n1', endedAt: abandonedAt }],
      });
      const { counters } = await recover(world, campaign.node, CAMPAIGN, [
        abandonedAt,
        abandonedAt + 1,
        world.now() - HOUR,
      ]);
      expect(counters).toMatchObject([
        { liveAnswers: 0, abandoned: 2 },
        { liveAnswers: 0, abandoned: 0 },
        { liveAnswers: 2, abandoned: 2 },
      ]);
      await expectTrailHolds(world);

      await world.store.engine.db.updateTable('late_ends').set({ abandoned_at: null }).execute();
      const { breaks } = await verifyAuditChain(world.store);
      expect(breaks.map(({ problem }) => problem).join()).toMatch(/late end|late_ends/);
    });

    test.each([Infinity, 1e20, 1.5, -1, NaN])(
      'a value that does not fit its column never blocks an end: a callback at %d',
      async (at) => {
        const { world } = campaign;
        const lead = await campaign.newLead(['+13035550101']);
        await campaign.open('spring-1-1', lead);
        const long = 'a'.repeat(300);
        const callback = { at, agentId: long, note: long };
        const end = {
          ...doNotCall(world.now()),
          agentId: long,
          lead: {
            status: 'open',
            nextDialableAt: at,
            phoneIndex: 0,
            reason: 'callback',
            why: long,
            callback,
          },
          variables: { [long]: long },
        } as const;
        expect(await campaign.close('spring-1-1', lead, end)).toBe('attempt.closed');
        expect(await campaign.close('spring-1-1', lead, { ...end, outcome: 'machine' })).toBe(
          'attempt.closed',
        );
        expect(await listed(world, '+13035550101')).toBe(true);
      },
    );
  });
}

/** The end of a conversation in which the person asked not to be called again. */
function doNotCall(
  at: number,
): Pick<
  AttemptResult,
  'outcome' | 'disposition' | 'liveAnswer' | 'connectedAt' | 'closes' | 'lead' | 'learned'
> {
  return {
    outcome: 'conversation',
    disposition: 'do-not-call',
    liveAnswer: true,
    connectedAt: at,
    closes: 'number',
    lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'opted-out' },
    learned: [{ kind: 'do-not-call', at, source: 'agent' }],
  };
}

async function listed(world: StoreWorld, phone: string): Promise<boolean> {
  return (await listedSubjects(world.store.engine.db, [numberKey(phone)])).size === 1;
}

async function auditEntries(world: StoreWorld, kind: string): Promise<readonly unknown[]> {
  const rows = await world.store.engine.db
    .selectFrom('audit')
    .select('detail')
    .where('kind', '=', kind)
    .execute();
  return rows.map((row) => parseJson(row.detail, {}));
}

async function expectTrailHolds(world: StoreWorld): Promise<void> {
  expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
}
