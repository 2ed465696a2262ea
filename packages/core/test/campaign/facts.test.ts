import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/index.js';
import { Stage } from './stage.js';

describe('a fact of unknown type', () => {
  it.each(['campaign.explode', 'call.vanished', 'agent.dance', 'constructor', 'nonsense'])(
    '%s is reported and is no order',
    (type) => {
      const stage = new Stage();
      stage.start(['a']);
      const before = stage.commands.length;
      // A sender of another version: the one thing that types cannot rule out.
      const unknown: unknown = { type, campaignId: 'c', agentId: 'a', attemptId: 'x', at: stage.now };
      stage.engine.dispatch(unknown as Fact);
      expect(stage.events.at(-1)).toMatchObject({
        type: 'fault',
        what: 'a fact of unknown type',
        detail: type,
      });
      expect(stage.commands).toHaveLength(before);
      expect(stage.engine.statistics('c').state).toBe('running');
      expect(stage.faults).toEqual([]);
    },
  );
});
