import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Fact, Unstamped } from '../../src/index.js';
import { Stage, lead } from '../campaign/stage.js';

let stage: Stage;
let attemptId: string;
afterEach(() => expect(stage.faults).toEqual([]));

function act(...facts: readonly Unstamped<Fact, 'at'>[]): void {
  for (const fact of facts) stage.engine.dispatch({ ...fact, at: stage.now });
}

const present = (): string | undefined => stage.engine.floor.campaignOf('ana');

/** Ana talks for campaign c and is ordered to campaign d. */
beforeEach(() => {
  stage = new Stage({ mode: 'progressive' }, [{ mode: 'progressive', campaignId: 'd' }]);
  act({ type: 'telephony.up' });
  for (const campaignId of ['c', 'd']) {
    stage.tell({ type: 'campaign.start', campaignId });
    stage.tell({ type: 'campaign.recovered', campaignId, epoch: 1, open: [], counters: [] });
  }
  act(
    { type: 'agent.login', agentId: 'ana', campaignId: 'c' },
    { type: 'agent.leg-up', agentId: 'ana' },
    { type: 'agent.ready', agentId: 'ana' },
  );
  const claim = stage.sent('leads.claim').findLast(({ campaignId }) => campaignId === 'c');
  stage.tell({ type: 'leads.claimed', requestId: claim?.requestId ?? '', leads: [lead(1)] });
  ({ attemptId } = stage.last('journal.open'));
  stage.tell({ type: 'attempt.opened', attemptId });
  stage.tell({ type: 'call.answered', attemptId });
  stage.tell({ type: 'call.connected', attemptId, agentId: 'ana' });
  act({ type: 'agent.login', agentId: 'ana', campaignId: 'd' });
  expect(present()).toBe('c');
});

function endCall(): void {
  stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
  act({ type: 'agent.dispose', agentId: 'ana', code: 'right-party' });
}

test('an agent who was ordered to another campaign goes there after the call', () => {
  endCall();
  expect(present()).toBe('d');
});

test('an agent who logs out before the call is over is gone after it', () => {
  act({ type: 'agent.logout', agentId: 'ana' });
  endCall();
  expect(present()).toBeUndefined();
});

test.each([{ type: 'agent.ready' }, { type: 'agent.pause', code: 'lunch' }] as const)(
  'an agent whom $type keeps in their campaign does not move when they log out later',
  (order) => {
    act({ ...order, agentId: 'ana' });
    endCall();
    expect(present()).toBe('c');
    act({ type: 'agent.logout', agentId: 'ana' });
    expect(present()).toBeUndefined();
  },
);

test('where the campaign is taken off the floor, the move that waited for its call is forgotten', () => {
  stage.engine.floor.remove('c');
  act({ type: 'agent.login', agentId: 'ana', campaignId: 'd' });
  expect(present()).toBe('d');
  act({ type: 'agent.logout', agentId: 'ana' });
  expect(present()).toBeUndefined();
});
