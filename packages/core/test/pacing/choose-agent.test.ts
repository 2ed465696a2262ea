import { describe, expect, test } from '@jest/globals';
import { chooseAgent } from '../../src/pacing/index.js';

const specialist = { agentId: 'specialist', readySince: 50, others: [] };
const both = { agentId: 'both', readySince: 10, others: ['survey'] };
const rare = { agentId: 'rare', readySince: 5, others: ['care'] };
const scarcity = new Map([
  ['survey', 0.1],
  ['care', 0.4],
]);

describe('the agent who takes an answered call', () => {
  test('is the owner of the called person, whoever else is ready', () => {
    expect(chooseAgent({ candidates: [specialist, both, rare], ownerId: 'rare', scarcity })).toBe('rare');
  });

  test('is an agent of no other campaign, before one who has waited longer', () => {
    expect(chooseAgent({ candidates: [both, specialist, rare], ownerId: 'away', scarcity })).toBe(
      'specialist',
    );
    expect(chooseAgent({ candidates: [both, specialist], scarcity: new Map() })).toBe('specialist');
  });

  test('is the one whom the other campaigns miss least', () => {
    expect(chooseAgent({ candidates: [rare, both], scarcity })).toBe('both');
    expect(chooseAgent({ candidates: [rare, both], scarcity: new Map([['survey', 0.9]]) })).toBe('rare');
  });

  test('is, among equals, the one who has waited longest, then the smaller id', () => {
    const later = { ...specialist, agentId: 'later', readySince: 60 };
    const twin = { ...specialist, agentId: 'a' };
    expect(chooseAgent({ candidates: [later, specialist], scarcity })).toBe('specialist');
    expect(chooseAgent({ candidates: [specialist, twin], scarcity })).toBe('a');
  });

  test('is nobody when nobody can take it', () => {
    expect(chooseAgent({ candidates: [], ownerId: 'x', scarcity })).toBeUndefined();
  });
});
