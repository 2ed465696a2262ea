/**
 * Answers that telephony learns of late: the called party's silence counts from the instant they answered.
 */
import { describe, expect, it } from '@jest/globals';
import type { CampaignSettings } from '@outdial/core';
import { lead, Stage } from '../stage.js';

const GRACE_MS = 2_000;

/** A call that has rung for 20 s. */
function ringing(settings: Partial<CampaignSettings> = {}): { stage: Stage; attemptId: string } {
  const stage = new Stage({ mode: 'progressive', connectGraceMs: GRACE_MS, ...settings });
  stage.start(['a']);
  stage.supply(lead(1));
  const [attemptId] = stage.openAll() as [string];
  stage.tell({ type: 'call.dialing', attemptId }, { type: 'call.ringing', attemptId });
  stage.pass(20_000);
  return { stage, attemptId };
}

describe('an answer learned late', () => {
  it('within the connect grace is connected in time', () => {
    const { stage, attemptId } = ringing();
    stage.tell({ type: 'call.answered', attemptId, answeredAt: stage.now - 1_000 });
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned: 0 });
  });

  it('after the connect grace is connected, and counts as abandoned', () => {
    const { stage, attemptId } = ringing();
    stage.tell({ type: 'call.answered', attemptId, answeredAt: stage.now - 12_000 });
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned: 1 });
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    const { result } = stage.last('journal.close');
    expect(result).toMatchObject({ outcome: 'conversation', liveAnswer: true, abandoned: true });
    expect((result.connectedAt ?? 0) - (result.answeredAt ?? 0)).toBe(12_000);
  });

  it('after the connect grace hears the message at once where no agent is there', () => {
    const { stage, attemptId } = ringing();
    stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'the station hung up' });
    stage.tell({ type: 'call.answered', attemptId, answeredAt: stage.now - 12_000 });
    expect(stage.last('telephony.play').attemptId).toBe(attemptId);
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned: 1 });
  });

  it('that is said to lie before the dialing or in the future lies between the two', () => {
    for (const [answeredAt, expected] of [
      [0, 'dialed'],
      [Number.MAX_SAFE_INTEGER, 'now'],
    ] as const) {
      const { stage, attemptId } = ringing();
      const { now } = stage;
      stage.tell({ type: 'call.answered', attemptId, answeredAt });
      stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
      const { result } = stage.last('journal.close');
      expect(result.answeredAt).toBe(expected === 'now' ? now : result.dialedAt);
    }
  });

  it('counts from the answer also after machine detection', () => {
    const { stage, attemptId } = ringing({ machineDetection: { onMachine: 'hang-up', sampleShare: 0 } });
    stage.tell({ type: 'call.answered', attemptId, answeredAt: stage.now - 5_000 });
    stage.tell({ type: 'call.detected', attemptId, verdict: 'human' });
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned: 1 });
  });

  it.each([
    ['before the limit of detection', 5_000, 0],
    ['long after it: the process stood still, and the person in silence', 12_000, 1],
  ])('of which the verdict comes %s', (_when, stall, abandoned) => {
    const { stage, attemptId } = ringing({ machineDetection: { onMachine: 'hang-up', sampleShare: 0 } });
    stage.tell({ type: 'call.answered', attemptId });
    stage.now += stall;
    stage.tell({ type: 'call.detected', attemptId, verdict: 'human' });
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned });
    expect(stage.last('journal.close').result).toMatchObject({
      liveAnswer: true,
      abandoned: abandoned === 1,
    });
  });
});
