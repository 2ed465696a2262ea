/**
 * What holds after a run in which something broke: all leads in one place, nobody called twice, nothing left.
 */
import { expect } from '@jest/globals';
import type { LiveCampaign } from './live-campaign.js';
import { ALLOWED, NEVER_LEFT, NOT_COUNTED } from './numbers.js';

/** Checks a campaign that is over, attempt by attempt, against carrier and Asterisk. */
export async function auditBroken(campaign: LiveCampaign, phones: readonly string[]): Promise<void> {
  const attempts = await campaign.attempts();
  const calls = await campaign.carrierCalls();
  const rang = new Set(calls.flatMap((call) => (call.ringingAt === undefined ? [] : [call.called])));
  for (const attempt of attempts) {
    const suffix = attempt.phone.slice(-2);
    // A call whose fate was lost, or that the message took: possible for every number that rings.
    const allowed = [...(ALLOWED[suffix] ?? []), 'unknown', 'abandoned', 'no-answer', 'failed', 'reneged'];
    // On a busy machine the carrier may not take a call in within the set-up time. One that rang counts.
    if (!rang.has(attempt.phone)) allowed.push('congestion');
    if (!NEVER_LEFT.has(attempt.outcome ?? ''))
      expect({
        suffix,
        outcome: attempt.outcome,
        allowed: allowed.includes(attempt.outcome ?? 'open'),
      }).toEqual({ suffix, outcome: attempt.outcome, allowed: true });
    expect(attempt.endedAt).not.toBeNull();
    expect(attempt.decisionAllowed).toBe(true);
  }
  const done = attempts.filter((attempt) => !NEVER_LEFT.has(attempt.outcome ?? ''));
  expect(new Set(done.map((attempt) => attempt.phone))).toEqual(new Set(phones));
  expect(await campaign.leftOver()).toEqual([]);
  // One attempt a lead: no number is invited twice, unless its call used up none.
  const free = new Set(
    attempts.filter((attempt) => NOT_COUNTED.has(attempt.outcome ?? '')).map((attempt) => attempt.phone),
  );
  const invites = count(calls.map((call) => call.called));
  expect(Object.entries(invites).filter(([called, times]) => times > 1 && !free.has(called))).toEqual([]);
}

/** How often each word occurs. */
export function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
