import { describe, expect, test } from '@jest/globals';
import { abandonmentLimit, covers, type Pack } from '@outdial/compliance';
import { Governor } from '@outdial/core';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';

const sweden: Pack = {
  country: 'SE',
  name: 'Sweden',
  timeZone: 'Europe/Stockholm',
  rules: [
    abandonmentLimit({
      id: 'se.abandon',
      jurisdiction: 'SE',
      title: 'A limit on abandoned calls, made up for this test',
      citation: 'test act, section 1',
      purposes: ['telemarketing'],
      parameter: {
        unit: 'share of live answers',
        values: [
          {
            from: null,
            value: { share: { abandoned: 10, of: 100 }, window: '24 hours from midnight' },
            source: { title: 'Test act', href: 'https://example.org', pinpoint: 'section 1' },
            verification: 'memory',
            verifiedOn: '2026-11-22',
          },
        ],
      },
    }),
  ],
  unmodelled: covers('SE', { telemarketing: 'any' }),
};

const file = checkCampaign({
  id: 'c',
  name: 'C',
  mode: 'predictive',
  callerNumber: '+46812345678',
  countries: ['SE'],
  live: true,
  lists: [{ id: 'l' }],
  compliance: { purpose: 'telemarketing' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+46812345679', optOutOffer: ['sound:b'] },
});
/** Noon in Amsterdam, in summer. */
const noon = Date.parse('2026-06-10T12:00:00+02:00');

describe('a country whose pack is new to outdial', () => {
  const law = createCampaignCompliance(file, {}, { packs: [sweden] });
  const { limits } = toSettings(file, {}, law.duties(noon, noon));

  test('has its limit held by the governor, over the days of its own calendar', () => {
    expect(limits).toEqual([
      {
        id: 'se.abandon',
        limit: 0.1,
        period: { startsAt: Date.parse('2026-06-10T00:00:00+02:00'), lengthMs: 86_400_000 },
      },
    ]);
    const governor = new Governor(limits, noon);
    for (let answer = 0; answer < 20; answer += 1) governor.liveAnswer(noon);
    governor.abandonment(noon);
    expect(governor.readings(noon).map(({ spent }) => spent)).toEqual([false]);
    governor.abandonment(noon);
    expect(governor.readings(noon).map(({ limitId, spent }) => [limitId, spent])).toEqual([
      ['se.abandon', true],
    ]);
  });

  test('refuses calls that may find no agent once the figures of its day pass the limit', () => {
    const reading = { limitId: 'se.abandon', periodStart: noon, liveAnswers: 20, abandoned: 3 };
    const abandonment = law.countsOf([reading], noon);
    expect(abandonment).toEqual([{ ...reading, periodStart: '2026-06-10' }]);
    const decision = law.gate.decide({
      at: noon,
      campaignId: 'c',
      lead: { phone: '+46701234567', country: 'SE' },
      history: [],
      mode: 'predictive',
      humanInitiated: false,
      voices: ['live'],
      abandonment,
    });
    expect(decision.refusals.map(({ rule }) => rule)).toEqual(['se.abandon']);
  });
});
