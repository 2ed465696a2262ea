import { afterEach, describe, expect, test } from '@jest/globals';
import { createPacer, DEFAULT_DISPOSITIONS, type CampaignEvent, type Pacer } from '@outdial/core';
import { getLead, listLeads, openStore, readAttempts, type AttemptRecord } from '@outdial/store';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer, type DialerOptions } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { CallNotes } from '../../src/dialer/order-methods.js';

const MINUTE = 60_000;
const dialers: Dialer[] = [];
afterEach(async () => {
  for (const dialer of dialers.splice(0)) await dialer.close();
});

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'first' }, { id: 'second' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  simulation: {
    answerShare: 1,
    machineShare: 0,
    busyShare: 0,
    invalidShare: 0,
    ringMeanSeconds: 3,
    talkMeanSeconds: 30,
  },
};

async function open(
  changes: Partial<CampaignInput> = {},
  options: Partial<DialerOptions> = {},
): Promise<{ readonly dialer: Dialer; readonly events: CampaignEvent[] }> {
  const dialer = await createDialer({ campaign: { ...campaign, ...changes }, ...options });
  dialers.push(dialer);
  const events: CampaignEvent[] = [];
  dialer.onAny((event) => void events.push(event));
  return { dialer, events };
}

describe('leads given by a program', () => {
  test('are read like rows of a file, each with its verdict', async () => {
    const { dialer } = await open();
    const verdicts = await dialer.addLeads([
      { phone: '(212) 555-1000', name: 'Ana', balance: '12.50' },
      { phone: '12', name: 'Nobody' },
      { phone: '+12125551000', name: 'Ana again' },
    ]);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['added', 'rejected', 'duplicate-in-file']);
    expect(verdicts[1]?.problems.at(-1)).toMatchObject({ field: 'phone', remedy: expect.any(String) });
    const again = await dialer.addLeads([{ phone: '+12125551000' }]);
    expect(again).toEqual([{ verdict: 'duplicate-in-list', leadId: verdicts[0]?.leadId, problems: [] }]);
    const [lead] = await listLeads(dialer.store, { listId: 'first' });
    expect(lead).toMatchObject({ leadId: verdicts[0]?.leadId, state: 'ready' });
  });

  test('are skipped, or update the lead, as `duplicates` says', async () => {
    const { dialer } = await open({ lists: [{ id: 'first', duplicates: 'update' }] });
    const row = (name: string): Record<string, string> => ({ phone: '+12125551000', name });
    const nameOf = async (leadId: string | null): Promise<string | undefined> =>
      (await getLead(dialer.store, leadId ?? ''))?.fields['name'];
    const [added] = await dialer.addLeads([row('Ana')]);
    const leadId = added?.leadId ?? null;
    expect(await dialer.addLeads([row('Bea')], { duplicates: 'skip' })).toMatchObject([
      { verdict: 'duplicate-in-list', leadId },
    ]);
    expect(await nameOf(leadId)).toBe('Ana');
    expect(await dialer.addLeads([row('Cleo')], { duplicates: 'update' })).toMatchObject([
      { verdict: 'updated', leadId },
    ]);
    expect(await nameOf(leadId)).toBe('Cleo');
    await dialer.addLeads([row('Dana')]);
    expect(await nameOf(leadId)).toBe('Dana');
  });

  test('go to the list that is named', async () => {
    const { dialer } = await open();
    await dialer.addLeads([{ phone: '+12125551000' }], { listId: 'second' });
    expect(await listLeads(dialer.store, { listId: 'second' })).toHaveLength(1);
    await expect(dialer.addLeads([{ phone: '+12125551000' }], { listId: 'third' })).rejects.toMatchObject({
      code: 'campaign-list-unknown',
      what: "'third' is not a list of campaign c.",
      remedy: 'Use one of first, second.',
      retryable: false,
    });
  });

  test('are closed by number or account, in every list of the campaign', async () => {
    const { dialer, events } = await open();
    await dialer.addLeads([{ phone: '+12125551000', account: 'A-1' }]);
    await dialer.addLeads([{ phone: '+12125551001' }], { listId: 'second' });
    const report = await dialer.closeLeads(
      [{ account: 'A-1' }, { phone: '+12125551001' }, { phone: '+12125551002' }],
      'paid',
    );
    expect(report).toEqual({ references: 3, closed: 2, unknown: 1, already: 0 });
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    await dialer.runFor(2 * MINUTE);
    expect(events.filter(({ type }) => type === 'call.dialed')).toEqual([]);
  });
});

describe('a lead that is pushed to the front', () => {
  test('is the next attempt, ahead of the buffer', async () => {
    const { dialer, events } = await open();
    const row = (n: number): { phone: string } => ({ phone: `+1212555${1000 + n}` });
    await dialer.addLeads(Array.from({ length: 200 }, (_, n) => row(n)));
    await dialer.start();
    for (const agentId of ['ana', 'ben']) {
      await dialer.logIn({ agentId });
      await dialer.ready(agentId);
    }
    await dialer.runFor(10 * MINUTE);
    const claimed = await listLeads(dialer.store, { state: 'claimed' });
    expect(claimed.length).toBeGreaterThan(dialer.calls().length);
    const before = events.length;
    const pushedAt = dialer.now();
    const [pushed] = await dialer.addLeads([row(900)], { first: true });
    await dialer.runFor(5 * MINUTE);

    const dialed = events.slice(before).flatMap((event) => (event.type === 'call.dialed' ? event : []));
    expect(dialed[0]).toMatchObject({ leadId: pushed?.leadId });
    expect((dialed[0]?.at ?? Infinity) - pushedAt).toBeLessThan(MINUTE);
  });
});

describe('leads that were closed', () => {
  test('are reopened in every list of the campaign, and dialed', async () => {
    const { dialer, events } = await open();
    await dialer.addLeads([{ phone: '+12125551000', account: 'A-1' }]);
    const [second] = await dialer.addLeads([{ phone: '+12125551001' }], { listId: 'second' });
    await dialer.closeLeads([{ account: 'A-1' }, { phone: '+12125551001' }], 'paid');
    const report = await dialer.reopenLeads(
      [{ phone: '+12125551001' }, { phone: '+12125551002' }],
      'payment bounced',
    );
    expect(report).toEqual({
      references: 2,
      unknown: 1,
      reopened: 1,
      open: 0,
      barred: 0,
      barredBy: {},
    });
    expect(await getLead(dialer.store, second?.leadId ?? '')).toMatchObject({ state: 'ready' });
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    await dialer.runFor(2 * MINUTE);
    const dialed = events.flatMap((event) => (event.type === 'call.dialed' ? event.leadId : []));
    expect(dialed).toEqual([second?.leadId]);
  });
});

describe('an agent who writes down what was said', () => {
  test('finds notes and answers with the attempt', async () => {
    const leads = Array.from({ length: 6 }, (_, index) => ({ phone: `+1212555${1000 + index}` }));
    const { dialer } = await open({}, { leads });
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    dialer.on('agent.state', ({ agentId, state }) => {
      const said = { notes: 'call the office\nnot the cell', fields: { size: '12', interest: 'roof' } };
      if (state === 'wrap-up') void dialer.dispose(agentId, 'not-interested', said);
    });
    await dialer.runFor(5 * MINUTE);
    const attempts: AttemptRecord[] = [];
    for await (const attempt of readAttempts(dialer.store, { agentId: 'ana' })) attempts.push(attempt);
    expect(attempts.find(({ outcome }) => outcome === 'conversation')).toMatchObject({
      disposition: 'not-interested',
      answers: { notes: 'call the office\nnot the cell', size: '12', interest: 'roof' },
    });
  });

  test('pauses after the call with the code that they give', async () => {
    const leads = Array.from({ length: 6 }, (_, index) => ({ phone: `+1212555${1000 + index}` }));
    const { dialer, events } = await open({}, { leads });
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    dialer.on('agent.state', ({ agentId, state }) => {
      if (state === 'wrap-up') void dialer.dispose(agentId, 'not-interested', { pause: 'lunch' });
    });
    await dialer.runFor(10 * MINUTE);
    expect(dialer.agents()).toMatchObject([{ agentId: 'ana', state: 'paused', code: 'lunch' }]);
    expect(events.filter(({ type }) => type === 'call.connected')).toHaveLength(1);
    expect(await dialer.dispose('ana', 'not-interested', { pause: '' })).toMatchObject({
      code: 'order-invalid',
      reason: expect.stringMatching(/^pause /),
    });
  });

  test('is told what cannot be kept', async () => {
    const { dialer } = await open();
    const reasonOf = async (said: CallNotes): Promise<string> => {
      const answer = await dialer.dispose('ana', 'sale', said);
      return answer.accepted ? 'accepted' : `${answer.code} ${answer.reason}`;
    };
    expect(await reasonOf({ notes: 'x'.repeat(4_001) })).toMatch(/^order-invalid notes /);
    expect(await reasonOf({ notes: 'a\u001bb' })).toMatch(/^order-invalid notes /);
    expect(await reasonOf({ fields: { notes: 'x' } })).toMatch(/^order-invalid fields /);
    expect(await reasonOf({ fields: { size: 'x'.repeat(501) } })).toMatch(/^order-invalid fields/);
    expect(await reasonOf({ notes: 'x' })).toBe('agent-not-logged-in this agent is not logged in');
  });
});

describe('an agent who dials', () => {
  test('has a typed number dialed, which is a lead from then on', async () => {
    const { dialer, events } = await open({ mode: 'manual' });
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.runFor(5_000);
    expect(await dialer.dialNow('ana', { phone: '+12125551000' })).toEqual({ accepted: true });
    await dialer.runFor(MINUTE);
    const [lead] = await listLeads(dialer.store, { listId: 'first' });
    const call = events.find((event) => event.type === 'call.dialed');
    expect(call).toMatchObject({ agentId: 'ana', mode: 'manual', leadId: lead?.leadId });
  });

  test('has a lead of the campaign dialed, ahead of the others', async () => {
    const { dialer, events } = await open({ mode: 'manual' });
    const rows = Array.from({ length: 9 }, (_, index) => ({ phone: `+1212555${1000 + index}` }));
    const leadIds = (await dialer.addLeads(rows)).map(({ leadId }) => leadId ?? '');
    const chosen = leadIds.at(-1) ?? '';
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.runFor(5_000);
    expect(await dialer.dialNow('ana', { leadId: chosen })).toEqual({ accepted: true });
    await dialer.runFor(MINUTE);
    const calls = events.filter((event) => event.type === 'call.dialed');
    expect(calls).toMatchObject([{ agentId: 'ana', leadId: chosen }]);
  });

  test('is told why a number cannot be dialed', async () => {
    const { dialer } = await open({ mode: 'manual' });
    expect(await dialer.dialNow('ana', { phone: '911' })).toMatchObject({ code: 'number-unusable' });
    expect(await dialer.dialNow('ana', { phone: '+12125551000' })).toMatchObject({
      accepted: false,
      reason: 'this agent is not logged in',
    });
    const both: unknown = { phone: '+12125551000', leadId: 'l' };
    expect(await dialer.dialNow('ana', both as { phone: string })).toEqual({
      accepted: false,
      code: 'order-invalid',
      reason: '(file) must name either leadId or phone',
    });
  });
});

describe('a dialer in a program', () => {
  test('shows agents and calls as they stand', async () => {
    const { dialer } = await open({}, { leads: [{ phone: '+12125551000', name: 'Ana' }] });
    await dialer.start();
    await dialer.logIn({ agentId: 'eve', skills: ['de'] });
    await dialer.ready('eve');
    await dialer.runFor(5_000);
    const [call] = dialer.calls();
    expect(call).toMatchObject({ phone: '+12125551000', agentId: 'eve', mode: 'progressive' });
    expect(dialer.agents()).toMatchObject([
      { agentId: 'eve', skills: ['de'], legUp: true, attemptId: call?.attemptId },
    ]);
    expect(dialer.agents()[0]?.lead?.fields['name']).toBe('Ana');
  });

  test.each([
    ['x1', 'PJSIP/+19005550128@trunk'],
    ['x1', 'PJSIP/911@trunk'],
    ['+18765550128@trunk', undefined],
  ])('rings no station that is a number or a trunk: %s at %s', async (agentId, station) => {
    const { dialer } = await open();
    await dialer.start();
    expect(await dialer.logIn({ agentId, ...(station === undefined ? {} : { station }) })).toMatchObject({
      accepted: false,
      code: 'station-not-permitted',
    });
    expect(dialer.agents()).toEqual([]);
  });

  test('answers orders: accepted, not possible, or not an order', async () => {
    const { dialer } = await open();
    await dialer.start();
    expect(await dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
    expect(await dialer.hangUp('ana')).toMatchObject({
      accepted: false,
      reason: 'there is no call to hang up',
    });
    const speed: unknown = 99;
    expect(await dialer.setSpeed(speed as number)).toEqual({
      accepted: false,
      code: 'order-invalid',
      reason: 'speed (99) is too large: use at most 20',
    });
  });

  test('says in one sentence why nothing is dialed', async () => {
    const { dialer } = await open();
    expect(dialer.explain().reasons[0]).toMatchObject({
      kind: 'not-running',
      until: null,
      text: 'The campaign has not been started.',
    });
    await dialer.runFor(20_000);
    expect(dialer.explain().reasons.map(({ text }) => text)).toEqual([
      'No agent is logged in.',
      "The lists hold no leads: read them with 'outdial import', or upload them in the console.",
    ]);
    await dialer.pauseCampaign('lunch');
    expect(dialer.explain().reasons[0]?.kind).toBe('paused');
  });

  test('says when the first lead may be called, outside calling hours', async () => {
    const simulation = { ...campaign.simulation, startsAt: '2026-06-10T23:00:00-04:00' };
    const compliance = {
      purpose: 'telemarketing',
      callerNumberTakesRequests: true,
      scriptIdentifies: true,
      doNotCallVersion: '2026-06-01',
    } as const;
    const { dialer } = await open(
      { simulation, compliance },
      { leads: [{ phone: '+12125551000', state: 'NY' }] },
    );
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    await dialer.runFor(30_000);
    const reason = dialer.explain().reasons.find(({ kind }) => kind === 'window');
    expect(reason).toMatchObject({
      kind: 'window',
      until: Date.parse('2026-06-11T08:00:00-04:00'),
      text:
        '1 lead is outside calling hours: the first may be called at ' +
        '2026-06-11 08:00 in New York (12:00 UTC).',
    });
  });

  test('drains when its signal aborts, and is closed by await using', async () => {
    const abort = new AbortController();
    const states: string[] = [];
    {
      await using dialer = await createDialer({ campaign });
      dialer.on('campaign.state', ({ state }) => void states.push(state));
      await dialer.start({ signal: abort.signal });
      await dialer.runFor(5_000);
      abort.abort();
      expect((await dialer.run()).state).toBe('stopped');
    }
    expect(states.slice(-2)).toEqual(['draining', 'stopped']);
  });

  test('reads a given store with its own time, and leaves it open', async () => {
    const store = await openStore({ url: 'sqlite::memory:' });
    const { dialer } = await open({}, { store });
    expect(dialer.store.clock()).toBe(Date.parse('2026-06-10T13:00:00-04:00'));
    await dialer.close();
    expect(await listLeads(store, { listId: 'first' })).toEqual([]);
    await store.close();
  });

  test('says instants of a given store in the zone of the agency, unless the store has its own words', async () => {
    const [store, own] = await Promise.all([
      openStore({ url: 'sqlite::memory:' }),
      openStore({ url: 'sqlite::memory:', shown: (at) => `at ${at}` }),
    ]);
    const { dialer } = await open({ timeZone: 'America/New_York' }, { store });
    const noon = Date.parse('2026-06-10T16:00:00Z');
    expect(dialer.store.shown(noon)).toBe('2026-06-10 12:00:00 New York time');
    expect(store.shown(noon)).toBe('2026-06-10T16:00:00.000Z');
    await dialer.close();
    const { dialer: other } = await open({ timeZone: 'America/New_York' }, { store: own });
    expect(other.store.shown(noon)).toBe(`at ${noon}`);
    await other.close();
    await Promise.all([store.close(), own.close()]);
  });

  test('has its own pacing law, which is told what happens and decides how many calls are placed', async () => {
    const observed = new Set<string>();
    const law = (calls: number): Pacer => {
      const own = createPacer({ mode: 'predictive' });
      return {
        observe: (fact) => {
          observed.add(fact.type);
          own.observe(fact);
        },
        decide: (now) => ({ ...own.decide(now), calls }),
        configure: (changes, at) => own.configure(changes, at),
        snapshot: () => own.snapshot(),
      };
    };
    const leads = Array.from({ length: 9 }, (_, index) => ({ phone: `+4930123456${10 + index}` }));
    // No law of Germany limits abandoned calls: nothing but the pacer decides.
    const acceptUnmodelled = ['DE:informational:live', 'DE:informational:recorded'];
    const compliance = { purpose: 'informational', acceptUnmodelled } as const;
    const changes = { mode: 'predictive', countries: ['DE'], compliance } as const;
    const dialedBy = async (pacer: Pacer): Promise<number> => {
      const { dialer } = await open(changes, { leads, pacer });
      await dialer.start();
      await dialer.logIn({ agentId: 'ana' });
      await dialer.ready('ana');
      await dialer.runFor(20_000);
      return dialer.statistics().dials;
    };
    expect([await dialedBy(law(0)), await dialedBy(law(4))]).toEqual([0, 9]);
    expect([...observed]).toEqual(expect.arrayContaining(['agent', 'dialed', 'answered', 'connected']));
  });

  test('knows the disposition codes of its campaign, for the screen of an agent', async () => {
    const own = { code: 'roof', label: 'Wants a roof', outcome: 'conversation', then: 'close' } as const;
    const codesOf = async (changes: Partial<CampaignInput>): Promise<readonly string[]> =>
      (await open(changes)).dialer.dispositions.map(({ code }) => code);
    expect(await codesOf({})).toEqual(DEFAULT_DISPOSITIONS.map(({ code }) => code));
    expect(await codesOf({ dispositions: [own], wrapUp: { disposition: 'roof' } })).toEqual(['roof']);
  });

  test('asks its own lead queue around that of the store', async () => {
    let claims = 0;
    const { dialer, events } = await open(
      {},
      {
        leads: [{ phone: '+12125551000' }],
        leadQueue: (queue) => ({
          claim: (command) => {
            claims += 1;
            queue.claim(command);
          },
          release: (command) => queue.release(command),
          survey: (command) => queue.survey(command),
        }),
      },
    );
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    await dialer.runFor(MINUTE);
    expect(claims).toBeGreaterThan(0);
    expect(events.some(({ type }) => type === 'call.dialed')).toBe(true);
  });
});
