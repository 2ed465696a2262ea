import { describe, expect, it } from '@jest/globals';
import { lead, Stage } from '../stage.js';

const ES = { skills: ['es'] };
const FR = { skills: ['fr'] };

/** Leads of which calls were opened, in order. */
const opened = (stage: Stage): readonly string[] =>
  stage.sent('journal.open').map(({ phone }) => `lead-${phone.slice(-1)}`);

describe('leads that ask for skills, where calls are placed ahead', () => {
  const stageOf = (): Stage => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 2, limits: [] });
    stage.start();
    stage.seat('ana', ['es']);
    stage.seat('chen', ['fr']);
    return stage;
  };

  it('each agent brings calls for leads whom they can take, in the order of the list', () => {
    const stage = stageOf();
    stage.supply(lead(1, ES), lead(2, ES), lead(3, ES), lead(4, ES), lead(5, FR), lead(6, FR), lead(7, FR));
    expect(opened(stage)).toEqual(['lead-1', 'lead-2', 'lead-5', 'lead-6']);
    const calls = stage.openAll();
    stage.pass(1_000);
    expect(opened(stage)).toHaveLength(4);
    stage.tell({ type: 'call.ended', attemptId: calls[0]!, cause: { q850: 17, by: 'far' } });
    expect(opened(stage).slice(4)).toEqual(['lead-3']);
  });

  it('an answered call takes the agent whom other skills miss least', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 1, limits: [] });
    stage.start();
    stage.seat('both', ['es', 'fr']);
    stage.pass(10);
    stage.seat('ana', ['es']);
    stage.supply(lead(1, ES), lead(2, FR));
    const calls = stage.openAll();
    for (const attemptId of calls) stage.tell({ type: 'call.answered', attemptId });
    expect(stage.sent('telephony.connect').map(({ agentId }) => agentId)).toEqual(['ana', 'both']);
  });
});
