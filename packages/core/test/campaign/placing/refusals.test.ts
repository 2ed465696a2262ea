import { describe, expect, it } from '@jest/globals';
import type { CallRefusal } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const refusal = (scope: CallRefusal['scope'], nextAllowedAt: number | null): CallRefusal => ({
  rule: `test.${scope}`,
  citation: '',
  message: '',
  scope,
  nextAllowedAt,
});

function refusedBy(
  nextAllowedAt: (now: number) => number | null,
  refusals: (now: number) => readonly CallRefusal[],
): { stage: Stage; now: number } {
  const stage = new Stage();
  stage.start(['a']);
  stage.supply(lead(1));
  const { attemptId } = stage.last('journal.open');
  stage.tell({
    type: 'attempt.refused',
    attemptId,
    refusals: refusals(stage.now),
    nextAllowedAt: nextAllowedAt(stage.now),
  });
  return { stage, now: stage.now };
}

describe('a refusal', () => {
  it('sends the lead back until the law allows it, frees the agent and is an event', () => {
    const { stage, now } = refusedBy(
      (at) => at + 5_000,
      (at) => [refusal('lead', at + 5_000)],
    );
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'], notBefore: now + 5_000 });
    expect(stage.engine.statistics('c')).toMatchObject({
      agents: { ready: 1 },
      refusals: { 'test.lead': 1 },
      dials: 0,
    });
    expect(stage.events.some((event) => event.type === 'lead.refused')).toBe(true);
  });

  it('of the whole campaign says what the gate said, and a fault of the journal after it says none', () => {
    const { stage } = refusedBy(
      () => null,
      () => [{ ...refusal('campaign', null), message: 'A permit has run out.' }],
    );
    const held = () => stage.engine.obstacles('c').find(({ kind }) => kind === 'held-back');
    expect(held()).toMatchObject({ blocksAll: true, detail: 'A permit has run out.' });
    stage.pass(61_000);
    expect(held()).toBeUndefined();
    stage.supply(lead(2));
    const { attemptId } = stage.last('journal.open');
    stage.tell({ type: 'attempt.open-failed', attemptId, error: 'connect ETIMEDOUT' });
    expect(held()).toMatchObject({ detail: null });
  });

  it('that waiting does not cure closes the lead', () => {
    expect(
      refusedBy(
        () => null,
        () => [refusal('lead', null)],
      ).stage.last('leads.release').notBefore,
    ).toBeNull();
  });

  it('by a setting releases the lead as it is, and the campaign goes on after a second', () => {
    const { stage } = refusedBy(
      () => null,
      () => [refusal('setting', null)],
    );
    const { leadIds, ...release } = stage.last('leads.release');
    expect(leadIds).toEqual(['l1']);
    expect(release).not.toHaveProperty('notBefore');
    const claims = stage.sent('leads.claim').length;
    stage.pass(900);
    expect(stage.sent('leads.claim')).toHaveLength(claims);
    stage.pass(200);
    expect(stage.sent('leads.claim')).toHaveLength(claims + 1);
    stage.supply(lead(2));
    expect(stage.last('journal.open').lead.leadId).toBe('l2');
  });

  it('of this mode only leaves the lead for another mode, also beside a closed window', () => {
    const alone = refusedBy(
      () => null,
      () => [refusal('call', null)],
    );
    expect(alone.stage.last('leads.release')).toMatchObject({
      why: 'refused-in-this-mode',
      notBefore: alone.now + 3_600_000,
    });
    const beside = refusedBy(
      () => null,
      (at) => [refusal('call', null), refusal('lead', at + 9_000_000)],
    );
    expect(beside.stage.last('leads.release')).toMatchObject({
      why: 'refused-in-this-mode',
      notBefore: beside.now + 9_000_000,
    });
  });

  it('of the campaign holds all dialing back and leaves the lead untouched', () => {
    const { stage, now } = refusedBy(
      (at) => at + 300_000,
      (at) => [refusal('campaign', at + 300_000)],
    );
    expect(stage.last('leads.release')).not.toHaveProperty('notBefore');
    stage.pass(290_000);
    expect(stage.sent('journal.open')).toHaveLength(1);
    stage.pass(15_000);
    stage.supply(lead(2));
    expect(stage.sent('journal.open')).toHaveLength(2);
    expect(stage.now).toBeGreaterThanOrEqual(now + 300_000);
  });
});
