import { expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { loadLawOfCampaign, type LawOfCampaign } from '../../src/gate/law-of-campaign.js';

const file = checkCampaign({
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12155550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'l' }],
  compliance: { purpose: 'telemarketing' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12155550101', optOutOffer: ['sound:b'] },
});
/** Hours of the last Saturday before, and of the first Sunday under, Act 47 of Pennsylvania, in UTC. */
const [morning, evening, next] = ['2026-10-17T08:00Z', '2026-10-17T23:00Z', '2026-10-18T08:00Z'].map((text) =>
  Date.parse(text),
) as [number, number, number];

test('the law of a campaign is loaded once: the answer of a day is kept, and another day has its own', async () => {
  const lawAt = await loadLawOfCampaign({ file, path: 'c.yaml', folder: '.' });
  const before = lawAt(morning);
  expect(lawAt(evening)).toBe(before);
  const valueOf = (law: LawOfCampaign): string | undefined =>
    law.rules.find(({ id }) => id === 'us.pa.hours')?.value;
  expect(valueOf(before)).toContain('08:00-21:00');
  expect(lawAt(next).day).toBe('2026-10-18');
  expect(valueOf(lawAt(next))).toContain('09:00-19:00');
  expect(lawAt(morning)).toEqual(before);
});

test('a rule that several places share is to be read once, for all of them', async () => {
  const lawAt = await loadLawOfCampaign({ file, path: 'c.yaml', folder: '.' });
  const { toRead } = lawAt(Date.parse('2026-12-01T12:00Z'));
  const territories = toRead.filter(({ rule }) => rule === 'us.terr');
  expect(territories.map(({ jurisdictions }) => [...jurisdictions].sort())).toEqual([
    ['US-AS', 'US-GU', 'US-MP', 'US-PR', 'US-VI'],
  ]);
});
