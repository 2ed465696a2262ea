/** A live answer that ends without an agent: before its deadline it hung up, after it it was abandoned. */
import { describe, expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';

/** A call that was answered, whose connection with the agent telephony has not confirmed. */
function connecting(): { stage: Stage; attemptId: string } {
  const stage = new Stage({ connectGraceMs: 2_000 });
  stage.start(['a']);
  stage.supply(lead(1));
  const [attemptId] = stage.openAll() as [string];
  stage.tell({ type: 'call.answered', attemptId });
  expect(stage.last('telephony.connect').attemptId).toBe(attemptId);
  return { stage, attemptId };
}

describe('the called party hangs up while the agent is being connected', () => {
  test.each([
    [1_900, 'reneged', 0],
    [2_000, 'reneged', 0],
    [2_400, 'abandoned', 1],
  ])('%i ms after the answer: %s', (after, outcome, abandoned) => {
    const { stage, attemptId } = connecting();
    stage.pass(after);
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
    expect(stage.last('journal.close').result).toMatchObject({ outcome, abandoned: abandoned === 1 });
    expect(stage.engine.statistics('c')).toMatchObject({ liveAnswers: 1, abandoned });
  });
});
