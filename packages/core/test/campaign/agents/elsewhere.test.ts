/** An agent who works at another dialer: no log-in, and no further conversation here. */
import { describe, expect, it } from '@jest/globals';
import type { CampaignEvent, OrderVerdict } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const REASON = 'agent-elsewhere: they work at campaign x';

function statesOf(stage: Stage): readonly CampaignEvent[] {
  return stage.events.filter(({ type }) => type === 'agent.state');
}

/** The agent talks. */
function talking(stage: Stage): string {
  stage.start(['a']);
  stage.supply(lead(1));
  const [attemptId = ''] = stage.openAll();
  for (const type of ['call.dialing', 'call.answered'] as const) stage.tell({ type, attemptId });
  stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
  return attemptId;
}

describe('an agent who works at another dialer', () => {
  it('has a log-in refused as an answer, as an event and on record', () => {
    const stage = new Stage();
    stage.start();
    const refused = { order: 'agent.login', agentId: 'a', code: 'agent-elsewhere', reason: 'at x' } as const;
    let verdict: OrderVerdict | undefined;
    const fact = { type: 'order.refused', campaignId: 'c', at: stage.now, ...refused } as const;
    stage.engine.dispatch(fact, (given) => (verdict = given));
    expect(verdict).toEqual({ accepted: false, code: 'agent-elsewhere', reason: 'at x' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'order.rejected', campaignId: 'c', ...refused });
    expect(stage.last('journal.audit')).toMatchObject({ kind: 'agent.order-refused', detail: refused });
    expect(stage.engine.agents('c')).toEqual([]);
  });

  it('leaves at once when no call is with them, with the reason', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.tell({ type: 'agent.logout', agentId: 'a', reason: REASON });
    expect(statesOf(stage).at(-1)).toMatchObject({ state: 'offline', reason: REASON });
    expect(stage.last('journal.audit')).toMatchObject({
      kind: 'agent.logged-out',
      detail: { agentId: 'a', reason: REASON },
    });
  });

  it('gets no call that is still dialed for them', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId = ''] = stage.openAll();
    stage.tell({ type: 'call.dialing', attemptId }, { type: 'call.ringing', attemptId });
    stage.tell({ type: 'agent.logout', agentId: 'a', reason: REASON });
    expect(stage.last('telephony.hangUp')).toMatchObject({ attemptId });
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'us' } });
    expect(statesOf(stage).at(-1)).toMatchObject({ state: 'offline', reason: REASON });
    expect(stage.sent('telephony.connect')).toEqual([]);
  });

  it('ends the present conversation and says what it was, and no order keeps them', () => {
    const stage = new Stage();
    const attemptId = talking(stage);
    stage.tell({ type: 'agent.logout', agentId: 'a', reason: REASON });
    expect(stage.engine.agents('c')).toMatchObject([{ state: 'talking', next: 'offline' }]);
    expect(stage.sent('telephony.hangUp')).toEqual([]);

    stage.tell({ type: 'agent.ready', agentId: 'a' }, { type: 'agent.pause', agentId: 'a', code: 'tea' });
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'not-interested' });
    stage.tell({ type: 'agent.ready', agentId: 'a' });
    expect(statesOf(stage).at(-1)).toMatchObject({ state: 'offline', reason: REASON });
    expect(stage.last('journal.close')).toMatchObject({ result: { disposition: 'not-interested' } });
    expect(stage.sent('journal.open')).toHaveLength(1);
  });

  it('gives back the lead that waits for their leg', () => {
    const stage = new Stage({ mode: 'preview', persistentLegs: false });
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'a' }, { type: 'agent.ready', agentId: 'a' });
    stage.supply(lead(1));
    stage.tell({ type: 'agent.accept', agentId: 'a' });
    expect(stage.last('telephony.ringAgent')).toMatchObject({ agentId: 'a' });
    stage.tell({ type: 'agent.logout', agentId: 'a', reason: REASON });
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'] });
    expect(statesOf(stage).at(-1)).toMatchObject({ state: 'offline' });
    stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    expect(stage.sent('journal.open')).toEqual([]);
  });
});
