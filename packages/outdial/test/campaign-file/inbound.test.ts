import { describe, expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import type { EngineDuties } from '../../src/gate/engine-duties.js';

const base = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  timeZone: 'America/New_York',
  lists: [{ id: 'l' }],
  compliance: { purpose: 'telemarketing' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
} as const;
const DUTIES: EngineDuties = {
  regulators: [],
  limits: [],
  firstCallAt: Date.UTC(2026, 5, 10, 12),
  connectGraceMs: 2_000,
  minimumRingTimeMs: 15_000,
  abandonedBanMs: 0,
};
const settingsOf = (more: object): ReturnType<typeof toSettings> =>
  toSettings(checkCampaign({ ...base, ...more }), {}, DUTIES);

describe('calls that come in, in the campaign file', () => {
  test('are not taken unless the file says so', () => {
    expect(settingsOf({}).inbound).toBeUndefined();
  });

  test('have defaults for all but what callers hear, and the number is the one that is shown', () => {
    expect(settingsOf({ inbound: { overflow: ['sound:sorry'] } }).inbound).toMatchObject({
      numbers: ['+12025550100'],
      hours: null,
      mostWaiting: 20,
      mostWaitMs: 600_000,
      announcements: { everyMs: 30_000, next: ['sound:queue-youarenext'] },
      callback: null,
      work: 'both',
      serviceLevelMs: 20_000,
    });
  });

  test('have hours in the zone of the campaign, and agents of their own', () => {
    const { inbound } = settingsOf({
      inbound: {
        overflow: ['sound:sorry'],
        closed: ['sound:closed'],
        hours: { weekdays: '09:00-12:00 13:00-17:30' },
        callback: { offer: ['sound:press'], confirmation: ['sound:soon'] },
      },
      agents: { people: [{ id: 'ann', station: 'PJSIP/101', work: 'inbound' }, { id: 'bob' }] },
    });
    expect(inbound?.hours).toEqual({
      timeZone: 'America/New_York',
      open: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], fromMinute: 540, toMinute: 720 },
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], fromMinute: 780, toMinute: 1_050 },
      ],
    });
    expect(inbound?.people).toEqual({ ann: 'inbound' });
    expect(inbound?.callback).toMatchObject({ key: '1', offer: ['sound:press'] });
  });

  test.each([
    [
      'hours without what is heard outside them',
      { hours: {}, overflow: ['sound:a'] },
      /inbound\.closed.*missing/s,
    ],
    ['no message after too long a wait', {}, /inbound\.overflow/],
    [
      'hours that are none',
      { overflow: ['sound:a'], closed: ['sound:b'], hours: { weekdays: '9-17' } },
      /spans/,
    ],
  ])('refuses %s', (_title, inbound, message) => {
    expect(() => checkCampaign({ ...base, inbound })).toThrow(message);
  });

  test('refuses an agentless campaign, which has nobody to take them', () => {
    expect(() => checkCampaign({ ...base, mode: 'agentless', inbound: { overflow: ['sound:a'] } })).toThrow(
      /campaigns with agents/,
    );
  });
});
