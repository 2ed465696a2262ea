import { describe, expect, test } from '@jest/globals';
import type { Flow } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const FLOW: Flow = { id: 'notice', start: 'end', nodes: { end: { kind: 'hang-up' } } };
const FRENCH = { skills: ['french'] };
const CALL_EVERY_MS = 1_000;

/** A stage that dials a call a second, and fills its buffer for ten. */
function dialing(): Stage {
  const stage = new Stage({
    mode: 'agentless',
    agentlessFlow: FLOW,
    callsPerSecond: 1,
    bufferSeconds: 10,
    limits: [],
  });
  stage.start();
  stage.tell({ type: 'timer', timerId: 'tick' });
  return stage;
}

/** Answers claims with all that they ask for, and calls with nobody at home, for so many seconds. */
function run(stage: Stage, seconds: number): void {
  let [leads, claims, ended] = [0, 0, 0];
  for (let second = 0; second < seconds; second += 1) {
    stage.pass(CALL_EVERY_MS);
    const asked = stage.sent('leads.claim').slice(claims);
    claims += asked.length;
    for (const { count } of asked) stage.supply(...Array.from({ length: count }, () => lead((leads += 1))));
    for (const { attemptId } of stage.sent('journal.open').slice(ended))
      stage.tell({ type: 'attempt.opened', attemptId });
    const dialed = stage.sent('telephony.dial').slice(ended);
    ended += dialed.length;
    for (const { attemptId } of dialed)
      stage.tell(
        { type: 'call.ended', attemptId, cause: { q850: 19, by: 'ring-timeout' } },
        { type: 'attempt.closed', attemptId },
      );
  }
}

describe('the buffer of leads', () => {
  test('is filled in batches once the rate is known, and never keeps a call waiting', () => {
    const stage = dialing();
    run(stage, 60);
    const [claims, dials] = [stage.sent('leads.claim').length, stage.sent('telephony.dial').length];
    run(stage, 100);
    expect(stage.sent('telephony.dial').length - dials).toBe(100);
    expect(stage.sent('leads.claim').length - claims).toBeLessThanOrEqual(100 / 5);
  });

  test('does not fill up with leads whose skills nobody at work has', () => {
    const stage = new Stage({ bufferSeconds: 10 });
    stage.start(['a']);
    stage.supply(lead(1, FRENCH), lead(2, FRENCH));
    expect(stage.sent('journal.open')).toHaveLength(0);
    expect(stage.last('leads.release')).toMatchObject({
      leadIds: ['l1', 'l2'],
      why: 'no-agent-with-skills',
      notBefore: stage.now + 120_000,
    });
    // The next claim asks for as many more.
    expect(stage.last('leads.claim').count).toBe(4);
    stage.supply(lead(3, FRENCH), lead(4));
    expect(stage.last('journal.open').lead.leadId).toBe('l4');
  });

  test('leaves a callback its instant, whoever is at work', () => {
    const stage = new Stage({ bufferSeconds: 10 });
    stage.start(['a']);
    stage.supply(lead(1, { ...FRENCH, reason: 'callback' }), lead(2));
    expect(stage.sent('leads.release')).toEqual([]);
    stage.pass(61_000);
    stage.tell({ type: 'timer', timerId: 'tick' });
    const released = stage.sent('leads.release').find(({ leadIds }) => leadIds.includes('l1'));
    expect(released).toMatchObject({ leadIds: ['l1'], why: 'held-too-long' });
    expect(released).not.toHaveProperty('notBefore');
  });

  test('asks for more where its leads wait for a busy agent', () => {
    const stage = new Stage({ bufferSeconds: 10 });
    stage.start();
    stage.seat('french', FRENCH.skills);
    stage.supply(lead(1, FRENCH), lead(2, FRENCH), lead(3, FRENCH));
    const [attemptId = ''] = stage.openAll();
    stage.tell(
      { type: 'call.answered', attemptId },
      { type: 'call.connected', attemptId, agentId: 'french' },
    );
    const claims = stage.sent('leads.claim').length;
    stage.seat('other');
    expect(stage.sent('leads.claim')).toHaveLength(claims + 1);
    stage.supply(lead(4));
    expect(stage.last('journal.open').lead.leadId).toBe('l4');
    stage.openAll();

    // Who is waited for in vain makes room, and rests.
    stage.pass(61_000);
    stage.tell({ type: 'timer', timerId: 'tick' });
    expect(stage.sent('leads.release')).toContainEqual(
      expect.objectContaining({ leadIds: ['l2', 'l3'], why: 'no-agent-with-skills' }),
    );
  });
});
