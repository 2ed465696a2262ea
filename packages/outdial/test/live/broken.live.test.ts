import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns, type FarEndCall, type LabFacts } from '../../../../lab/index.mjs';
import { buildCommandLine, LiveCampaign } from './live-campaign.js';
import { auditBroken, count } from './audit-broken.js';
import { labNumbers } from './numbers.js';
import { Wire } from '../../../asterisk-adapter/test/wire.js';

jest.setTimeout(240_000);
const suite = await whereTheLabRuns(describe);
const LEADS = 300;
const CALLER = '+12025550177';
/** Length of the lab's message for called parties whom nobody can take, ms, less a little. */
const MESSAGE_MS = 6000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

suite('a predictive run that breaks', () => {
  let lab: LabFacts;

  beforeAll(async () => {
    [lab] = await Promise.all([ensureLab(), buildCommandLine()]);
  });

  test('a cut event socket, then SIGKILL and a new start: none lost, dialed twice or met by silence', async () => {
    const wire = await Wire.to(lab.ari.url);
    const phones = labNumbers(LEADS);
    const campaign = await LiveCampaign.create(lab, {
      id: 'live-broken',
      ariUrl: wire.url,
      phones,
      callerNumber: CALLER,
      agents: lab.agents.endpoints.slice(0, 20),
      settings: {},
    });
    try {
      const first = campaign.start('run', '--until-dry');
      await campaign.reaches(30);
      const cutAt = Date.now();
      wire.cut();
      await wait(3000);
      wire.mend();
      const mendedAt = Date.now();
      await campaign.reaches(110);
      const killedAt = Date.now();
      first.process.kill('SIGKILL');
      expect((await first.done).signal).toBe('SIGKILL');
      await wait(1500);
      const restartedAt = Date.now();
      const second = await campaign.outdial('run', '--until-dry');
      if (second.code !== 0)
        throw new Error(
          `the second run ended with ${String(second.code)}:\n${second.output}\n` +
            (await campaign.log()).slice(-3000),
        );
      await auditBroken(campaign, phones);
      const calls = await campaign.carrierCalls();
      const unattended = [
        ...answeredBetween(calls, cutAt + 200, mendedAt),
        ...answeredBetween(calls, killedAt, restartedAt),
      ];
      for (const call of unattended)
        expect(heardTheMessage(call)).toEqual({ call: call.called.slice(-2), heard: true });
      const outcomes = count((await campaign.attempts()).map(({ outcome }) => outcome ?? 'open'));
      console.log(
        `broken: ${calls.length} calls, ${unattended.length} answered while nobody was in control; ` +
          `outcomes ${JSON.stringify(outcomes)}`,
      );
    } finally {
      await wire.close();
      await campaign.remove();
    }
  });
});

function answeredBetween(calls: readonly FarEndCall[], from: number, to: number): readonly FarEndCall[] {
  return calls.filter(
    (call) => call.answeredAt !== undefined && call.answeredAt >= from && call.answeredAt <= to,
  );
}

/** Told something for as long as the message lasts, unless the called party hung up before. */
function heardTheMessage(call: FarEndCall): { readonly call: string; readonly heard: boolean } {
  const length = (call.endedAt ?? 0) - (call.answeredAt ?? 0);
  return { call: call.called.slice(-2), heard: call.end === 'called' || length >= MESSAGE_MS };
}
