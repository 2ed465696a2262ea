import { expect, test } from '@jest/globals';
import { checkLentAgents } from './check-lent-agents.js';

test('campaigns that share agents hold every invariant under faults, and lend them', () => {
  const { heardAnAgent, lent } = checkLentAgents(1);
  expect(heardAnAgent).toBeGreaterThan(0);
  expect(lent).toBeGreaterThan(0);
}, 60_000);

test('a campaign that dials progressively shares its agents, too', () => {
  expect(checkLentAgents(3).heardAnAgent).toBeGreaterThan(0);
}, 60_000);
