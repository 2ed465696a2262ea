import { describe, expect, it } from '@jest/globals';
import type { Fact, OrderVerdict } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

function verdictOn(stage: Stage, fact: Fact): OrderVerdict | undefined {
  let verdict: OrderVerdict | undefined;
  stage.engine.dispatch(fact, (given) => (verdict = given));
  return verdict;
}

describe('the verdict on an order', () => {
  it('is known when dispatch returns', () => {
    const stage = new Stage();
    stage.start(['a']);
    const at = stage.now;
    expect(verdictOn(stage, { type: 'agent.pause', agentId: 'a', code: 'lunch', at })).toEqual({
      accepted: true,
    });
    expect(verdictOn(stage, { type: 'agent.dispose', agentId: 'a', code: 'sale', at })).toEqual({
      accepted: false,
      code: 'no-call',
      reason: 'there is no call to dispose',
    });
    expect(verdictOn(stage, { type: 'campaign.resume', campaignId: 'c', at })).toMatchObject({
      code: 'campaign-state',
    });
    const changes = { lines: 0 };
    expect(verdictOn(stage, { type: 'campaign.configure', campaignId: 'c', changes, at })).toMatchObject({
      code: 'settings-conflict',
    });
  });

  it('is given after the present fact when a listener gives the order', () => {
    const stage = new Stage();
    const verdicts: OrderVerdict[] = [];
    stage.engine.on('campaign.state', () => {
      stage.engine.dispatch({ type: 'agent.ready', agentId: 'nobody', at: stage.now }, (given) =>
        verdicts.push(given),
      );
      expect(verdicts).toEqual([]);
    });
    stage.start();
    expect(verdicts).toMatchObject([{ accepted: false, code: 'agent-not-logged-in' }]);
  });

  it('rejects orders for agents who are logged in nowhere, and campaigns that are not here', () => {
    const stage = new Stage();
    stage.start();
    const at = stage.now;
    expect(verdictOn(stage, { type: 'agent.ready', agentId: 'ghost', at })).toMatchObject({
      accepted: false,
      code: 'agent-not-logged-in',
    });
    expect(stage.events.at(-1)).toMatchObject({ type: 'order.rejected', agentId: 'ghost', campaignId: '' });
    expect(verdictOn(stage, { type: 'agent.login', agentId: 'a', campaignId: 'x', at })).toMatchObject({
      code: 'unknown-campaign',
    });
    expect(verdictOn(stage, { type: 'campaign.stop', campaignId: 'x', at })).toMatchObject({
      code: 'unknown-campaign',
    });
  });

  it('does not make an order of a leg that nobody waits for', () => {
    const stage = new Stage();
    stage.engine.dispatch({ type: 'agent.leg-up', agentId: 'ghost', at: stage.now });
    expect(stage.events).toEqual([]);
  });
});

describe('views', () => {
  it('show agents and calls as they stand', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll();
    stage.tell({ type: 'call.ringing', attemptId: attemptId ?? '' });
    expect(stage.engine.agents('c')).toMatchObject([
      { agentId: 'a', state: 'reserved', next: 'ready', station: 'a', legUp: true, attemptId, code: null },
    ]);
    expect(stage.engine.agents('c')[0]?.lead?.leadId).toBe('l1');
    expect(stage.engine.calls('c')).toMatchObject([
      { attemptId, stage: 'ringing', agentId: 'a', mode: 'progressive', ringingAt: stage.now, liveAt: null },
    ]);
    stage.tell({ type: 'agent.pause', agentId: 'a', code: 'lunch' });
    expect(stage.engine.agents('c')).toMatchObject([{ next: 'paused', code: 'lunch' }]);
  });

  it('show the lead on offer with its deadline', () => {
    const preview = { timeoutMs: 10_000, onTimeout: 'dial', skipDelayMs: 60_000 } as const;
    const stage = new Stage({ mode: 'preview', preview });
    stage.start(['a']);
    stage.supply(lead(1));
    expect(stage.engine.agents('c')[0]?.preview).toMatchObject({
      phone: '+12125550001',
      expiresAt: stage.now + 10_000,
    });
  });
});

describe('obstacles', () => {
  const kinds = (stage: Stage) => stage.engine.obstacles('c').map(({ kind }) => kind);

  it('are none while calls are placed', () => {
    const stage = new Stage();
    stage.start(['a']);
    expect(kinds(stage)).toEqual([]);
  });

  it('name the calls a second while more calls are due, not where there are only no leads', () => {
    const stage = new Stage({ callsPerSecond: 1 });
    stage.start(['a', 'b']);
    expect(kinds(stage)).toEqual([]);
    stage.supply(lead(1), lead(2));
    expect(kinds(stage)).toEqual(['call-rate']);
    stage.pass(2_000);
    expect(kinds(stage)).toEqual(['no-free-agents']);
  });

  it('name what keeps a campaign from dialing, in the order of their weight', () => {
    const stage = new Stage({ mode: 'power', live: false });
    // Telephony is connected by the start: before it, nobody knows that it is away.
    expect(kinds(stage)).toEqual(['not-running', 'no-agents', 'not-live', 'governor']);
    stage.start();
    stage.tell({ type: 'campaign.pause', reason: 'lunch' });
    expect(kinds(stage)).toEqual(['paused', 'no-agents', 'not-live', 'governor']);
    stage.tell({ type: 'telephony.down', reason: 'cable' });
    expect(kinds(stage)).toEqual(['paused', 'telephony-down', 'no-agents', 'not-live', 'governor']);
  });

  it('say until when leads wait for their window, and until when the law holds a campaign back', () => {
    const stage = new Stage();
    stage.start(['a']);
    const opensAt = stage.now + 3_600_000;
    stage.tell({
      type: 'leads.surveyed',
      supply: {
        dialableNow: 0,
        waiting: [{ reason: 'outside-calling-window', count: 7, nextAt: opensAt }],
        total: 7,
        attempted: 0,
      },
    });
    expect(stage.engine.obstacles('c')).toMatchObject([
      { kind: 'no-leads', blocksAll: true, until: opensAt },
      { kind: 'window', blocksAll: false, until: opensAt, detail: '7' },
    ]);
  });
});
