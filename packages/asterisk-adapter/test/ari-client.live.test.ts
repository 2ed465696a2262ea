/** Calls on a real Asterisk over the other transports. The whole contract over them is a long test. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, whereTheLabRuns } from '../../../lab/index.mjs';
import { createAriClientTransport } from '../src/index.js';
import { createLiveRig, stopLiveRigs } from './live/live-rig.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

suite('on the lab', () => {
  afterEach(() => stopLiveRigs());

  test.each(['ari-client', 'socket'] as const)(
    '%s carries calls, machine detection, agents',
    async (transport) => {
      const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
      const rig = createLiveRig(lab, { transport });
      rig.telephony.start();
      await rig.until('telephony.up');

      const busy = rig.dial('10');
      await rig.legUp('101');
      const attemptId = await rig.dialAnswered('09');
      rig.telephony.connect({ attemptId, agentId: '101', at: 0 });
      await rig.until('call.connected');
      await rig.hangUp(attemptId);
      expect(rig.story(attemptId)).toEqual(['dialing', 'ringing', 'answered', 'connected', 'ended']);
      await rig.until('call.ended', (fact) => fact.attemptId === busy && fact.cause.q850 === 17);
      const machine = rig.dial('02', { detectMachine: true });
      await rig.until('call.detected', (fact) => fact.attemptId === machine && fact.verdict === 'machine');
      await rig.hangUp(machine);
      rig.telephony.hangUpAgent({ agentId: '101', at: 0 });
    },
  );

  test('ari-client says that a password is wrong', async () => {
    const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    const reasons: string[] = [];
    const refused = createAriClientTransport({
      server: { url: lab.ari.url, username: lab.ari.user, password: 'wrong' },
      application: 'outdial-refused',
    });
    await new Promise<void>((resolve) => {
      refused.open({
        connected: () => reasons.push('up'),
        disconnected: (reason) => {
          reasons.push(reason);
          resolve();
        },
        event: () => undefined,
      });
    });
    await refused.close();
    expect(reasons[0]).toMatch(/status 401/);
  });
});
