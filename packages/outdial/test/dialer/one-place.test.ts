/** One agent, one conversation: across dialers and floors on a store. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CampaignEvent } from '@outdial/core';
import { openStore, type Store } from '@outdial/store';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import { createFloor } from '../../src/dialer/create-floor.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const MINUTE = 60_000;
/** Beyond the life of a presence, ms. */
const LONG_AGO = 31_000;

let store: Store;
let ends: (() => Promise<unknown>)[];
let faults: string[];
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
  [ends, faults] = [[], []];
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  await store.close();
  expect(faults).toEqual([]);
});

function campaign(id: string, more: Partial<CampaignInput> = {}): CampaignInput {
  return {
    id,
    name: id,
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id }],
    log: { level: 'silent' },
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    simulation: { answerShare: 1, machineShare: 0, busyShare: 0, invalidShare: 0, talkMeanSeconds: 600 },
    ...more,
  };
}

const leads = (areaCode: number): { readonly phone: string; readonly state: string }[] =>
  Array.from({ length: 20 }, (_, n) => ({ phone: `+1${areaCode}555${1000 + n}`, state: 'NY' }));

interface Opened {
  readonly dialer: Dialer;
  readonly events: CampaignEvent[];
}

async function open(id: string, areaCode: number, more: Partial<CampaignInput> = {}): Promise<Opened> {
  const dialer = await createDialer({
    store,
    campaign: campaign(id, more),
    leads: leads(areaCode),
    onFault: ({ where, detail }) => void faults.push(`${where}: ${detail}`),
  });
  ends.push(() => dialer.close());
  const events: CampaignEvent[] = [];
  dialer.onAny((event) => void events.push(event));
  await dialer.start();
  return { dialer, events };
}

const connected = ({ events }: Opened): number =>
  events.filter(({ type }) => type === 'call.connected').length;

/** The presence of an agent ends as if its dialer had been away. */
async function letEnd(agentId: string): Promise<void> {
  await store.engine.db
    .updateTable('presences')
    .set({ expires_at: Date.now() - LONG_AGO })
    .where('agent_id', '=', agentId)
    .execute();
}

describe('an agent at two dialers of one process', () => {
  test('is refused at the second with where and since, as answer and event; the first goes on', async () => {
    const [sales, service] = [await open('sales', 212), await open('service', 312)];
    expect(await sales.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
    const answer = await service.dialer.logIn({ agentId: 'ana' });
    const reason = expect.stringMatching(
      /elsewhere: campaign 'sales', node 'simulation' \(host .+, process \d+\) since 20\d\d-.* UTC; log them out/,
    );
    expect(answer).toEqual({ accepted: false, code: 'agent-elsewhere', reason });
    expect(service.events.at(-1)).toMatchObject({
      type: 'order.rejected',
      campaignId: 'service',
      order: 'agent.login',
      agentId: 'ana',
      code: 'agent-elsewhere',
      reason,
    });
    expect(await service.dialer.ready('ana')).toMatchObject({ code: 'agent-not-logged-in' });
    await sales.dialer.ready('ana');
    await Promise.all([sales.dialer.runFor(2 * MINUTE), service.dialer.runFor(2 * MINUTE)]);
    expect([connected(sales), connected(service)]).toEqual([1, 0]);
  });

  test('may log in at the second once logged out, or once the first is closed', async () => {
    const [sales, service] = [await open('sales', 212), await open('service', 312)];
    await sales.dialer.logIn({ agentId: 'ana' });
    await sales.dialer.logIn({ agentId: 'ben' });
    await sales.dialer.logOut('ana');
    expect(await service.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
    expect(await service.dialer.logIn({ agentId: 'ben' })).toMatchObject({ code: 'agent-elsewhere' });
    await sales.dialer.close();
    expect(await service.dialer.logIn({ agentId: 'ben' })).toEqual({ accepted: true });
  });

  test('keeps the place while a conversation outlasts the log-out', async () => {
    const [sales, service] = [await open('sales', 212), await open('service', 312)];
    await sales.dialer.logIn({ agentId: 'ana' });
    await sales.dialer.ready('ana');
    await sales.dialer.runFor(2 * MINUTE);
    await sales.dialer.logOut('ana');
    expect(await service.dialer.logIn({ agentId: 'ana' })).toMatchObject({ code: 'agent-elsewhere' });
    await sales.dialer.hangUp('ana');
    await sales.dialer.runFor(5_000);
    await sales.dialer.dispose('ana', 'right-party');
    expect(await service.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
  });

  test('orders given at once with a log-in follow it; a log-in that is refused takes no place', async () => {
    const [sales, service] = [await open('sales', 212), await open('service', 312)];
    const answers = await Promise.all([
      sales.dialer.logIn({ agentId: 'ana', station: '+12125550199' }),
      sales.dialer.logIn({ agentId: 'ben' }),
      sales.dialer.ready('ben'),
      sales.dialer.pause('ben', 'tea'),
      sales.dialer.ready('nobody'),
    ]);
    expect(answers).toMatchObject([
      { code: 'station-not-permitted' },
      { accepted: true },
      { accepted: true },
      { accepted: true },
      { code: 'agent-not-logged-in' },
    ]);
    expect(sales.dialer.agents()).toMatchObject([{ agentId: 'ben', state: 'paused', code: 'tea' }]);
    expect(await service.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
  });
});

describe('an agent of a floor', () => {
  test('moves between its campaigns and works at no dialer beside it, until the floor lets them go', async () => {
    const floor = await createFloor({ store, onFault: ({ detail }) => void faults.push(detail) });
    ends.push(() => floor.close());
    const [sales, service] = [
      await floor.addCampaign(campaign('sales')),
      await floor.addCampaign(campaign('service')),
    ];
    for (const dialer of [sales, service]) await dialer.start();
    const beside = await open('beside', 312);
    await sales.logIn({ agentId: 'ana' });
    expect(await floor.moveAgent('ana', 'service')).toEqual({ accepted: true });
    expect(floor.campaignOf('ana')).toBe(service);
    expect(await beside.dialer.logIn({ agentId: 'ana' })).toMatchObject({
      code: 'agent-elsewhere',
      reason: expect.stringContaining("campaign 'service'"),
    });
    await floor.removeCampaign('service');
    expect(await beside.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
  });
});

describe('a dialer that was away while its agent logged in at another', () => {
  test('places no call for them and has them leave', async () => {
    const [sales, service] = [await open('sales', 212), await open('service', 312)];
    await sales.dialer.logIn({ agentId: 'ana' });
    await letEnd('ana');
    expect(await service.dialer.logIn({ agentId: 'ana' })).toEqual({ accepted: true });
    await sales.dialer.ready('ana');
    await sales.dialer.runFor(MINUTE);
    expect(sales.events.filter(({ type }) => type === 'call.dialed')).toEqual([]);
    expect(sales.dialer.agents()).toEqual([]);
    expect(sales.events.findLast(({ type }) => type === 'agent.state')).toMatchObject({
      state: 'offline',
      reason: expect.stringMatching(/^agent-elsewhere: they work at campaign 'service', node/),
    });
    expect(await service.dialer.ready('ana')).toEqual({ accepted: true });
  });
});

describe('automatic agents', () => {
  test('who work at a dialer that ends come as soon as it lets them go', async () => {
    const automatic = { talkMeanSeconds: 20, wrapUpMeanSeconds: 1 };
    const sales = await open('sales', 212, { agents: { people: [{ id: 'ana' }], automatic } });
    const { createAutomaticTeam } = await import('../../src/dialer/automatic-team.js');
    const service = await open('service', 312, { agents: { people: [{ id: 'ana' }], automatic } });
    await sales.dialer.logIn({ agentId: 'ana' });
    const behaviour = { ...automatic, decideMeanSeconds: 1, dispositions: { 'right-party': 1 }, seed: 1 };
    const team = createAutomaticTeam({
      dialer: service.dialer,
      agents: [{ id: 'ana', skills: [] }],
      behaviour,
    });
    team.logIn();
    await service.dialer.runFor(MINUTE);
    expect(connected(service)).toBe(0);
    await sales.dialer.close();
    await service.dialer.runFor(MINUTE);
    expect(connected(service)).toBeGreaterThan(0);
  });
});
