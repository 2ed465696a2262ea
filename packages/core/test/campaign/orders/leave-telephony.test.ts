import { expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';

/** Two conversations, one call that rings for an agent, and one agent without a call. */
function atWork(): { readonly stage: Stage; readonly talking: readonly string[]; readonly ringing: string } {
  const stage = new Stage({ mode: 'predictive' });
  stage.start(['ana', 'ben', 'eve', 'joe']);
  stage.supply(lead(1), lead(2), lead(3));
  const [first = '', second = '', ringing = ''] = stage.openAll();
  for (const attemptId of [first, second, ringing])
    stage.tell({ type: 'call.dialing', attemptId }, { type: 'call.ringing', attemptId });
  for (const attemptId of [first, second]) {
    stage.tell({ type: 'call.answered', attemptId });
    const { agentId } = stage.last('telephony.connect');
    stage.tell({ type: 'call.connected', attemptId, agentId });
  }
  return { stage, talking: [first, second], ringing };
}

test('after that nobody logs in and the campaign does not start, until telephony is back', () => {
  const stage = new Stage();
  stage.start(['ana']);
  stage.tell({ type: 'telephony.down', reason: 'another process has it', forGood: true });
  const orders = (): void => stage.tell({ type: 'agent.login', agentId: 'ana' }, { type: 'campaign.start' });
  const before = stage.events.length;
  orders();
  const rejected = stage.events.slice(before).filter(({ type }) => type === 'order.rejected');
  expect(rejected).toMatchObject([
    { order: 'agent.login', code: 'campaign-state' },
    { order: 'campaign.start', code: 'campaign-state' },
  ]);
  stage.tell({ type: 'telephony.up' });
  orders();
  expect(stage.events.filter(({ type }) => type === 'order.rejected')).toHaveLength(2);
});

test('telephony that is lost for good halts the campaign; agents leave, and what they say is still taken', () => {
  const { stage, talking, ringing } = atWork();
  const reason = 'another process has taken the ARI application outdial-a';
  stage.tell({ type: 'telephony.down', reason, forGood: true });
  expect(stage.events.filter(({ type }) => type === 'campaign.state').at(-1)).toMatchObject({
    state: 'halted',
    reason: `telephony-lost: ${reason}`,
  });
  const offline = (): readonly string[] =>
    stage.events.flatMap((event) =>
      event.type === 'agent.state' && event.state === 'offline' ? [event.agentId] : [],
    );
  const talkers = stage.sent('telephony.connect').map(({ agentId }) => agentId);
  expect(talkers).toHaveLength(2);
  expect(offline()).toEqual(['joe']);

  const cause = { q850: 0, by: 'lost', text: reason } as const;
  for (const attemptId of [...talking, ringing]) stage.tell({ type: 'call.ended', attemptId, cause });
  expect(offline()).toEqual(['joe', 'eve']);
  const [said = '', silent = ''] = talkers;
  stage.tell({ type: 'agent.dispose', agentId: said, code: 'do-not-call' });
  stage.pass(31_000);
  const results = new Map(stage.sent('journal.close').map(({ attemptId, result }) => [attemptId, result]));
  expect(results.get(ringing)).toMatchObject({ outcome: 'unknown', cause });
  expect(results.get(talking[0] ?? '')).toMatchObject({ disposition: 'do-not-call', cause });
  expect(results.get(talking[0] ?? '')).not.toHaveProperty('unsaid');
  // What a time-out says, nobody said: whoever has the conversation now knows better.
  expect(results.get(talking[1] ?? '')).toMatchObject({ disposition: 'unspecified', unsaid: true });
  expect(offline()).toEqual(['joe', 'eve', said, silent]);
  expect(stage.engine.statistics('c')).toMatchObject({ callsInFlight: 0, callsWithAgents: 0 });
});
