import { describe, expect, test } from '@jest/globals';
import { expectHeld, expectLawful, runDays } from './days.js';

/** Of four agents: calls in flight when a limit is reached, that may still be abandoned. */
const IN_FLIGHT = 3;

describe('a limit of 3 % a day, four agents, answer rates of 15 and 45 % by turns, restarts', () => {
  test('the governor holds it, although the pacer aims at 8 %', async () => {
    const days = await runDays(['--days', '2', '--agents', '4', '--target', '0.08']);
    expectLawful(days);
    expect(days.crashes).toBeGreaterThan(5);
    expect(days.turns).toBeGreaterThan(20);
    expect(days.periods).toHaveLength(2);
    for (const period of days.periods)
      expectHeld(period, { limit: 0.03, inFlight: IN_FLIGHT, atLeast: 0.025 });
  }, 300_000);

  test('steered to a tenth below it, the campaign stays below by itself', async () => {
    const days = await runDays(['--days', '2', '--agents', '4', '--seed', '2']);
    expectLawful(days);
    for (const period of days.periods) expectHeld(period, { limit: 0.03, inFlight: 0, atLeast: 0.012 });
  }, 300_000);
});
