import { test } from '@jest/globals';
import { checkLentAgents } from './check-lent-agents.js';

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'seed %i: campaigns that share agents hold every invariant under faults',
  (seed) => void checkLentAgents(seed),
  60_000,
);
