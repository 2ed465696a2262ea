import { describe, expect, test } from '@jest/globals';
import type { Fact } from '@outdial/core';
import { createJournal, openStore, registerCampaign } from '@outdial/store';
import { firstAttemptAt } from '../../src/records/first-attempt.js';
import { gatherFigures } from '../../src/report/gather-figures.js';
import { counts } from '../../src/report/sections/calls.js';
import { rates } from '../../src/report/sections/rates.js';

const AT = Date.UTC(2026, 5, 10, 15);

describe('the report of a campaign to which people call', () => {
  test('has the service level, and counts nothing of them as dialed', async () => {
    const store = await openStore({ url: 'sqlite::memory:', clock: () => AT });
    const facts: Fact[] = [];
    const sink = (fact: Fact): void => void facts.push(fact);
    const gate = { decide: () => ({ allowed: true, refusals: [], nextAllowedAt: null, record: {} }) };
    const journal = createJournal(store, { node: 'n', sink, gate });
    try {
      await registerCampaign(store, { campaignId: 'c', lists: [] });
      journal.recover({ campaignId: 'c', since: [], at: AT });
      await journal.idle();
      const call = { campaignId: 'c', attemptId: 'c-1-1' };
      journal.openInbound({ ...call, callerNumber: '+12025550111', calledNumber: '+12025550100', at: AT });
      await journal.idle();
      journal.mark({ ...call, mark: 'connected', at: AT + 30_000 });
      await journal.idle();

      const figures = await gatherFigures(store, {
        campaignId: 'c',
        name: 'C',
        timeZone: 'UTC',
        limitsAt: () => [],
        regulators: { limitsAt: () => [], placesOf: () => [], detectionErrorShare: null },
        dispositions: [],
        hours: {
          law: { windowOf: () => ({ open: true, changesAt: null }), zonesOf: () => [] },
          schedule: null,
        },
        range: { serviceLevelMs: 30_000 },
      });
      expect(figures).toMatchObject({ attempts: 0, liveAnswers: 0, connected: 0, firstAttemptAt: null });
      expect(rates(figures).rows.slice(-2)).toEqual([
        ['service level', 1, 1, 'callers'],
        ['lost in queue', 0, 1, 'callers'],
      ]);
      expect(counts(figures).rows.slice(-4)).toEqual([
        ['callers', 1],
        ['callers served', 1],
        ['callers served in time', 1],
        ['callers lost', 0],
      ]);
      expect(await firstAttemptAt(store, 'c')).toBeNull();
    } finally {
      await journal.stop();
      await store.close();
    }
  });
});
