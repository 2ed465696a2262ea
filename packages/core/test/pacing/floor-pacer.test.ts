import { describe, expect, test } from '@jest/globals';
import { createFloorPacer } from '../../src/pacing/index.js';
import type {
  PacedCampaignOptions,
  FloorPacer,
  FloorPacerFact,
  FloorPacerSnapshot,
} from '../../src/pacing/index.js';
import { samplers, simulateFloor } from '../../../simulator/src/pacing-index.js';
import type { FloorScenario } from '../../../simulator/src/pacing-index.js';

const campaign = (campaignId: string, rest: Partial<PacedCampaignOptions> = {}): PacedCampaignOptions => ({
  campaignId,
  mode: 'progressive',
  connectGrace: 0,
  ...rest,
});
const ready = (agentId: string, at: number, campaigns?: readonly string[]): FloorPacerFact => ({
  type: 'agent',
  agentId,
  state: 'ready',
  at,
  ...(campaigns === undefined ? {} : { reach: { campaigns } }),
});
const dialed = (campaignId: string, callId: string, at: number): FloorPacerFact => ({
  type: 'dialed',
  campaignId,
  callId,
  at,
});

function callsOf(pacer: FloorPacer, now: number): Record<string, number> {
  return Object.fromEntries([...pacer.decide(now)].map(([campaignId, { calls }]) => [campaignId, calls]));
}

function twoCampaigns(...options: PacedCampaignOptions[]): FloorPacer {
  return createFloorPacer({ campaigns: options.length > 0 ? options : [campaign('a'), campaign('b')] });
}

describe('agents of several campaigns', () => {
  test('one call in flight for each free agent, whichever campaign it is of', () => {
    const pacer = twoCampaigns();
    for (const agentId of ['1', '2', '3', '4']) pacer.observe(ready(agentId, 0));
    const { a, b } = callsOf(pacer, 0);
    expect(a! + b!).toBe(4);
    for (let i = 0; i < 3; i += 1) pacer.observe(dialed('b', `b${i}`, 0));
    expect(Object.values(callsOf(pacer, 0)).reduce((sum, calls) => sum + calls)).toBe(1);
  });

  test('an agent counts only for the campaigns in reach, and anew when that changes', () => {
    const pacer = twoCampaigns();
    pacer.observe(ready('1', 0, ['a']));
    pacer.observe(ready('2', 0, ['a']));
    expect(callsOf(pacer, 0)).toEqual({ a: 2, b: 0 });
    pacer.observe(ready('2', 5, ['b']));
    expect(callsOf(pacer, 5)).toEqual({ a: 1, b: 1 });
  });

  test('a campaign that asks for a skill gets the agents who have it', () => {
    const pacer = twoCampaigns(campaign('a'), campaign('b', { skills: ['es'], priority: 9 }));
    pacer.observe({ type: 'agent', agentId: '1', state: 'ready', at: 0, reach: { skills: ['es', 'fr'] } });
    pacer.observe({ type: 'agent', agentId: '2', state: 'ready', at: 0 });
    expect(callsOf(pacer, 0)).toEqual({ a: 1, b: 1 });
    pacer.configure('b', { skills: ['de'] }, 1);
    expect(callsOf(pacer, 1)).toEqual({ a: 2, b: 0 });
  });

  test('specialists are left to their campaign, shared agents go to the campaign of more worth', () => {
    const pacer = twoCampaigns(campaign('a', { priority: 2 }), campaign('b'));
    pacer.observe(ready('1', 0, ['b']));
    pacer.observe(ready('2', 0));
    expect(callsOf(pacer, 0)).toEqual({ a: 1, b: 1 });
    const why = pacer.decide(0);
    expect([why.get('a')!.rank, why.get('b')!.rank]).toEqual([0, 1]);
  });

  test('a campaign that places nothing for two seconds no longer holds agents back', () => {
    const pacer = twoCampaigns(campaign('a', { priority: 2 }), campaign('b'));
    pacer.observe(ready('1', 0));
    expect(callsOf(pacer, 0)).toEqual({ a: 1, b: 0 });
    expect(callsOf(pacer, 1_999)).toEqual({ a: 1, b: 0 });
    expect(callsOf(pacer, 2_000)).toEqual({ a: 1, b: 1 });
    pacer.observe(dialed('b', 'b1', 2_000));
    expect(callsOf(pacer, 2_100)).toEqual({ a: 0, b: 0 });
  });

  test('calls of an agentless campaign hold no agent from the others', () => {
    const flows = campaign('flows', { mode: 'agentless', lines: 50 });
    const pacer = twoCampaigns(flows, campaign('a'));
    pacer.observe(ready('1', 0));
    pacer.observe(ready('2', 0, ['flows']));
    for (let i = 0; i < 20; i += 1) {
      pacer.observe(dialed('flows', `f${i}`, 0));
      if (i < 9) pacer.observe({ type: 'answered', campaignId: 'flows', callId: `f${i}`, at: 5 });
    }
    expect(callsOf(pacer, 10)).toEqual({ flows: 30, a: 1 });
    pacer.configure('flows', { mode: 'progressive' }, 20);
    expect(callsOf(pacer, 20)).toEqual({ flows: 0, a: 0 });
  });

  test('the agent who takes a call is in reach of it: a specialist first, the owner before', () => {
    const pacer = twoCampaigns();
    pacer.observe(ready('both', 0));
    pacer.observe(ready('only-a', 1, ['a']));
    pacer.observe(ready('only-b', 2, ['b']));
    pacer.decide(2);
    const among = ['both', 'only-a', 'only-b'].map((agentId, readySince) => ({ agentId, readySince }));
    expect(pacer.chooseAgent('a', among)).toBe('only-a');
    expect(pacer.chooseAgent('a', among, 'both')).toBe('both');
    expect(pacer.chooseAgent('a', among, 'only-b')).toBe('only-a');
    expect(pacer.chooseAgent('a', among.slice(2))).toBeUndefined();
    expect(pacer.chooseAgent('nowhere', among)).toBeUndefined();
  });
});

describe('calls that agents get from the flow of an agentless campaign', () => {
  const END = 2_400_000;
  /** Eight agents of two campaigns and eight of a third; a flow gives one of the former a call every 40 s. */
  function aWhile(mode: 'agentless' | 'power', saved?: FloorPacerSnapshot): FloorPacer {
    const others = ['both', 'own'].map((id) => campaign(id, { mode: 'predictive', skills: [id] }));
    const pacer = createFloorPacer({ campaigns: [campaign('flows', { mode, lines: 9 }), ...others] }, saved);
    if (saved !== undefined) return pacer;
    for (let i = 0; i < 16; i += 1) {
      const reach = i < 8 ? { skills: ['both'] } : { campaigns: ['own'], skills: ['own'] };
      pacer.observe({ type: 'agent', agentId: `${i}`, state: 'ready', at: 0, reach });
    }
    for (let n = 0; n < END / 40_000; n += 1) {
      const at = n * 40_000;
      for (const [campaignId, agent] of [
        ['flows', n % 8],
        ['both', (n + 4) % 8],
        ['own', 8],
      ] as const) {
        const [call, agentId] = [{ campaignId, callId: `${campaignId}${n}` }, `${agent}`];
        pacer.observe({ type: 'dialed', ...call, at });
        if (campaignId !== 'flows' && n % 3 > 0) {
          pacer.observe({ type: 'ended', ...call, outcome: 'no-answer', at: at + 15_000 });
          continue;
        }
        pacer.observe({ type: 'connected', ...call, agentId, at: at + 9_000 });
        pacer.observe({ type: 'agent', agentId, state: 'ready', at: at + 39_000 });
      }
      pacer.decide(at + 39_000);
    }
    return pacer;
  }
  /** Of a call beside those now in flight, by campaign. */
  function risksOf(pacer: FloorPacer): readonly number[] {
    for (const id of ['both', 'own'])
      for (let i = 0; i < 13; i += 1) pacer.observe(dialed(id, `last ${id} ${i}`, END));
    const decided = pacer.decide(END);
    return ['both', 'own'].map((id) => decided.get(id)!.why.risk);
  }

  test('are expected of the agents who take them, and of no others', () => {
    const [both, own] = risksOf(aWhile('agentless'));
    const [untold, ownUntold] = risksOf(aWhile('power'));
    expect(both).toBeGreaterThan(1.3 * untold!);
    expect(own).toBeCloseTo(ownUntold!, 9);
  });

  test('are expected after a restart', () => {
    const pacer = aWhile('agentless');
    const saved: FloorPacerSnapshot = JSON.parse(JSON.stringify(pacer.snapshot()));
    const [both] = risksOf(pacer);
    expect(risksOf(aWhile('agentless', saved))[0]).toBeCloseTo(both!, 1);
    expect(both).toBeGreaterThan(1.3 * risksOf(aWhile('power', saved))[0]!);
  });
});

describe('options', () => {
  test('an id given twice, a priority of 0 and an unknown campaign are refused by name and remedy', () => {
    expect(() => twoCampaigns(campaign('a'), campaign('a'))).toThrow(/"a" is given twice; use an id once/);
    expect(() => twoCampaigns(campaign('a', { priority: 0 }))).toThrow(/priority of campaign "a" is 0; give/);
    const pacer = twoCampaigns();
    expect(() => pacer.configure('c', { lines: 1 }, 0)).toThrow(/"c" is not on the floor; add it first/);
    expect(() => pacer.remove('c', 0)).toThrow(RangeError);
    expect(() => pacer.configure('a', { lines: -1 }, 0)).toThrow(/pacer option lines is -1/);
    expect(() => pacer.add(campaign('b'), 0)).toThrow(RangeError);
  });

  test('a campaign that is removed leaves its agents to the others', () => {
    const pacer = twoCampaigns();
    for (const agentId of ['1', '2']) pacer.observe(ready(agentId, 0));
    pacer.observe(dialed('a', 'a1', 0));
    pacer.observe({ type: 'connected', campaignId: 'a', callId: 'a1', agentId: '1', at: 5 });
    pacer.remove('a', 6);
    expect(callsOf(pacer, 6)).toEqual({ b: 1 });
    pacer.observe(ready('1', 9));
    pacer.observe({ type: 'answered', campaignId: 'a', callId: 'late', at: 9 });
    expect(callsOf(pacer, 9)).toEqual({ b: 2 });
    pacer.add(campaign('c', { priority: 2 }), 10);
    expect(callsOf(pacer, 10)).toEqual({ b: 0, c: 2 });
  });

  test('a snapshot of another version is refused', () => {
    expect(() => createFloorPacer({ campaigns: [] }, { version: 2 as 1, at: 0, state: {} })).toThrow(
      /version 2; this release reads version 1/,
    );
    expect(createFloorPacer({ campaigns: [] }).decide(0).size).toBe(0);
  });
});

const kind = (campaignId: string, talk: number): FloorScenario['campaigns'][number] => ({
  campaignId,
  answerRate: 0.3,
  ring: samplers.uniform(4_000, 20_000),
  failure: samplers.uniform(5_000, 26_000),
  talk: samplers.lognormal(talk, 1),
  wrapUp: samplers.exponential(10_000),
});
const floor: FloorScenario = {
  campaigns: [kind('a', 60_000), kind('b', 90_000)],
  agents: [{ count: 4, campaigns: ['a'] }, { count: 4 }],
  connectGrace: 2_000,
  duration: 1_800_000,
  warmUp: 0,
  seed: 3,
};

test('a floor pacer made from a snapshot decides as the one it was taken of', () => {
  const options = { campaigns: ['a', 'b'].map((id) => campaign(id, { mode: 'predictive' })) };
  const pacer = createFloorPacer(options);
  simulateFloor(floor, pacer);
  const one = createFloorPacer(options, pacer.snapshot());
  const other = createFloorPacer(options, JSON.parse(JSON.stringify(pacer.snapshot())));
  for (let now = 1_800_000; now < 1_830_000; now += 1_000) expect(one.decide(now)).toEqual(other.decide(now));
  expect(one.decide(1_831_000).get('a')!.why).toMatchObject({ staffedAgents: 8 });
  expect(one.decide(1_831_000).get('b')!.why).toMatchObject({ staffedAgents: 4 });
  other.decide(1_831_000);
  expect(one.snapshot()).toEqual(other.snapshot());
});

test('an hour without leads leaves the agents to the other campaign', () => {
  const pacer = createFloorPacer({
    campaigns: [campaign('a', { mode: 'predictive', priority: 3 }), campaign('b', { mode: 'predictive' })],
  });
  const { campaigns, occupancy } = simulateFloor(
    {
      ...floor,
      agents: [{ count: 8 }],
      campaigns: [{ ...kind('a', 60_000), leads: (elapsed) => elapsed < 1_200_000 }, kind('b', 90_000)],
      duration: 4_800_000,
      warmUp: 1_800_000,
    },
    pacer,
  );
  expect(campaigns.get('a')!.dials).toBe(0);
  expect(campaigns.get('b')!.busyShare).toBe(occupancy);
  expect(occupancy).toBeGreaterThan(0.75);
});
