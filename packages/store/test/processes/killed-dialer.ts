import { expect } from '@jest/globals';
import {
  addLeads,
  registerCampaign,
  listLeads,
  openStore,
  readAttempts,
  verifyAuditChain,
} from '../../src/index.js';
import { runProcess } from './run-process.js';

/** Fewer attempts than this would show little. */
const ATTEMPTS_ENOUGH = 20;

/**
 * Two processes dial two campaigns over one list of shared persons and are killed again and again; after
 * every round the rows must hold: one attempt in progress a number and person, an allowing decision for every
 * attempt, no lead lost, an unbroken audit trail. A slow machine gets further rounds until the processes have
 * made more than 20 attempts, at most ten times as many. Returns how many attempts were made.
 */
export async function killDialers(url: string, rounds: number): Promise<number> {
  const store = await openStore({ url });
  try {
    await addLeads(
      store,
      Array.from({ length: 120 }, (_, index) => ({
        personKey: `person ${index % 90}`,
        account: `A${index}`,
        phones: [{ phone: `+1303555${1_000 + (index % 80)}` }],
      })),
      { listId: 'list', onePer: 'account' },
    );
    const campaigns = ['one', 'two'];
    for (const campaignId of campaigns) await registerCampaign(store, { campaignId, lists: ['list'] });
    for (let round = 0; round < 10 * rounds; round += 1) {
      const ends = await Promise.all(
        campaigns.map((campaignId, index) =>
          runProcess('./dial-process.mjs', [url, campaignId, String(round * 2 + index)], {
            killAfter: 150 + ((round * 97) % 250),
            from: 'dialing',
          }),
        ),
      );
      expect(ends.map((end) => [end.code, end.errors])).toEqual([
        [null, ''],
        [null, ''],
      ]);
      const attempts = [];
      for (const campaignId of campaigns)
        for await (const attempt of readAttempts(store, campaignId)) attempts.push(attempt);
      const inProgress = attempts.filter((attempt) => attempt.endedAt === null);
      expect(new Set(inProgress.map((attempt) => attempt.phone)).size).toBe(inProgress.length);
      expect(new Set(inProgress.map((attempt) => attempt.personId)).size).toBe(inProgress.length);
      expect(attempts.filter((attempt) => !attempt.decisionAllowed)).toEqual([]);
      const counted = new Map<string, number>();
      for (const attempt of attempts)
        if (attempt.endedAt !== null) counted.set(attempt.leadId, (counted.get(attempt.leadId) ?? 0) + 1);
      for (const lead of await listLeads(store, { limit: 1_000 })) {
        expect(lead.attempts).toBe(counted.get(lead.leadId) ?? 0);
        if (lead.state === 'closed') throw new Error(`a lead was lost: ${lead.why}`);
      }
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
      if (round >= rounds - 1 && attempts.length > ATTEMPTS_ENOUGH) return attempts.length;
    }
    return 0;
  } finally {
    await store.close();
  }
}
