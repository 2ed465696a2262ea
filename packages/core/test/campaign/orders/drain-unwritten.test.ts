import { expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';

/** A campaign told to stop, whose call has ended unanswered and whose journal confirms no end. */
function draining(): Stage {
  const stage = new Stage({ mode: 'progressive' });
  stage.start(['ana']);
  stage.supply(lead(1));
  const [attemptId = ''] = stage.openAll();
  stage.tell({ type: 'call.dialing', attemptId }, { type: 'call.ringing', attemptId });
  stage.tell({ type: 'campaign.stop' });
  stage.tell({ type: 'call.ended', attemptId, cause: { q850: 17, by: 'far', text: 'busy' } });
  return stage;
}

const states = (stage: Stage): readonly string[] =>
  stage.events.flatMap((event) => (event.type === 'campaign.state' ? [event.state] : []));

test('a journal that confirms no end for half a minute is not waited for: the campaign halts and says why', () => {
  const stage = draining();
  stage.pass(29_000);
  expect(states(stage).at(-1)).toBe('draining');
  stage.pass(2_000);
  const last = stage.events.filter(({ type }) => type === 'campaign.state').at(-1);
  expect(last).toMatchObject({
    state: 'halted',
    reason:
      'journal-silent: it has not confirmed the ending of 1 call for half a minute; the next start settles them',
  });
  // It is written all the same, should the journal come back before the process ends.
  const before = stage.sent('journal.close').length;
  stage.pass(31_000);
  expect(stage.sent('journal.close').length).toBeGreaterThan(before);
});

test('a journal that comes back before that has every end, and the campaign stops as usual', () => {
  const stage = draining();
  stage.pass(25_000);
  const { attemptId } = stage.last('journal.close');
  stage.tell({ type: 'attempt.closed', attemptId });
  expect(states(stage).at(-1)).toBe('stopped');
});

test('a running campaign waits for its journal for as long as it takes', () => {
  const stage = new Stage({ mode: 'progressive' });
  stage.start(['ana']);
  stage.supply(lead(1));
  const [attemptId = ''] = stage.openAll();
  stage.tell(
    { type: 'call.dialing', attemptId },
    { type: 'call.ended', attemptId, cause: { q850: 17, by: 'far', text: 'busy' } },
  );
  stage.pass(3_600_000);
  expect(states(stage).at(-1)).toBe('running');
});
