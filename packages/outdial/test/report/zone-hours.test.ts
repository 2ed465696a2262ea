/** Leads by time zone and hour: what a campaign can call through the day. */
import { expect, test } from '@jest/globals';
import { addLeads, openStore } from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { toSchedule } from '../../src/campaign-file/schedule-settings.js';
import { nextHours, readZoneHours } from '../../src/report/zone-hours.js';

/** A quarter past six in the evening in New York, a quarter past three in Los Angeles. */
const AT = Date.parse('2026-06-10T18:15:00-04:00');

test('leads are callable in the hours of their zone, and of the campaign', async () => {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    timeZone: 'America/New_York',
    lists: [{ id: 'list' }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    schedule: { clock: 'agency', weekdays: '10:00-22:00' },
  });
  const store = await openStore({ url: 'sqlite::memory:', clock: () => AT });
  const lead = (phone: string, state: string) => ({
    phones: [{ phone }],
    facts: { country: 'US', region: state },
  });
  const leads = [lead('+12125550101', 'NY'), lead('+12125550102', 'NY'), lead('+12135550103', 'CA')];
  await addLeads(store, leads, { listId: 'list' });
  const [east, west] = await readZoneHours(store, {
    at: AT,
    lists: ['list'],
    law: createCampaignCompliance(file, {}),
    schedule: toSchedule(file),
  });
  const hours = nextHours(AT);
  /** UTC hours in which leads are callable. */
  const of = (callable: readonly number[] = []): string =>
    hours
      .filter((_, index) => callable[index] !== 0)
      .map((hour) => new Date(hour).getUTCHours())
      .join(' ');
  expect([east?.zone, east?.open]).toEqual(['America/New_York', 2]);
  // Of the law to 21 in New York; of the campaign from 10.
  expect(of(east?.callable)).toBe('22 23 0 14 15 16 17 18 19 20 21');
  expect([west?.zone, west?.open, west?.callable[0]]).toEqual(['America/Los_Angeles', 1, 1]);
  // Of the campaign to 22, when it is 19 in Los Angeles; of the law from 8.
  expect(of(west?.callable)).toBe('22 23 0 1 15 16 17 18 19 20 21');
  await store.close();
});
