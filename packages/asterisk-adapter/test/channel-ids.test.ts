import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  agentOfChannel,
  attemptOfBridge,
  attemptOfChannel,
  bridgeIdOf,
  callChannelId,
  campaignOfAttempt,
  legChannelId,
} from '../src/channel-ids.js';

describe('channel ids', () => {
  test('are od-<attemptId> for usual attempts', () => {
    expect(callChannelId('spring-3-17')).toBe('od-spring-3-17');
    expect(campaignOfAttempt('spring-sale-3-17')).toBe('spring-sale');
  });

  test('give back the attempt and the agent, whatever characters are in them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        expect(attemptOfChannel(callChannelId(name))).toBe(name);
        expect(attemptOfBridge(bridgeIdOf(name))).toBe(name);
        expect(agentOfChannel(legChannelId(name, 'x1'))).toBe(name);
        expect(callChannelId(name)).toMatch(/^od-[\w.~-]+$/);
      }),
    );
  });

  test('are not mistaken for one another, nor for channels of others', () => {
    for (const id of ['od-x;2', 'oa-x:1', 'om-1', 'PJSIP/trunk-1', '1795357779.12'])
      expect(attemptOfChannel(id)).toBeNull();
    for (const id of ['od-x', 'oa-x', 'om-1', 'oa-x:1;2']) expect(agentOfChannel(id)).toBeNull();
  });
});
