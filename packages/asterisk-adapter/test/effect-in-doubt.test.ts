/**
 * Requests that Asterisk carries out and answers with a fault, or with something that is no answer. Nothing
 * is taken for undone before Asterisk says that it does not exist.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brokenLaws } from './contract/story-laws.js';
import { playFarEnd } from './fake-ari/far-end.js';
import type { FakeRequest } from './fake-ari/fake-request.js';
import { answeredCall, legUp } from './fake-ari/parties.js';
import { closeRigs, createUpRig, eventually, type Rig } from './fake-ari/rig.js';

afterEach(closeRigs);

const DOUBTFUL = [
  { status: 500, body: { message: 'Internal Server Error' } },
  { status: 503, body: { message: 'Service Unavailable' } },
  { status: 200, body: '<html>Bad gateway</html>' },
] as const;
type Doubtful = (typeof DOUBTFUL)[number];

/** The first `times` requests of an operation, marks left aside, are carried out and answered in doubt. */
function doubt(rig: Rig, operation: string, answer: Doubtful = DOUBTFUL[0], times = 1): void {
  let left = times;
  rig.ari.afterEffect = (request) =>
    request.operation === operation && !isAboutMarks(request) && (left -= 1) >= 0 ? answer : undefined;
}

const isAboutMarks = ({ parameters }: FakeRequest): boolean =>
  String(parameters['channelId']).startsWith('om-');

describe.each(DOUBTFUL)('a call whose request is carried out and answered with $status $body', (answer) => {
  test('goes on: it rings, is answered, is bridged, and ends once', async () => {
    const rig = await createUpRig();
    await legUp(rig, 'anna');
    doubt(rig, 'channels.originate', answer);
    const { attemptId, channelId } = await rig.dial();
    await eventually(
      () => rig.ari.of('channels.get').some(({ parameters }) => parameters['channelId'] === channelId),
      'Asterisk is not asked',
    );
    rig.ari.ring(channelId);
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    rig.ari.end(channelId, 16);
    expect((await rig.until('call.ended')).cause.q850).toBe(16);
    expect(rig.story(attemptId)).toEqual([
      'call.dialing',
      'call.ringing',
      'call.answered',
      'call.connected',
      'call.ended',
    ]);
  });

  test('that came to nothing ends once, as congestion', async () => {
    const rig = await createUpRig();
    rig.ari.scripts.set('channels.originate', () => answer);
    const attemptId = rig.order();
    expect((await rig.until('call.ended')).cause).toMatchObject({ q850: 38, by: 'far' });
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.ended']);
  });

  test('and that is busy at once ends with the cause of its event', async () => {
    const rig = await createUpRig();
    doubt(rig, 'channels.originate', answer);
    rig.ari.scripts.set('channels.originate', (request) => {
      const channelId = String(request.parameters['channelId']);
      if (!isAboutMarks(request)) setTimeout(() => rig.ari.end(channelId, 17, 486), 2);
      return undefined;
    });
    rig.order();
    expect((await rig.until('call.ended')).cause.q850).toBe(17);
  });
});

describe('a request answered in doubt', () => {
  test('about a leg rings the agent once', async () => {
    const rig = await createUpRig();
    doubt(rig, 'channels.originate');
    const leg = await legUp(rig, 'anna');
    expect(rig.ari.of('channels.originate').filter((each) => !isAboutMarks(each))).toHaveLength(1);
    expect([...rig.ari.channels.keys()]).toEqual([leg]);
    expect(rig.facts.filter(({ type }) => type === 'agent.leg-down')).toEqual([]);
  });

  test('about a leg that does not exist is reported down', async () => {
    const rig = await createUpRig();
    rig.ari.scripts.set('channels.originate', () => DOUBTFUL[0]);
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    expect((await rig.until('agent.leg-down')).reason).toMatch(/could not be called|the leg is gone/);
  });

  test.each(['bridges.create', 'bridges.addChannel', 'channels.play', 'channels.stopSilence'])(
    'while a bridge is made (%s) does not part the two',
    async (operation) => {
      const rig = await createUpRig({ agents: { hold: 'silence', audioWithinMs: null } });
      const leg = await legUp(rig, 'anna');
      const { attemptId, channelId } = await answeredCall(rig);
      doubt(rig, operation);
      rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
      await rig.until('call.connected');
      expect(new Set(rig.ari.bridges.get(`ob-${attemptId}`))).toEqual(new Set([leg, channelId]));
    },
  );

  test('again and again gives the agent up; the next agent has the call alone', async () => {
    const rig = await createUpRig({ agents: { hold: 'silence', audioWithinMs: null } });
    await legUp(rig, 'anna');
    const second = await legUp(rig, 'ben');
    const { attemptId, channelId } = await answeredCall(rig);
    doubt(rig, 'bridges.addChannel', DOUBTFUL[0], 4);
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connect-failed');
    rig.telephony.connect({ attemptId, agentId: 'ben', at: 0 });
    await rig.until('call.connected', (fact) => fact.agentId === 'ben');
    expect([...rig.ari.bridges.keys()]).toEqual([`ob-${attemptId}`]);
    expect(new Set(rig.ari.bridges.get(`ob-${attemptId}`))).toEqual(new Set([second, channelId]));
  });

  test('about a hang-up, carried out the first time, ends the call as hung up by us', async () => {
    const rig = await createUpRig();
    const { attemptId } = await answeredCall(rig);
    doubt(rig, 'channels.hangup');
    rig.telephony.hangUp({ attemptId, at: 0 });
    await rig.until('call.ended');
    expect(rig.telephony.status()).toMatchObject({ calls: 0, trunks: [{ inUse: 0 }] });
  });

  test('about media is heard to its end: played once, recorded until stopped', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await answeredCall(rig);
    doubt(rig, 'channels.play');
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:beep'], at: 0 });
    expect((await rig.until('call.played')).completed).toBe(true);
    expect(rig.ari.of('channels.play')).toHaveLength(1);

    doubt(rig, 'channels.record');
    rig.telephony.record({ attemptId, recordingId: 'r', maxMs: 9_000, finishOn: 'none', at: 0 });
    await eventually(() => rig.ari.of('recordings.getLive').length > 0, 'the recording is not asked after');
    expect(rig.story(attemptId)).not.toContain('call.recorded');
    rig.ari.send({ type: 'RecordingFinished', recording: { name: `outdial/${channelId}/r` } });
    await rig.until('call.recorded');
  });

  test('about media that does not play or record ends the order', async () => {
    const rig = await createUpRig();
    const { attemptId } = await answeredCall(rig);
    rig.ari.scripts.set('channels.play', () => DOUBTFUL[1]);
    rig.ari.scripts.set('channels.record', () => DOUBTFUL[1]);
    rig.ari.scripts.set('recordings.getLive', () => ({ status: 404 }));
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:beep'], at: 0 });
    rig.telephony.record({ attemptId, recordingId: 'r', maxMs: 9_000, finishOn: 'none', at: 0 });
    expect((await rig.until('call.played')).completed).toBe(false);
    expect((await rig.until('call.recorded')).durationMs).toBe(0);
  });

  test('about machine detection waits for the verdict; without one the call goes on', async () => {
    const rig = await createUpRig();
    doubt(rig, 'channels.continueInDialplan');
    const heard = await rig.dial({ detectMachine: true });
    rig.ari.answer(heard.channelId);
    await eventually(
      () => rig.ari.channels.get(heard.channelId)?.context === 'outdial-amd',
      'the channel is not sent to detection',
    );
    rig.ari.answer(heard.channelId, ['amd', 'MACHINE', 'LONGGREETING-1-1']);
    expect((await rig.until('call.detected')).verdict).toBe('machine');

    rig.ari.scripts.set('channels.continueInDialplan', () => DOUBTFUL[0]);
    const unheard = await rig.dial({ detectMachine: true });
    rig.ari.answer(unheard.channelId);
    const detected = await rig.until('call.detected', (fact) => fact.attemptId === unheard.attemptId);
    expect(detected.verdict).toBe('unsure');
  });
});

/** Which agents are in which bridges of the fake server. */
function agentsInTwoCalls(rig: Rig): readonly string[] {
  const legs = [...rig.ari.bridges.values()].flat().filter((id) => id.startsWith('oa-'));
  return legs.filter((leg, index) => legs.indexOf(leg) !== index);
}

test('with a tenth or half of all answers in doubt every call ends once and nothing is left', async () => {
  const doubts = fc.infiniteStream(fc.integer({ min: 0, max: 9 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 5), doubts, async (share, draws) => {
      const rig = await createUpRig({ agents: { hold: 'silence', audioWithinMs: null } });
      playFarEnd(rig.ari);
      const endedAlive: string[] = [];
      const twice: string[] = [];
      rig.ari.afterEffect = ({ operation }) => {
        const { value } = draws.next() as { value: number };
        return value < share ? DOUBTFUL[operation.length % DOUBTFUL.length] : undefined;
      };
      rig.reactions.push((fact) => {
        twice.push(...agentsInTwoCalls(rig));
        if (fact.type === 'call.ended' && rig.ari.channels.has(`od-${fact.attemptId}`))
          endedAlive.push(fact.attemptId);
        if (fact.type === 'agent.leg-up') rig.order({ phone: '+15551230009' });
        if (fact.type === 'call.answered')
          rig.telephony.connect({ attemptId: fact.attemptId, agentId: 'anna', at: 0 });
        if (fact.type === 'call.connected' || fact.type === 'call.connect-failed')
          rig.telephony.hangUp({ attemptId: fact.attemptId, at: 0 });
      });
      rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
      const others = ['11', '10', '09', '31'].map((last) =>
        rig.order({ phone: `+155512300${last}`, ringTimeoutMs: 120, setupTimeoutMs: 200 }),
      );
      await rig.until('agent.leg-up');
      await eventually(() => rig.telephony.status().calls === 0, `left: ${JSON.stringify(rig.facts)}`);
      for (const attemptId of others)
        expect(rig.story(attemptId).filter((type) => type === 'call.ended')).toHaveLength(1);
      expect({ laws: brokenLaws(rig.facts), endedAlive, twice }).toEqual({
        laws: [],
        endedAlive: [],
        twice: [],
      });
      await eventually(() => rig.ari.bridges.size === 0, 'a bridge is left');
      expect([...rig.ari.channels.keys()].filter((id) => id.startsWith('od-'))).toEqual([]);
      await closeRigs();
    }),
    { numRuns: 6 },
  );
}, 30_000);

test('a call that came in is refused again where Asterisk did not take the refusal', async () => {
  const rig = await createUpRig();
  rig.ari.callIn('in-1', { from: '13035550143', to: '13035550100' });
  const { inboundId } = await rig.until('inbound.arrived');
  let refusals = 0;
  rig.ari.scripts.set('channels.hangup', () =>
    (refusals += 1) === 1 ? { status: 503, body: { message: 'Service Unavailable' } } : undefined,
  );
  rig.telephony.refuseInbound({ inboundId, refusal: 'busy', at: 0 });
  expect(await rig.until('inbound.ended')).toMatchObject({ inboundId });
  expect(refusals).toBe(2);
});
