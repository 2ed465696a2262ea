import { afterEach, expect, test } from '@jest/globals';
import { readAttempts } from '@outdial/store';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { CampaignFinding } from '../../src/gate/campaign-refused.js';

const MINUTE = 60_000;
const campaign: Omit<CampaignInput, 'compliance'> = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  timeZone: 'America/New_York',
  live: true,
  lists: [{ id: 'l' }],
  store: { url: 'sqlite::memory:' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  retry: { rules: { 'no-answer': { delayMinutes: 1, most: 99 } }, mostAttempts: 99, mostPerDay: 99 },
  // Five minutes before a midnight of UTC, in the afternoon of Honolulu.
  simulation: {
    startsAt: '2026-06-09T23:55:00Z',
    answerShare: 0,
    machineShare: 0,
    busyShare: 0,
    invalidShare: 0,
  },
};
const MIDNIGHT = Date.parse('2026-06-10T00:00:00Z');

let dialer: Dialer | null = null;
afterEach(async () => {
  await dialer?.close();
  dialer = null;
});

/** Runs past midnight; returns what was said, with when, and the instants of the calls. */
async function runPastMidnight(
  compliance: CampaignInput['compliance'],
  prefix = '+1808555',
  columns: Readonly<Record<string, string>> = {},
): Promise<{ said: [number, CampaignFinding][]; calls: number[]; sentence: string | null }> {
  const said: [number, CampaignFinding][] = [];
  const running = await createDialer({
    campaign: { ...campaign, compliance },
    leads: Array.from({ length: 3 }, (_, index) => ({
      phone: `${prefix}${1000 + index}`,
      lineType: 'landline',
      ...columns,
    })),
    onNotice: (finding) => dialer && said.push([dialer.now(), finding]),
  });
  dialer = running;
  await running.start();
  await running.logIn({ agentId: 'ana' });
  await running.ready('ana');
  await running.runFor(7 * MINUTE);
  const calls: number[] = [];
  for await (const { openedAt, decisionAllowed } of readAttempts(running.store, { campaignId: 'c' }))
    if (decisionAllowed !== false) calls.push(openedAt);
  return { said, calls, sentence: running.explain().sentence };
}

test('calls stop at the instant at which a permit ends, and it is said before and then', async () => {
  const { said, calls, sentence } = await runPastMidnight({
    purpose: 'informational',
    registrations: [{ kind: 'permit', place: 'US-HI', number: 'P-1', expires: '2026-06-09' }],
  });
  const ofPermit = said.filter(([, { rule }]) => rule === 'policy.registration');
  expect(ofPermit).toEqual([
    [
      Date.parse('2026-06-09T23:55:00Z'),
      expect.objectContaining({
        blocks: false,
        message: expect.stringMatching(/^Within a day .*P-1 for US-HI/),
      }),
    ],
    [
      MIDNIGHT,
      expect.objectContaining({ blocks: true, message: 'The permit P-1 for US-HI expired on 2026-06-09.' }),
    ],
  ]);
  expect(Math.max(...calls)).toBeLessThan(MIDNIGHT);
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT - 2 * MINUTE);
  // Who asks why nothing is dialed is told of the permit.
  expect(sentence).toMatch(
    /may not be called in this mode.*the permit P-1 for US-HI expired on 2026-06-09.*Renew it/i,
  );
});

/** In Louisiana sales calls to mobiles rest on consent. */
const CONSENTED: NonNullable<CampaignInput['compliance']> = {
  purpose: 'telemarketing',
  callerNumberTakesRequests: true,
  scriptIdentifies: true,
  autodialer: false,
  doNotCallVersion: '2026-06-01',
};
const written = (expires: string): Readonly<Record<string, string>> => ({
  lineType: 'wireless',
  'consent type': 'written',
  'consent date': '2026-01-05',
  'consent expires': expires,
});

test('calls stop at the instant at which the consents for them end, and who asks is told', async () => {
  const { calls, sentence } = await runPastMidnight(CONSENTED, '+1504555', written('2026-06-10T00:00:00Z'));
  expect(Math.max(...calls)).toBeLessThan(MIDNIGHT);
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT - 2 * MINUTE);
  expect(sentence).toMatch(/(1 lead has|[23] leads have) only consents that have ended: record new ones/);
});

test('calls go on while the consents for them last', async () => {
  const { calls, sentence } = await runPastMidnight(CONSENTED, '+1504555', written('2026-06-10T01:00:00Z'));
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT);
  expect(String(sentence)).not.toMatch(/consents that have ended/);
});

test('calls to other states go on where a permit ends', async () => {
  const { calls } = await runPastMidnight({
    purpose: 'informational',
    registrations: [{ kind: 'permit', place: 'US-TX', number: 'P-1', expires: '2026-06-09' }],
  });
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT);
});

test('calls go on where the permit holds for another day', async () => {
  const { said, calls } = await runPastMidnight({
    purpose: 'informational',
    registrations: [{ kind: 'permit', place: 'US-TX', number: 'P-1', expires: '2026-06-11' }],
  });
  expect(said.filter(([, { rule }]) => rule === 'policy.registration')).toEqual([]);
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT);
});

const SALES: NonNullable<CampaignInput['compliance']> = {
  purpose: 'telemarketing',
  callerNumberTakesRequests: true,
  scriptIdentifies: true,
  autodialer: false,
};

test('an emergency that begins in a run stops sales calls to its state, and is said', async () => {
  const { said, calls } = await runPastMidnight(
    {
      ...SALES,
      doNotCallVersion: '2026-06-01',
      emergencies: [{ region: 'LA', from: '2026-06-10T00:00:00Z', until: '2026-06-11T00:00:00Z' }],
    },
    '+1504555',
  );
  expect(said.filter(([, { rule }]) => rule === 'declared-emergency')).toEqual([
    [
      MIDNIGHT,
      expect.objectContaining({ message: expect.stringContaining('LA until 2026-06-11 00:00 UTC') }),
    ],
  ]);
  expect(Math.max(...calls)).toBeLessThan(MIDNIGHT);
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT - 2 * MINUTE);
});

test('an emergency that ends in a run lets sales calls to its state go again, and is said', async () => {
  const { said, calls } = await runPastMidnight(
    {
      ...SALES,
      doNotCallVersion: '2026-06-01',
      emergencies: [{ region: 'LA', from: '2026-06-09T00:00:00Z', until: '2026-06-09T23:58:00Z' }],
    },
    '+1504555',
  );
  expect(said.filter(([, { rule }]) => rule === 'declared-emergency')).toEqual([
    [
      Date.parse('2026-06-09T23:55:00Z'),
      expect.objectContaining({ message: expect.stringContaining('LA until') }),
    ],
    [
      Date.parse('2026-06-09T23:58:00Z'),
      expect.objectContaining({ message: expect.stringMatching(/emergency in LA is over/) }),
    ],
  ]);
  expect(Math.min(...calls)).toBeGreaterThanOrEqual(Date.parse('2026-06-09T23:58:00Z'));
});

test('a copy of a registry holds back sales calls by the date of the called party', async () => {
  const { said, calls } = await runPastMidnight({ ...SALES, doNotCallVersion: '2026-05-09' }, '+1504555');
  const ofCopy = said.filter(([, { message }]) => message.includes('do-not-call copy'));
  expect(ofCopy.map(([at, { blocks }]) => [at, blocks])).toEqual([
    [Date.parse('2026-06-09T23:55:00Z'), false],
    [MIDNIGHT, true],
  ]);
  // Dates are those of the called party: in New Orleans it is the day before still.
  expect(Math.max(...calls)).toBeGreaterThan(MIDNIGHT);
});
