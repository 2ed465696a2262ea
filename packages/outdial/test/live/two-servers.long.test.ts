import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  ensureLab,
  lab as labCommand,
  secondLabInstance,
  whereTheLabRuns,
  type LabFacts,
} from '../../../../lab/index.mjs';
import { auditBroken, count } from './audit-broken.js';
import { buildCommandLine, LiveCampaign } from './live-campaign.js';
import { labNumbers } from './numbers.js';

jest.setTimeout(240_000);
const suite = await whereTheLabRuns(describe);
const LEADS = 240;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

suite('a predictive run on two servers', () => {
  const instance = secondLabInstance();
  let lab: LabFacts;
  let second: LabFacts;

  beforeAll(async () => {
    [lab, second] = await Promise.all([
      ensureLab(),
      ensureLab({ asterisk: true, carrier: true, agents: true }, { instance }),
      buildCommandLine(),
    ]);
  });

  test('one killed and back again: none lost, dialed twice or left over; dialing goes on meanwhile', async () => {
    const phones = labNumbers(LEADS);
    const campaign = await LiveCampaign.create(lab, {
      id: 'live-two-servers',
      phones,
      callerNumber: '+12025550181',
      agents: [...lab.agents.endpoints.slice(0, 8), ...second.agents.endpoints.slice(9, 17)],
      settings: {},
      second,
    });
    try {
      const run = campaign.start('run', '--until-dry');
      await campaign.reaches(60);
      await labCommand(['kill-asterisk'], { instance });
      const killedAt = Date.now();
      await wait(4_000);
      await ensureLab({ asterisk: true }, { instance });
      const backAt = Date.now();
      const { code, output } = await run.done;
      if (code !== 0)
        throw new Error(`it ended with ${String(code)}:\n${output}\n${(await campaign.log()).slice(-3000)}`);
      await auditBroken(campaign, phones);

      const calls = await campaign.carrierCalls();
      const during = calls.filter(({ invitedAt }) => invitedAt > killedAt + 500 && invitedAt < backAt);
      expect(during.length).toBeGreaterThan(0);
      const talks = (await campaign.attempts()).filter(({ connectedAt }) => connectedAt !== null);
      expect(overlapping(talks)).toEqual([]);
      expect(await campaign.log()).toMatch(/server second is out of reach/);
      const outcomes = count((await campaign.attempts()).map(({ outcome }) => outcome ?? 'open'));
      console.log(
        `two servers: ${calls.length} calls, ${during.length} of them while one was away; ` +
          `outcomes ${JSON.stringify(outcomes)}`,
      );
    } finally {
      await campaign.remove();
    }
  });
});

interface Talk {
  readonly agentId: string | null;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
}

/** Agents who were in two conversations at once. */
function overlapping(talks: readonly Talk[]): readonly (string | null)[] {
  const inOrder = [...talks].sort((a, b) => (a.connectedAt ?? 0) - (b.connectedAt ?? 0));
  return inOrder
    .filter((talk, index) =>
      inOrder
        .slice(0, index)
        .some((one) => one.agentId === talk.agentId && (one.endedAt ?? Infinity) > (talk.connectedAt ?? 0)),
    )
    .map(({ agentId }) => agentId);
}
