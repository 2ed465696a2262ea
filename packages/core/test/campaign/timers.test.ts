import { describe, expect, it } from '@jest/globals';
import { decodeTimer, encodeTimer, TIMER_KINDS, type Timer } from '../../src/campaign/timers.js';
import { Stage } from './stage.js';

const timers: readonly Timer[] = [
  ...TIMER_KINDS.campaign.map((kind) => ({ kind })),
  ...TIMER_KINDS.agent.map((kind) => ({ kind, agentId: 'team:1|x' })),
  ...TIMER_KINDS.call.map((kind) => ({ kind, attemptId: 'spring:eu-3-17' })),
  { kind: 'flow', attemptId: 'spring-3-17', flowTimerId: 'gather|2' },
];

describe('timers', () => {
  it.each(timers)('$kind comes back from its id as it was', (timer) => {
    expect(decodeTimer(encodeTimer(timer))).toEqual(timer);
  });

  it.each(['', 'tock', 'tick:1', 'deadline', 'deadline:', 'flow:c-1-1', 'leg:c-1-1'])(
    'no timer has the id %p',
    (timerId) => {
      expect(decodeTimer(timerId)).toBeNull();
    },
  );

  it('of unknown kind are reported', () => {
    const stage = new Stage();
    stage.tell({ type: 'timer', timerId: 'leg:c-1-1' });
    expect(stage.events).toMatchObject([
      { type: 'fault', what: 'a timer of unknown kind', detail: 'leg:c-1-1' },
    ]);
    expect(stage.commands).toEqual([]);
  });
});
