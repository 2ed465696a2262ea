import { afterEach, describe, expect, test } from '@jest/globals';
import { readAttempts } from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (text: string): number => Date.parse(text);
let dialer: Dialer;
let isOpen = false;
afterEach(async () => {
  if (isOpen) await dialer.close();
  isOpen = false;
});

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  timeZone: 'America/New_York',
  live: true,
  lists: [{ id: 'l' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  retry: { rules: { 'no-answer': { delayMinutes: 60, most: 20 } }, mostAttempts: 20, mostPerDay: 8 },
  // A Wednesday.
  simulation: { startsAt: '2026-06-10T12:00:00-04:00', answerShare: 0 },
};

async function started(schedule: CampaignInput['schedule']): Promise<Dialer> {
  dialer = await createDialer({
    campaign: { ...campaign, schedule },
    leads: [
      { phone: '+12125551000', state: 'NY' },
      { phone: '+14155551000', state: 'CA' },
    ],
  });
  isOpen = true;
  await dialer.start();
  await dialer.logIn({ agentId: 'ana' });
  await dialer.ready('ana');
  return dialer;
}

/** Local hours at which calls were placed, in a zone. */
async function hoursOfCalls(timeZone: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { openedAt } of readAttempts(dialer.store, { campaignId: 'c' }))
    texts.push(
      new Date(openedAt).toLocaleString('en-US', {
        timeZone,
        weekday: 'short',
        hour: '2-digit',
        hourCycle: 'h23',
      }),
    );
  return [...new Set(texts)];
}

describe('a campaign with hours of its own', () => {
  test('calls nobody outside of them, says until when, and goes on by itself: two days in virtual time', async () => {
    await started({ weekdays: '12:30-12:33', saturday: '', sunday: '' });
    await dialer.runFor(5_000);
    const { sentence, reasons } = dialer.explain();
    expect(sentence).toMatch(
      /^No call can be placed now: outside the campaign's own hours until .*12:30.* \(schedule\)\.$/,
    );
    expect(reasons[0]).toMatchObject({ kind: 'schedule', until: at('2026-06-10T12:30:00-04:00') });
    expect(await dialer.nextWindowChange()).toMatchObject({
      at: at('2026-06-10T12:30:00-04:00'),
      text: expect.stringMatching(/12:30.*, the campaign's own hours begin; 2 leads can be called then\.$/),
    });
    const later = async (text: string) => (await dialer.explain(at(text))).reasons.map(({ kind }) => kind);
    expect(await later('2026-06-10T12:32:00-04:00')).toEqual([]);
    expect(await later('2026-06-11T11:00:00-04:00')).toContain('schedule');

    await dialer.runFor(32 * MINUTE);
    expect((await dialer.nextWindowChange())?.text).toMatch(/the campaign's own hours end\.$/);
    await dialer.runFor(5 * MINUTE);
    expect(await hoursOfCalls('America/New_York')).toEqual(['Wed, 12']);
    await dialer.runFor(24 * HOUR);
    expect(await hoursOfCalls('America/New_York')).toEqual(['Wed, 12', 'Thu, 12']);
    const { db } = dialer.store.engine;
    const turns = await db
      .selectFrom('audit')
      .select('detail')
      .where('kind', '=', 'schedule.turned')
      .execute();
    expect(turns.map(({ detail }) => JSON.parse(detail).open)).toEqual([false, true, false, true, false]);
  });

  test('takes others while it runs; those at the called party wait for the next start', async () => {
    await started({ weekdays: '12:30-12:33' });
    await dialer.runFor(5_000);
    const open = checkCampaign({ ...campaign, schedule: { weekdays: '09:00-12:05', lastDay: '2026-06-10' } });
    expect(await dialer.adopt(open, 'mona')).toEqual({
      applied: ['schedule.lastDay', 'schedule.weekdays'],
      later: [],
    });
    await dialer.runFor(MINUTE);
    expect(dialer.statistics().dials).toBe(2);
    await dialer.runFor(HOUR);
    expect(dialer.explain().sentence).toContain('the last day of the campaign is over');
    const called = checkCampaign({ ...campaign, schedule: { clock: 'called', weekdays: '09:00-18:00' } });
    const { applied, later } = await dialer.adopt(called, 'mona');
    expect([applied, later]).toEqual([[], ['schedule.clock', 'schedule.lastDay', 'schedule.weekdays']]);
    await dialer.adopt(checkCampaign({ ...campaign }), 'mona');
    expect(dialer.settings.schedule).toBeNull();
  });

  test('by the clock of the called party: each lead has the hours of its place', async () => {
    await started({ clock: 'called', weekdays: '13:00-14:00' });
    const dialable = async (text: string) => (await dialer.explain(at(text))).dialable;
    // 13:30 in New York, in between, and 13:30 in California.
    expect(await dialable('2026-06-10T17:30:00Z')).toBe(1);
    expect(await dialable('2026-06-10T18:30:00Z')).toBe(0);
    expect(await dialable('2026-06-10T20:30:00Z')).toBe(1);
    expect(dialer.settings.schedule?.open).toHaveLength(3);
    expect(await dialer.check('+12125551000', at('2026-06-10T18:30:00Z'))).toMatchObject({ allowed: false });
    expect(JSON.stringify(await dialer.check('+12125551000', at('2026-06-10T18:30:00Z')))).toContain(
      'client.schedule',
    );
  });
});

describe('a schedule that cannot be', () => {
  test.each<[string, CampaignInput['schedule'], string]>([
    ['a last day before the first', { firstDay: '2026-12-02', lastDay: '2026-12-01' }, 'schedule.lastDay'],
    ['no hours on any day', { weekdays: '', saturday: '', sunday: '' }, 'has no hours on any day'],
    ['hours that are none', { weekdays: '9-5' }, 'schedule.weekdays'],
    ['a day that does not exist', { closedDays: ['2026-02-30'] }, 'schedule.closedDays[0]'],
  ])('is refused: %s', (_what, schedule, text) => {
    expect(() => checkCampaign({ ...campaign, schedule })).toThrow(text);
  });
});
