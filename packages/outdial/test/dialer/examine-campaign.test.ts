import { expect, test } from '@jest/globals';
import { examineCampaign } from '../../src/dialer/examine-campaign.js';

const AT = Date.parse('2026-06-10T17:00:00Z');
const TEXT = `id: spring
name: Spring
mode: predictive
callerNumber: '+12025550100'
countries: [US]
lists: [{ id: spring-list }]
compliance: { purpose: telemarketing, callerNumberTakesRequests: true, scriptIdentifies: true }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
`;
const examine = (text: string): ReturnType<typeof examineCampaign> =>
  examineCampaign(text, { path: 'campaigns/spring.yaml', at: AT });

test('a campaign that can be used is loaded, with what the review of the law finds', async () => {
  const { loaded, problems, findings } = await examine(TEXT);
  expect(problems).toEqual([]);
  expect(loaded?.file).toMatchObject({ id: 'spring', dialing: { lines: 100 } });
  expect(loaded?.folder).toMatch(/campaigns$/);
  expect(findings.some(({ blocks }) => blocks)).toBe(true);
  const registered = await examine(TEXT.replace('purpose:', "doNotCallVersion: '2026-06-01', purpose:"));
  expect(registered.findings.filter(({ blocks }) => blocks)).toEqual([]);
});

test('what cannot be used is said at its place: text, settings, flows, do-not-call lists', async () => {
  const places = async (text: string): Promise<readonly string[]> =>
    (await examine(text)).problems.map(({ path }) => path);
  expect(await places('id: [')).toEqual([expect.stringMatching(/^line 1, column/)]);
  expect(await places(TEXT.replace('countries: [US]', 'countries: [usa]\nspeed: 9'))).toEqual(
    expect.arrayContaining(['countries[0]', 'speed']),
  );
  expect(await places(`${TEXT}flows: { voicemail: absent.yaml }\n`)).toEqual(['flows.voicemail']);
  expect(await places(`${TEXT}doNotCall: { lists: [{ file: absent.dnc, scope: company }] }\n`)).toEqual([
    'doNotCall.lists',
  ]);
});
