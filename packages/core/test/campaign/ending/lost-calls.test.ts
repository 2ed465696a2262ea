import { expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';

/** A call that rings, whose agent hangs up; its end is not reported. */
function hungUpWhileRinging(): { readonly stage: Stage; readonly attemptId: string } {
  const stage = new Stage({ mode: 'progressive' });
  stage.start(['a']);
  stage.supply(lead(1));
  const [attemptId = ''] = stage.openAll();
  stage.tell({ type: 'call.ringing', attemptId });
  return { stage, attemptId };
}

test('a call that is to end while telephony is down waits for its word, and counts as what it was', () => {
  const { stage, attemptId } = hungUpWhileRinging();
  stage.tell({ type: 'telephony.down', reason: 'socket' }, { type: 'agent.hang-up', agentId: 'a' });
  stage.pass(30_000);
  expect(stage.sent('journal.close')).toEqual([]);
  stage.tell({ type: 'telephony.up' }, { type: 'call.reconciled', attemptId, fate: 'abandoned' });
  stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'us' } });
  expect(stage.last('journal.close').result).toMatchObject({ outcome: 'abandoned', abandoned: true });
});

test('it waits for two minutes at most, and two orders where telephony is up', () => {
  const { stage } = hungUpWhileRinging();
  stage.tell({ type: 'telephony.down', reason: 'socket' }, { type: 'agent.hang-up', agentId: 'a' });
  stage.pass(150_000);
  expect(stage.last('journal.close').result).toMatchObject({ outcome: 'unknown' });

  const other = hungUpWhileRinging();
  other.stage.tell({ type: 'agent.hang-up', agentId: 'a' });
  other.stage.pass(11_000);
  expect(other.stage.sent('telephony.hangUp')).toHaveLength(2);
  expect(other.stage.last('journal.close').result).toMatchObject({ outcome: 'unknown' });
});
