import { afterEach, describe, expect, test } from '@jest/globals';
import { addDoNotCall } from '@outdial/store';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const dialers: Dialer[] = [];
afterEach(async () => {
  for (const dialer of dialers.splice(0)) await dialer.close();
});

/** A campaign with one lead in New York, at an hour there. */
async function dialerAt(hour: string): Promise<Dialer> {
  const dialer = await createDialer({
    campaign: {
      id: 'c',
      name: 'C',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'l' }],
      store: { url: 'sqlite::memory:' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
      simulation: { startsAt: `2026-06-10T${hour}:00-04:00` },
    },
    leads: [{ phone: '+12125551000', state: 'NY' }],
  });
  dialers.push(dialer);
  await dialer.start();
  return dialer;
}

describe('a number of a campaign is checked without a call', () => {
  test('by day it may be called; a number of no list is judged alone', async () => {
    const dialer = await dialerAt('13:00');
    expect(await dialer.check('+12125551000')).toMatchObject({
      allowed: true,
      lead: { listId: 'l', state: 'ready' },
      store: null,
    });
    expect(await dialer.check('+12125551001')).toMatchObject({ allowed: true, lead: null });
  });

  test('in the night the law refuses until the morning; a request not to be called counts for good', async () => {
    const dialer = await dialerAt('23:00');
    const night = await dialer.check('+12125551000');
    expect(night).toMatchObject({ allowed: false, nextAllowedAt: Date.parse('2026-06-11T08:00:00-04:00') });
    expect(night.refusals.map(({ scope }) => scope)).toContain('lead');
    await addDoNotCall(dialer.store, [{ phone: '+12125551000', at: dialer.now(), source: 'mail' }]);
    const barred = await dialer.check('+12125551000');
    expect(barred).toMatchObject({ allowed: false, nextAllowedAt: null, requests: [{ source: 'mail' }] });
    expect(barred.store).toContain('asked not to be called');
  });
});
