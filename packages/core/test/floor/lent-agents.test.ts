import { afterEach, expect, test } from '@jest/globals';
import { Campaign } from '../../src/index.js';
import type { CampaignEvent, CampaignSettings, Fact, Unstamped } from '../../src/index.js';
import { INBOUND, OUR_NUMBER } from '../campaign/inbound/callers.js';
import { Stage, lead } from '../campaign/stage.js';

const PREDICTIVE: Partial<CampaignSettings> = { mode: 'predictive', limits: [] };
let stage: Stage;
afterEach(() => expect(stage.faults).toEqual([]));

/** Campaign c with these agents, who take calls of campaign d, too; d has nobody of its own, and leads. */
function open(agents: readonly string[], changes: Partial<CampaignSettings> = {}): void {
  stage = new Stage(PREDICTIVE, [{ ...PREDICTIVE, ...changes, campaignId: 'd' }]);
  act({ type: 'telephony.up' });
  for (const campaignId of ['c', 'd']) {
    stage.tell({ type: 'campaign.start', campaignId });
    stage.tell({ type: 'campaign.recovered', campaignId, epoch: 1, open: [], counters: [] });
  }
  for (const agentId of agents) seat(agentId, ['d']);
}

/** Facts about agents name no campaign: the floor knows where they work. */
function act(...facts: readonly Unstamped<Fact, 'at'>[]): void {
  for (const fact of facts) stage.engine.dispatch({ ...fact, at: stage.now });
}

function seat(agentId: string, alsoFor: readonly string[] = [], campaignId = 'c'): void {
  act(
    { type: 'agent.login', agentId, campaignId, alsoFor },
    { type: 'agent.leg-up', agentId },
    { type: 'agent.ready', agentId },
  );
}

/** Campaign d gets this lead, and places a call to it. Returns the attempt. */
function dialForD(n: number): string {
  // Campaign c has no leads: after two seconds it no longer holds agents back.
  stage.pass(5_000);
  const claim = stage.sent('leads.claim').findLast(({ campaignId }) => campaignId === 'd');
  const leads = [lead(n)];
  stage.tell({ type: 'leads.claimed', campaignId: 'd', requestId: claim?.requestId ?? '', leads });
  const { attemptId } = stage.last('journal.open');
  stage.tell({ type: 'attempt.opened', campaignId: 'd', attemptId });
  return attemptId;
}

function statesOf(agentId: string): string[] {
  return stage.events
    .filter((event): event is Extract<CampaignEvent, { type: 'agent.state' }> => event.type === 'agent.state')
    .filter((event) => event.agentId === agentId)
    .map(({ campaignId, state }) => `${campaignId} ${state}`);
}

test('an answered call gets a ready agent of another campaign, who is back there when it is over', () => {
  open(['ana']);
  const attemptId = dialForD(1);
  expect(stage.engine.floor.campaignOf('ana')).toBe('c');
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  expect(stage.last('telephony.connect')).toMatchObject({ attemptId, agentId: 'ana' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('d');
  expect(stage.engine.agents('c')).toEqual([]);

  stage.tell({ type: 'call.connected', campaignId: 'd', attemptId, agentId: 'ana' });
  act({ type: 'agent.login', agentId: 'ana', campaignId: 'c' });
  expect(stage.events.at(-1)).toMatchObject({ type: 'order.rejected', code: 'agent-logged-in-already' });
  stage.tell({ type: 'call.ended', campaignId: 'd', attemptId, cause: { q850: 16, by: 'far' } });
  act({ type: 'agent.dispose', agentId: 'ana', code: 'right-party' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('c');
  expect(statesOf('ana')).toEqual([
    'c paused',
    'c ready',
    'c offline',
    'd ready',
    'd reserved',
    'd talking',
    'd wrap-up',
    'd ready',
    'd offline',
    'c ready',
  ]);
  expect(stage.sent('telephony.hangUpAgent')).toEqual([]);
  expect(stage.engine.statistics('d')).toMatchObject({ connected: 1, abandoned: 0 });
});

test('an agent who did not say so takes no call of another campaign', () => {
  open(['ana']);
  const attemptId = dialForD(1);
  act({ type: 'agent.pause', agentId: 'ana', code: 'lunch' });
  seat('ben');
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  expect(stage.sent('telephony.connect')).toEqual([]);
  stage.pass(2_000);
  expect(stage.engine.statistics('d').abandoned).toBe(1);
});

test('of the agents who can, one without other campaigns goes first, however long others have waited', () => {
  open(['ana', 'ben']);
  seat('zoe', [], 'd');
  const attemptId = dialForD(1);
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  expect(stage.last('telephony.connect')).toMatchObject({ agentId: 'zoe' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('c');
});

test('while a limit is spent, an agent of another campaign is reserved before the call is placed', () => {
  open(['ana'], { limits: [{ id: 'l', limit: 0.03, period: { startsAt: 0, lengthMs: 30 * 86_400_000 } }] });
  dialForD(1);
  expect(stage.last('journal.open')).toMatchObject({ campaignId: 'd', agentId: 'ana' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('d');
});

test('an agent who is ordered to another campaign during a lent call goes there when it is over', () => {
  open(['ana']);
  const attemptId = dialForD(1);
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  stage.tell({ type: 'call.connected', campaignId: 'd', attemptId, agentId: 'ana' });
  stage.engine.addCampaign({ ...stage.engine.floor.campaign('c')!.settings, campaignId: 'e' });
  act({ type: 'agent.login', agentId: 'ana', campaignId: 'e' });
  stage.tell({ type: 'call.ended', campaignId: 'd', attemptId, cause: { q850: 16, by: 'far' } });
  act({ type: 'agent.dispose', agentId: 'ana', code: 'right-party' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('e');
  expect(statesOf('ana').slice(-2)).toEqual(['d offline', 'e paused']);
});

test('orders to a lent agent that name their own campaign are about the call that they have', () => {
  open(['ana']);
  const attemptId = dialForD(1);
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  stage.tell({ type: 'call.connected', campaignId: 'd', attemptId, agentId: 'ana' });
  stage.tell({ type: 'agent.hang-up', agentId: 'ana', campaignId: 'c' });
  expect(stage.last('telephony.hangUp')).toMatchObject({ attemptId });
  act({ type: 'agent.login', agentId: 'ana', campaignId: 'd' });
  stage.tell({ type: 'call.ended', campaignId: 'd', attemptId, cause: { q850: 16, by: 'us' } });
  act({ type: 'agent.dispose', agentId: 'ana', code: 'right-party' });
  expect([stage.engine.floor.campaignOf('ana'), stage.engine.floor.isLent('ana')]).toEqual(['d', false]);
});

test('the memory of one campaign that shares agents can be restored alone', () => {
  open(['ana']);
  const saved = stage.engine.floor.campaign('c')!.snapshot();
  const alone = Campaign.restore(saved);
  expect(alone.agents()).toMatchObject([{ agentId: 'ana', state: 'ready' }]);
  expect(alone.pacer.decide(stage.now).why).toMatchObject({ freeAgents: 1, staffedAgents: 1 });
});

test('leads whose skills nobody on the floor has go back at once, and do not keep others from being claimed', () => {
  open(['ana']);
  stage.pass(5_000);
  const claim = stage.sent('leads.claim').findLast(({ campaignId }) => campaignId === 'd');
  const leads = [lead(1, { skills: ['breton'] }), lead(2)];
  stage.tell({ type: 'leads.claimed', campaignId: 'd', requestId: claim?.requestId ?? '', leads });
  expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'], why: 'no-agent-with-skills' });
  expect(stage.last('journal.open')).toMatchObject({ campaignId: 'd', lead: { leadId: 'l2' } });
});

test('a lead is dialed whose skills only an agent of another campaign has', () => {
  open([]);
  act(
    { type: 'agent.login', agentId: 'ana', campaignId: 'c', alsoFor: ['d'], skills: ['breton'] },
    { type: 'agent.leg-up', agentId: 'ana' },
    { type: 'agent.ready', agentId: 'ana' },
  );
  stage.pass(5_000);
  const claim = stage.sent('leads.claim').findLast(({ campaignId }) => campaignId === 'd');
  const leads = [lead(1, { skills: ['breton'] })];
  stage.tell({ type: 'leads.claimed', campaignId: 'd', requestId: claim?.requestId ?? '', leads });
  expect(stage.last('journal.open')).toMatchObject({ campaignId: 'd', lead: { leadId: 'l1' } });
});

test('a caller gets a ready agent of another campaign', () => {
  open(['ana'], { inbound: INBOUND });
  act({
    type: 'inbound.arrived',
    inboundId: 'in-1',
    callerNumber: '+12125550007',
    calledNumber: OUR_NUMBER,
  });
  const { attemptId } = stage.last('journal.openInbound');
  stage.tell({ type: 'inbound.opened', campaignId: 'd', attemptId, lead: null, personId: 'p' });
  stage.tell({ type: 'call.answered', campaignId: 'd', attemptId });
  expect(stage.last('telephony.connect')).toMatchObject({ attemptId, agentId: 'ana' });
  expect(stage.engine.floor.campaignOf('ana')).toBe('d');
});

test.each(['before', 'after'])(
  'an agent who was lent when the process died goes on with the call, where they log in %s its fate is known',
  (when) => {
    stage = new Stage(PREDICTIVE, [{ ...PREDICTIVE, campaignId: 'd' }]);
    act({ type: 'telephony.up' });
    const attemptId = 'd-1-1';
    const left = {
      attemptId,
      lead: lead(1),
      phone: '+12125550001',
      mode: 'predictive',
      agentId: 'ana',
    } as const;
    const marks = { liveAnswerAt: 1, connectedAt: 2 };
    for (const campaignId of ['c', 'd']) {
      stage.tell({ type: 'campaign.start', campaignId });
      const open = campaignId === 'd' ? [{ ...left, openedAt: 1, marks }] : [];
      stage.tell({ type: 'campaign.recovered', campaignId, epoch: 2, open, counters: [] });
    }
    if (when === 'before') seat('ana', ['d']);
    const found = { fate: 'connected', agentIds: ['ana'] } as const;
    stage.tell({ type: 'call.reconciled', campaignId: 'd', attemptId, ...found });
    if (when === 'after') seat('ana', ['d']);
    expect(stage.engine.floor.campaignOf('ana')).toBe('d');
    expect(stage.engine.agents('d')).toMatchObject([{ agentId: 'ana', state: 'talking' }]);
    stage.tell({ type: 'call.ended', campaignId: 'd', attemptId, cause: { q850: 16, by: 'far' } });
    act({ type: 'agent.dispose', agentId: 'ana', code: 'right-party' });
    expect(stage.engine.floor.campaignOf('ana')).toBe('c');
    expect(stage.engine.agents('c')).toMatchObject([{ agentId: 'ana', state: 'ready' }]);
  },
);
