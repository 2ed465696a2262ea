import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { buildCommandLine, LiveCampaign } from './live-campaign.js';
import { labNumbers } from './numbers.js';

jest.setTimeout(300_000);
const suite = await whereTheLabRuns(describe);
/** Nothing listens there, and UDP says so to nobody. */
const NOWHERE = '127.0.0.1:9';

suite('a trunk from which nothing comes', () => {
  let lab: LabFacts;
  let campaign: LiveCampaign | undefined;

  beforeAll(async () => {
    [lab] = await Promise.all([ensureLab(), buildCommandLine()]);
  });
  afterEach(() => campaign?.remove());

  test('is said to the operator, and nobody is booked as called', async () => {
    const { ari, carrier, agents } = lab;
    campaign = await LiveCampaign.create(lab, {
      id: 'live-dead-trunk',
      phones: labNumbers(30),
      callerNumber: '+12025550177',
      agents: agents.endpoints.slice(0, 5),
      settings: {
        telephony: {
          kind: 'asterisk',
          node: 'live-dead-trunk',
          server: {
            url: ari.url,
            usernameEnvironment: 'LAB_ARI_USER',
            passwordEnvironment: 'LAB_ARI_PASSWORD',
          },
          trunks: [
            {
              name: 'dead',
              endpoint: `PJSIP/${carrier.trunk}/sip:{number}@${NOWHERE}`,
              channels: 60,
              callsPerSecond: 20,
            },
          ],
        },
      },
    });
    const run = await campaign.outdial('run', '--until-dry', '--for', '1');
    const log = await campaign.log();
    expect(run.code).toBe(0);
    expect(log).toMatch(/trunk 'dead': 5 calls one after the other brought no ringing, no answer/);
    const attempts = await campaign.attempts();
    expect(attempts.length).toBeGreaterThanOrEqual(5);
    expect(new Set(attempts.map(({ outcome }) => outcome))).toEqual(new Set(['congestion']));
    expect(await campaign.carrierCalls()).toEqual([]);
    expect(await campaign.leftOver()).toEqual([]);
  });
});
