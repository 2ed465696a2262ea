import { afterEach, describe, expect, test } from '@jest/globals';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const dialers: Dialer[] = [];
afterEach(async () => {
  for (const dialer of dialers.splice(0)) await dialer.close();
});

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'l' }],
  store: { url: 'sqlite::memory:' },
  compliance: {
    purpose: 'telemarketing',
    callerNumberTakesRequests: true,
    scriptIdentifies: true,
    doNotCallVersion: '2026-06-01',
  },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  simulation: { startsAt: '2026-06-10T23:00:00-04:00' },
};

/** A campaign at 23:00 in New York with a lead there, started, with an agent who is ready. */
async function lateEvening(changes: Partial<CampaignInput> = {}): Promise<Dialer> {
  const dialer = await createDialer({
    campaign: { ...campaign, ...changes },
    leads: [{ phone: '+12125551000', state: 'NY' }],
  });
  dialers.push(dialer);
  await dialer.start();
  await dialer.logIn({ agentId: 'ana' });
  await dialer.ready('ana');
  await dialer.runFor(30_000);
  return dialer;
}

const kinds = async (dialer: Dialer, at: string): Promise<string[]> =>
  (await dialer.explain(Date.parse(at))).reasons.map(({ kind }) => kind);

describe('what will keep calls back at an instant to come', () => {
  test('are the calling windows of then: closed in the night, open in the morning, closed again', async () => {
    const dialer = await lateEvening();
    expect(await kinds(dialer, '2026-06-11T03:00:00-04:00')).toEqual(['no-leads', 'window']);
    expect(await kinds(dialer, '2026-06-11T09:00:00-04:00')).toEqual([]);
    expect(await kinds(dialer, '2026-06-12T01:00:00-04:00')).toEqual(['no-leads', 'window']);

    const night = await dialer.explain(Date.parse('2026-06-12T01:00:00-04:00'));
    expect(night).toMatchObject({ dialable: 0, at: Date.parse('2026-06-12T01:00:00-04:00') });
    expect(night.reasons.at(-1)).toMatchObject({ until: Date.parse('2026-06-12T08:00:00-04:00') });
    expect(await dialer.explain(Date.parse('2026-06-11T09:00:00-04:00'))).toMatchObject({ dialable: 1 });
  });

  test('is what only an action ends, as it is now; agents who are busy now say nothing of then', async () => {
    const dialer = await lateEvening();
    await dialer.pauseCampaign('lunch');
    expect(await kinds(dialer, '2026-06-11T09:00:00-04:00')).toEqual(['paused']);
    await dialer.resume();
    await dialer.pause('ana', 'break');
    await dialer.runFor(1_000);
    expect(dialer.explain().reasons.map(({ kind }) => kind)).toContain('no-free-agents');
    expect(await kinds(dialer, '2026-06-11T09:00:00-04:00')).toEqual([]);
    await dialer.logOut('ana');
    await dialer.runFor(1_000);
    expect(await kinds(dialer, '2026-06-11T09:00:00-04:00')).toEqual(['no-agents']);
  });

  test('is as now for an instant that has passed', async () => {
    const dialer = await lateEvening();
    expect(await dialer.explain(dialer.now() - 1)).toEqual(dialer.explain());
  });

  test('counts retries that are due by then', async () => {
    const dialer = await lateEvening({
      simulation: {
        startsAt: '2026-06-10T10:00:00-04:00',
        answerShare: 0,
        machineShare: 0,
        busyShare: 1,
        invalidShare: 0,
      },
      retry: { rules: { busy: { delayMinutes: 120, most: 3 } } },
    });
    await dialer.runFor(5 * 60_000);
    expect(dialer.explain().reasons.map(({ kind }) => kind)).toContain('no-leads');
    expect(await dialer.explain(Date.parse('2026-06-10T10:30:00-04:00'))).toMatchObject({ dialable: 0 });
    expect(await dialer.explain(Date.parse('2026-06-10T13:00:00-04:00'))).toMatchObject({
      dialable: 1,
      reasons: [],
    });
  });
});

describe('the next change of calling hours', () => {
  test('in the night they begin in the morning; by day they end in the evening', async () => {
    const dialer = await lateEvening();
    expect(await dialer.nextWindowChange()).toEqual({
      at: Date.parse('2026-06-11T08:00:00-04:00'),
      closing: 0,
      opening: 1,
      dialable: 1,
      text:
        'At 2026-06-11 08:00 in New York (12:00 UTC), the calling hours of 1 lead begin; ' +
        '1 lead can be called then.',
    });
    const day = await lateEvening({ simulation: { startsAt: '2026-06-10T19:00:00-04:00' } });
    expect(await day.nextWindowChange()).toMatchObject({ closing: 1, opening: 0, dialable: 0 });
    const empty = await createDialer({ campaign });
    dialers.push(empty);
    expect(await empty.nextWindowChange()).toBeNull();
  });
});
