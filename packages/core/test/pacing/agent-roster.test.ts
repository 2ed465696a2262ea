import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AgentRoster } from '../../src/pacing/agent-roster.js';
import { AGENT_STATES, STAFFED_STATES, sumOfStates } from '../../src/pacing/contract.js';

describe('the roster of agents', () => {
  test('staffed agents are those in staffed states, after any facts and after a restore', () => {
    const fact = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(...AGENT_STATES),
      at: fc.integer({ min: 0, max: 20 }),
      connected: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const roster = new AgentRoster(() => undefined);
        for (const { id, state, at, connected } of facts)
          if (connected) roster.connect(id, `call ${at}`, at);
          else roster.enter(id, state, at);
        expect(roster.staffed).toBe(sumOfStates(roster.counts, STAFFED_STATES));

        const restored = new AgentRoster(() => undefined);
        for (const agent of roster.agents.values()) restored.restore(agent);
        expect(restored.staffed).toBe(roster.staffed);
      }),
    );
  });
});
