import { expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { LimitPeriods } from '../../src/report/limit-periods.js';

test('live answers are counted by the months and days of the place, whatever their length', () => {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'predictive',
    callerNumber: '+12025550100',
    countries: ['GB', 'CA', 'US'],
    lists: [{ id: 'l' }],
    compliance: { purpose: 'telemarketing' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  });
  const law = createCampaignCompliance(file, {});
  const firstCallAt = Date.parse('2026-02-27T15:20:00Z');
  const periods = new LimitPeriods((at) => law.duties(at, firstCallAt).limits);
  const answers: readonly (readonly [string, boolean])[] = [
    ['2026-02-27T15:20:30Z', false],
    ['2026-03-01T04:59:59Z', true],
    ['2026-03-01T05:00:00Z', false],
    ['2026-03-29T22:59:59Z', false],
    ['2026-03-29T23:00:00Z', true],
    ['2026-04-01T03:59:59Z', false],
    ['2026-04-01T04:00:00Z', false],
  ];
  for (const [at, abandoned] of answers) periods.add(Date.parse(at), abandoned);
  const of = (id: string): readonly string[] =>
    periods
      .list()
      .filter(({ limitId }) => limitId === id)
      .map(
        ({ from, liveAnswers, abandoned }) =>
          `${new Date(from).toISOString()} ${abandoned} of ${liveAnswers}`,
      );
  expect(of('ca.pdd5')).toEqual([
    '2026-02-01T05:00:00.000Z 1 of 2',
    '2026-03-01T05:00:00.000Z 1 of 4',
    '2026-04-01T04:00:00.000Z 0 of 1',
  ]);
  expect(of('uk.ofcom.abandon')).toEqual([
    '2026-02-27T00:00:00.000Z 0 of 1',
    '2026-03-01T00:00:00.000Z 1 of 2',
    '2026-03-29T00:00:00.000Z 0 of 1',
    '2026-03-29T23:00:00.000Z 1 of 1',
    '2026-03-31T23:00:00.000Z 0 of 2',
  ]);
  expect(of('us.tcpa.abandon3')).toEqual([
    '2026-02-27T15:20:00.000Z 1 of 3',
    '2026-03-29T15:20:00.000Z 1 of 4',
  ]);
});
