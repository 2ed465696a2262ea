import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ensureLab, lab as labCommand, whereTheLabRuns, type LabFacts } from '../../../lab/index.mjs';
import type { AsteriskOptions } from '../src/index.js';
import { createLiveRig, eventually, stopLiveRigs, type LiveRig } from './live/live-rig.js';
import { Wire } from './wire.js';

jest.setTimeout(90_000);
const suite = await whereTheLabRuns(describe);
/** Length of the safe-harbour message of the lab, ms, less a little. */
const MESSAGE_MS = 6_000;

suite('when something dies', () => {
  let lab: LabFacts;
  let node = '';

  beforeAll(async () => {
    lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
  });
  beforeEach(() => {
    node = `crash${Date.now() % 1e6}`;
  });
  afterEach(stopLiveRigs);

  async function up(options: Partial<AsteriskOptions> = {}): Promise<LiveRig> {
    const rig = createLiveRig(lab, { node, ...options });
    rig.telephony.start();
    await rig.until('telephony.up');
    return rig;
  }

  /**
   * The carrier saw that the called party heard something for as long as the message lasts, and that our
   * side ended the call.
   */
  async function heardMessage(rig: LiveRig, attemptId: string): Promise<void> {
    const call = await eventually(
      async () => {
        const far = await rig.farEnd(attemptId);
        return far?.endedAt === undefined ? undefined : far;
      },
      () => `the call of ${attemptId} has not ended`,
    );
    expect(call.end).toBe('caller');
    expect((call.endedAt ?? 0) - (call.answeredAt ?? 0)).toBeGreaterThan(MESSAGE_MS);
  }

  test('the event socket: calls answered meanwhile hear the message, conversations go on', async () => {
    const wire = await Wire.to(lab.ari.url);
    const rig = await up({ server: { url: wire.url, username: lab.ari.user, password: lab.ari.password } });
    await rig.legUp('111');
    const talking = await rig.dialAnswered('09');
    rig.telephony.connect({ attemptId: talking, agentId: '111', at: 0 });
    await rig.until('call.connected', (fact) => fact.attemptId === talking);
    const answersMeanwhile = rig.dial('01'); // rings 2 s
    const refusedMeanwhile = rig.dial('10', { ringTimeoutMs: 8_000 });
    const ringsOn = rig.dial('11', { ringTimeoutMs: 20_000 });
    await Promise.all(
      [answersMeanwhile, ringsOn].map((attemptId) =>
        rig.until('call.ringing', (fact) => fact.attemptId === attemptId),
      ),
    );
    wire.cut();
    await rig.until('telephony.down');
    rig.dial('00');
    expect((await rig.until('call.ended', (fact) => fact.cause.by === 'refused')).cause.text).toBe(
      'the event socket to Asterisk is down',
    );
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    wire.mend();
    rig.facts.length = 0;
    await rig.until('telephony.up');
    expect((await rig.until('call.reconciled', (fact) => fact.attemptId === answersMeanwhile)).fate).toBe(
      'abandoned',
    );
    await rig.until('call.ended', (fact) => fact.attemptId === answersMeanwhile);
    await heardMessage(rig, answersMeanwhile);
    expect(rig.story(talking)).toEqual([]);
    expect(rig.story(ringsOn)).toEqual([]);
    await rig.hangUp(talking);
    await rig.hangUp(ringsOn);
    expect((await rig.farEnd(refusedMeanwhile))?.end).toBe('refused');
    rig.telephony.hangUpAgent({ agentId: '111', at: 0 });
    await rig.until('agent.leg-down');
    expect(rig.telephony.status()).toMatchObject({ calls: 0, legs: 0, trunks: [{ inUse: 0 }] });
    await wire.close();
  });

  test('the dialer: its successor finds every call and adopts conversations; nobody hears silence', async () => {
    const first = await up();
    await first.legUp('112');
    const talking = await first.dialAnswered('09');
    first.telephony.connect({ attemptId: talking, agentId: '112', at: 0 });
    await first.until('call.connected');
    const waiting = await first.dialAnswered('00');
    const answersMeanwhile = first.dial('01');
    const ringing = first.dial('11', { ringTimeoutMs: 60_000 });
    const refused = first.dial('14');
    await Promise.all(
      [answersMeanwhile, ringing].map((attemptId) =>
        first.until('call.ringing', (fact) => fact.attemptId === attemptId),
      ),
    );
    await first.telephony.stop(); // its sockets close as those of a killed process do; not a request is sent
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const second = await up();
    const open = [talking, waiting, answersMeanwhile, ringing, refused];
    second.telephony.reconcile({ campaignId: open[0]?.split('-')[0] ?? '', attemptIds: open, at: 0 });
    const fates = await Promise.all(
      open.map(
        async (attemptId) =>
          (await second.until('call.reconciled', (fact) => fact.attemptId === attemptId)).fate,
      ),
    );
    expect(fates).toEqual(['connected', 'answered', 'abandoned', 'ringing', 'gone']);
    second.telephony.play({
      attemptId: waiting,
      playId: 'message',
      media: ['sound:outdial/safe-harbour'],
      at: 0,
    });
    expect((await second.until('call.played')).completed).toBe(true);
    await Promise.all([waiting, ringing, talking].map((attemptId) => second.hangUp(attemptId)));
    await heardMessage(second, answersMeanwhile);
    await second.until('call.ended', (fact) => fact.attemptId === answersMeanwhile);
    second.telephony.ringAgent({ agentId: '112', station: 'PJSIP/112', at: 0 });
    await second.until('agent.leg-up');
    second.telephony.hangUpAgent({ agentId: '112', at: 0 });
    await second.until('agent.leg-down');
    expect(second.telephony.status()).toMatchObject({ calls: 0, legs: 0, trunks: [{ inUse: 0 }] });
  });

  test('Asterisk: every call and leg ends, and dialing goes on when it is back', async () => {
    const rig = await up();
    await rig.legUp('113');
    const talking = await rig.dialAnswered('09');
    rig.telephony.connect({ attemptId: talking, agentId: '113', at: 0 });
    const ringing = rig.dial('11');
    await rig.until('call.ringing', (fact) => fact.attemptId === ringing);
    await labCommand(['kill-asterisk']);
    await rig.until('telephony.down');
    await ensureLab({ asterisk: true });
    await rig.until('telephony.up');
    const ends = await Promise.all(
      [talking, ringing].map((attemptId) => rig.until('call.ended', (fact) => fact.attemptId === attemptId)),
    );
    expect(ends.every(({ cause }) => cause.by !== 'far')).toBe(true);
    await rig.until('agent.leg-down', (fact) => fact.agentId === '113');
    rig.facts.length = 0;
    const next = await rig.dialAnswered('00');
    await rig.hangUp(next);
    expect(rig.telephony.status()).toMatchObject({ up: true, calls: 0, legs: 0, trunks: [{ inUse: 0 }] });
  });
});
