import { afterEach, describe, expect, test } from '@jest/globals';
import { closeLeads, listLeads, readAttempts } from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import { recycleByRules, type RuleReport } from '../../src/leads/recycle-by-rules.js';

const MINUTE = 60_000;
const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  timeZone: 'America/New_York',
  live: true,
  lists: [{ id: 'l' }],
  leads: { recycle: { at: '14:30', rules: [{ endings: ['no-answer'], afterDays: 0.001, rounds: 2 }] } },
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  retry: { rules: { 'no-answer': { delayMinutes: 1, most: 1 } } },
  // A Tuesday.
  simulation: {
    startsAt: '2026-06-09T14:27:00-04:00',
    answerShare: 0,
    machineShare: 0,
    busyShare: 0,
    invalidShare: 0,
  },
};

let dialer: Dialer | null = null;
afterEach(async () => {
  await dialer?.close();
  dialer = null;
});

describe('closed leads', () => {
  test('come back by the rules of the campaign, at their time, for so many rounds', async () => {
    dialer = await createDialer({
      campaign,
      leads: [
        { phone: '+12125551000', account: 'a' },
        { phone: '+12125551001', account: 'b' },
      ],
    });
    const { store } = dialer;
    const { file } = dialer;
    const count = (): Promise<readonly RuleReport[]> => recycleByRules(store, file, { countOnly: true });
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    await dialer.runFor(MINUTE);
    expect((await listLeads(store, { listId: 'l' })).map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(await count()).toMatchObject([{ endings: ['no-answer'], found: 0 }]);
    await dialer.runFor(MINUTE);
    expect(await count()).toMatchObject([{ found: 2, reopened: 2 }]);
    // Who has paid since is not opened again.
    await closeLeads(store, [{ account: 'b' }], { reason: 'paid' });
    expect(await count()).toMatchObject([{ found: 1, reopened: 1 }]);
    await dialer.runFor(3 * MINUTE);
    const calls: string[] = [];
    for await (const { openedAt } of readAttempts(store, { campaignId: 'c' }))
      calls.push(new Date(openedAt).toISOString().slice(11, 16));
    expect(calls).toEqual(['18:27', '18:27', '18:30']);

    await dialer.runFor(2 * MINUTE);
    expect(await recycleByRules(store, file, { countOnly: false })).toMatchObject([{ reopened: 1 }]);
    await dialer.runFor(3 * MINUTE);
    expect(await count()).toMatchObject([{ found: 0 }]);
    const trail = await store.engine.db
      .selectFrom('audit')
      .select(['campaign_id', 'detail'])
      .where('kind', '=', 'leads.reopened')
      .execute();
    expect(trail.map(({ campaign_id: id, detail }) => [id, JSON.parse(detail).reason])).toEqual([
      ['c', 'recycled: no-answer'],
      ['c', 'recycled: no-answer'],
    ]);
  });

  test('are named by endings that a call of the campaign can have', () => {
    const rules = [{ endings: ['no-awnser'], afterDays: 1 }];
    expect(() => checkCampaign({ ...campaign, leads: { recycle: { rules } } }, 'c.yaml')).toThrow(
      /leads\.recycle\.rules\[0\]\.endings\[0\][^]*use one of .*no-answer/,
    );
  });
});
