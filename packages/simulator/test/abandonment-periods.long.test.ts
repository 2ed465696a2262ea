import { describe, expect, test } from '@jest/globals';
import { expectHeld, expectLawful, runDays } from './days.js';

/** Of one agent: calls in flight when a limit is reached, that may still be abandoned. */
const IN_FLIGHT = 2;

describe('a limit of 3 % in 30 days, 33 days of calling of one agent (more take hours), restarts all along', () => {
  test('the governor holds it in the period and in the next, although the pacer aims at 8 %', async () => {
    const days = await runDays(['--days', '33', '--period-days', '30', '--agents', '1', '--target', '0.08']);
    expectLawful(days);
    expect(days.crashes).toBeGreaterThan(50);
    console.info(
      days.periods
        .map(({ liveAnswers, abandoned }) => `${String(abandoned)} of ${String(liveAnswers)}`)
        .join('; '),
    );
    expect(days.periods).toHaveLength(2);
    for (const period of days.periods)
      expectHeld(period, { limit: 0.03, inFlight: IN_FLIGHT, atLeast: 0.027 });
  }, 3_600_000);
});
