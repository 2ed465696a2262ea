import { afterEach, describe, expect, test } from '@jest/globals';
import { createPacer, type CampaignEvent, type Pacer } from '@outdial/core';
import { readAttempts } from '@outdial/store';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import type { CallFloor } from '../../src/dialer/call-floor.js';
import { createFloor } from '../../src/dialer/create-floor.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const MINUTE = 60_000;
const floors: CallFloor[] = [];
const faults: string[] = [];
afterEach(async () => {
  for (const floor of floors.splice(0)) await floor.close();
  expect(faults.splice(0)).toEqual([]);
});

/** A floor where everybody answers, with the events of all campaigns. */
async function openFloor(
  sharesAgents = false,
): Promise<{ readonly floor: CallFloor; readonly events: CampaignEvent[] }> {
  const floor = await createFloor({
    sharesAgents,
    store: { url: 'sqlite::memory:' },
    simulation: { answerShare: 1, machineShare: 0, busyShare: 0, invalidShare: 0, talkMeanSeconds: 30 },
    onFault: ({ where, detail }) => void faults.push(`${where}: ${detail}`),
  });
  floors.push(floor);
  const events: CampaignEvent[] = [];
  floor.onAny((event) => void events.push(event));
  return { floor, events };
}

function campaign(id: string): CampaignInput {
  return {
    id,
    name: id,
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  };
}

const leads = (areaCode: number): { readonly phone: string }[] =>
  Array.from({ length: 60 }, (_, index) => ({ phone: `+1${areaCode}555${1000 + index}` }));

/** Whoever hung up: the agent says what it was. */
function disposeAll(dialer: Dialer): void {
  dialer.on('agent.state', ({ agentId, state }) => {
    if (state === 'wrap-up') void dialer.dispose(agentId, 'right-party');
  });
}

async function twoCampaigns(): Promise<{
  readonly floor: CallFloor;
  readonly events: CampaignEvent[];
  readonly sales: Dialer;
  readonly service: Dialer;
}> {
  const { floor, events } = await openFloor();
  const sales = await floor.addCampaign(campaign('sales'), { leads: leads(212) });
  const service = await floor.addCampaign(campaign('service'), { leads: leads(312) });
  for (const dialer of [sales, service]) {
    disposeAll(dialer);
    await dialer.start();
  }
  for (const agentId of ['ana', 'ben', 'cleo']) {
    await sales.logIn({ agentId, station: `PJSIP/${agentId}` });
    await sales.ready(agentId);
  }
  return { floor, events, sales, service };
}

/** Agents in more than one call at once. */
function doubleCalls(events: readonly CampaignEvent[]): string[] {
  const talking = new Map<string, string>();
  const found: string[] = [];
  for (const event of events) {
    if (event.type !== 'agent.state') continue;
    const other = talking.get(event.agentId);
    if (event.state === 'talking') {
      if (other !== undefined && other !== event.campaignId) found.push(event.agentId);
      talking.set(event.agentId, event.campaignId);
    } else if (other === event.campaignId) talking.delete(event.agentId);
  }
  return found;
}

const connected = (events: readonly CampaignEvent[], campaignId: string, agentId: string): number =>
  events.filter(
    (event) =>
      event.type === 'call.connected' && event.campaignId === campaignId && event.agentId === agentId,
  ).length;

describe('two campaigns on one floor', () => {
  test('share agents: a moved agent takes the calls of the other campaign, and nobody is in two calls', async () => {
    const { floor, events, sales, service } = await twoCampaigns();
    await sales.runFor(4 * MINUTE);
    expect(connected(events, 'sales', 'ben')).toBeGreaterThan(1);
    expect(service.explain().reasons.map(({ kind }) => kind)).toContain('no-agents');

    expect(await floor.moveAgent('ben', 'service')).toEqual({ accepted: true });
    await sales.runFor(2 * MINUTE);
    expect(floor.campaignOf('ben')?.campaignId).toBe('service');
    await service.ready('ben');
    const before = connected(events, 'sales', 'ben');
    await Promise.all([sales.runFor(6 * MINUTE), service.runFor(6 * MINUTE)]);

    expect(connected(events, 'service', 'ben')).toBeGreaterThan(1);
    expect(connected(events, 'sales', 'ben')).toBe(before);
    expect(connected(events, 'sales', 'ana')).toBeGreaterThan(3);
    expect(doubleCalls(events)).toEqual([]);
  });

  test('an agent whose log-in is rejected works nowhere, and may log in to the other campaign', async () => {
    const { floor, sales, service } = await twoCampaigns();
    const station = '+12125550199';
    expect(await sales.logIn({ agentId: 'dan', station })).toMatchObject({ code: 'station-not-permitted' });
    expect(floor.campaignOf('dan')).toBeUndefined();
    expect(await service.logIn({ agentId: 'dan' })).toEqual({ accepted: true });
    expect(floor.campaignOf('dan')).toBe(service);
  });

  test('where agents are shared, one takes calls of both, in one conversation at a time', async () => {
    const { floor, events } = await openFloor(true);
    const predictive = (id: string): CampaignInput => ({ ...campaign(id), mode: 'predictive' });
    const sales = await floor.addCampaign(predictive('sales'), {
      leads: leads(212).slice(0, 6),
      priority: 2,
    });
    const service = await floor.addCampaign(predictive('service'), { leads: leads(312) });
    for (const dialer of [sales, service]) {
      disposeAll(dialer);
      await dialer.start();
    }
    await sales.logIn({ agentId: 'ana', station: 'PJSIP/ana', alsoFor: ['service'] });
    await sales.logIn({ agentId: 'ben', station: 'PJSIP/ben' });
    for (const agentId of ['ana', 'ben']) await sales.ready(agentId);
    await Promise.all([sales.runFor(12 * MINUTE), service.runFor(12 * MINUTE)]);

    expect(connected(events, 'sales', 'ben')).toBeGreaterThan(0);
    expect(connected(events, 'service', 'ana')).toBeGreaterThan(3);
    expect(connected(events, 'service', 'ben')).toBe(0);
    expect(doubleCalls(events)).toEqual([]);
    expect(await floor.moveAgent('ana', 'service')).toEqual({ accepted: true });
    await sales.runFor(5 * MINUTE);
    expect(floor.campaignOf('ana')).toBe(service);
  });

  test('hear their own events only, and the floor hears all', async () => {
    const { events, sales, service } = await twoCampaigns();
    const heard: string[] = [];
    service.onAny(({ campaignId }) => void heard.push(campaignId));
    await sales.runFor(2 * MINUTE);
    expect(new Set(heard)).not.toContain('sales');
    expect(new Set(events.map(({ campaignId }) => campaignId))).toContain('sales');
  });

  test('end apart: one is removed with its last attempt in the journal, the other goes on', async () => {
    const { floor, events, sales, service } = await twoCampaigns();
    await sales.runFor(2 * MINUTE);
    await floor.moveAgent('cleo', 'service');
    await sales.runFor(2 * MINUTE);
    await floor.removeCampaign('sales');

    expect(floor.campaigns()).toEqual([service]);
    expect(sales.state).toBe('stopped');
    const dialed = events.filter((event) => event.type === 'call.dialed' && event.campaignId === 'sales');
    const journaled: unknown[] = [];
    for await (const attempt of readAttempts(floor.store, 'sales')) journaled.push(attempt.endedAt);
    expect(journaled).toHaveLength(dialed.length);
    expect(journaled).not.toContain(null);

    await service.ready('cleo');
    await service.runFor(4 * MINUTE);
    expect(connected(events, 'service', 'cleo')).toBeGreaterThan(1);
  });

  test('have each its own pacing law and lead queue, where one is given', async () => {
    const { floor } = await openFloor();
    const own = createPacer({ mode: 'predictive' });
    const pacer: Pacer = {
      observe: (fact) => own.observe(fact),
      decide: (now) => ({ ...own.decide(now), calls: 0 }),
      configure: (changes, at) => own.configure(changes, at),
      snapshot: () => own.snapshot(),
    };
    let claims = 0;
    // No law of Germany limits abandoned calls: nothing but the pacer decides.
    const acceptUnmodelled = ['DE:informational:live', 'DE:informational:recorded'];
    const compliance = { purpose: 'informational', acceptUnmodelled } as const;
    const inGermany = { mode: 'predictive', countries: ['DE'], compliance } as const;
    const phones = (tens: number): { readonly phone: string }[] =>
      Array.from({ length: 9 }, (_, index) => ({ phone: `+4930123456${10 * tens + index}` }));
    const held = await floor.addCampaign({ ...campaign('sales'), ...inGermany }, { leads: phones(1), pacer });
    const dialing = await floor.addCampaign(
      { ...campaign('service'), ...inGermany },
      {
        leads: phones(2),
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
    for (const [agentId, dialer] of [['ana', held] as const, ['ben', dialing] as const]) {
      await dialer.start();
      await dialer.logIn({ agentId });
      await dialer.ready(agentId);
    }
    await Promise.all([held.runFor(MINUTE), dialing.runFor(MINUTE)]);

    expect(held.statistics().dials).toBe(0);
    expect(dialing.statistics().dials).toBeGreaterThan(0);
    const claimed = claims;
    expect(claimed).toBeGreaterThan(0);
    await floor.removeCampaign('service');
    await held.runFor(MINUTE);
    expect(claims).toBe(claimed);
  });

  test('reject orders for agents of the other, for strangers, and moves to nowhere', async () => {
    const { floor, sales, service } = await twoCampaigns();
    const elsewhere = { accepted: false, code: expect.any(String), reason: 'this agent is not logged in' };
    expect(await service.ready('ana')).toEqual(elsewhere);
    expect(await sales.pause('nobody', 'lunch')).toEqual(elsewhere);
    expect(await floor.moveAgent('nobody', 'service')).toEqual(elsewhere);
    expect(await floor.moveAgent('ana', 'nowhere')).toMatchObject({ code: 'no-such-campaign' });
    await expect(floor.addCampaign(campaign('sales'))).rejects.toMatchObject({
      code: 'campaign-on-floor',
      what: 'Campaign sales was not added: it is on the floor already.',
    });
  });
});
