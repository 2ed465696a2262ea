import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { buildCommandLine, LiveCampaign } from './live-campaign.js';
import { NEVER_LEFT } from './numbers.js';

jest.setTimeout(180_000);
const suite = await whereTheLabRuns(describe);
/** Numbers of the lab that answer and talk. */
const PHONES = Array.from({ length: 12 }, (_, index) => `+1212555${String(70 + index)}00`);
const AGENTS = 3;

suite('outdial run --take-over with the same node on the same Asterisk', () => {
  let lab: LabFacts;
  let campaign: LiveCampaign | undefined;

  beforeAll(async () => {
    [lab] = await Promise.all([ensureLab(), buildCommandLine()]);
  });
  afterEach(() => campaign?.remove());

  test('the first ends by itself, conversations go on, and nobody is called twice', async () => {
    campaign = await LiveCampaign.create(lab, {
      id: 'live-take-over',
      phones: PHONES,
      callerNumber: '+12025550179',
      agents: lab.agents.endpoints.slice(40, 40 + AGENTS),
      settings: {
        mode: 'progressive',
        agents: {
          people: lab.agents.endpoints.slice(40, 40 + AGENTS).map((station, index) => ({
            id: `agent-${index}`,
            station,
          })),
          automatic: { talkMeanSeconds: 8, wrapUpMeanSeconds: 0.5, decideMeanSeconds: 0.3 },
        },
      },
    });
    const first = campaign.start('run');
    await campaign.reaches(AGENTS);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    let haltedAt = Infinity;
    first.process.stdout?.on('data', (part: Buffer) => {
      if (part.includes('campaign halted')) haltedAt = Math.min(haltedAt, Date.now());
    });
    const second = campaign.start('run', '--take-over', '--until-dry');

    const overtaken = await first.done;
    expect(overtaken.output).toMatch(
      /campaign halted: telephony-lost: another process has taken the ARI application outdial-live-take-over/,
    );
    expect(overtaken.code).toBe(7);
    const taker = await second.done;
    expect(taker.output).toMatch(/was taken over from node 'live-take-over'/);
    expect([taker.code, taker.code === 0 ? '' : taker.output]).toEqual([0, '']);

    const attempts = await campaign.attempts();
    expect(attempts.filter(({ endedAt }) => endedAt === null)).toEqual([]);
    const calls = await campaign.carrierCalls();
    expect(calls.map(({ called }) => called).sort()).toEqual([...PHONES].sort());
    const left = attempts.filter(({ outcome }) => !NEVER_LEFT.has(outcome ?? ''));
    expect(left.map(({ phone }) => phone).sort()).toEqual([...PHONES].sort());
    // Somebody talked when the first was overtaken, and talked on.
    const talked = calls.filter(
      ({ invitedAt, endedAt }) => invitedAt < haltedAt && (endedAt ?? 0) > haltedAt + 2_000,
    );
    expect(talked.length).toBeGreaterThan(0);
    expect(await campaign.leftOver()).toEqual([]);
  });
});
