import { afterEach, describe, expect, test } from '@jest/globals';
import { answeredCall, legAnswers, legUp } from './fake-ari/parties.js';
import { closeRigs, createUpRig, eventually } from './fake-ari/rig.js';

afterEach(closeRigs);

describe("an agent's leg", () => {
  test('is rung once, heard, on hold in silence, and reported again when rung again', async () => {
    const rig = await createUpRig();
    const id = await legUp(rig);
    expect(rig.ari.of('channels.originate').at(-1)?.parameters).toMatchObject({
      endpoint: 'PJSIP/101',
      app: 'outdial-test',
      appArgs: 'agent',
    });
    expect(rig.ari.of('channels.startSilence').map((request) => request.parameters['channelId'])).toEqual([
      id,
    ]);
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    expect(rig.facts.filter((fact) => fact.type === 'agent.leg-up')).toHaveLength(2);
    expect(rig.telephony.status().legs).toBe(1);
  });

  test('at a station that is not an endpoint is not rung', async () => {
    const rig = await createUpRig();
    for (const station of ['', 'Local/1@x', 'PJSIP/1&PJSIP/2', '101/n'])
      rig.telephony.ringAgent({ agentId: station, station, at: 0 });
    expect(rig.facts.filter((fact) => fact.type === 'agent.leg-down')).toHaveLength(4);
    expect(rig.telephony.status().legs).toBe(0);
  });

  test('whose answer was lost with the event socket is up when it is back', async () => {
    const rig = await createUpRig();
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    const id = [...rig.ari.channels.keys()].find((each) => each.startsWith('oa-')) as string;
    rig.ari.cut();
    Object.assign(rig.ari.channels.get(id) ?? {}, { state: 'Up', app: 'Stasis' });
    await rig.until('agent.leg-up');
  });

  test('that sends no audio is given up', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.packets = 0;
    });
    await legAnswers(rig, 'anna');
    expect(await rig.until('agent.leg-down')).toMatchObject({
      agentId: 'anna',
      reason: 'the station answered, but sends no audio',
    });
    await eventually(() => rig.ari.channels.size === 0, 'the channel lives on');
  });

  test.each([
    [17, 'the station is busy'],
    [19, 'the station did not answer'],
    [20, 'the station could not be reached (cause 20)'],
  ])('that ends with cause %i while ringing is down: %s', async (cause, reason) => {
    const rig = await createUpRig();
    rig.telephony.ringAgent({ agentId: 'anna', station: 'PJSIP/102', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    rig.ari.end([...rig.ari.channels.keys()].find((id) => id.startsWith('oa-')) as string, cause);
    expect((await rig.until('agent.leg-down')).reason).toBe(reason);
  });

  test('is hung up by order, also when the event of its end is lost, and when there is none', async () => {
    const rig = await createUpRig();
    await legUp(rig);
    rig.ari.losesEndings = true;
    rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    expect((await rig.until('agent.leg-down')).reason).toBe('hung up');
    rig.telephony.hangUpAgent({ agentId: 'bob', at: 0 });
    expect((await rig.until('agent.leg-down', (fact) => fact.agentId === 'bob')).reason).toBe(
      'there was no leg',
    );
  });

  test('whose channel vanished without an event is down by the audit', async () => {
    const rig = await createUpRig();
    rig.ari.channels.delete(await legUp(rig));
    expect((await rig.until('agent.leg-down')).reason).toBe('the leg is gone');
  });
});

describe('connecting', () => {
  test('ends the hold, beeps, bridges both, and holds the agent again afterwards', async () => {
    const rig = await createUpRig({ agents: { hold: 'music', audioWithinMs: null } });
    const leg = await legUp(rig);
    const { attemptId, channelId } = await answeredCall(rig);
    const from = rig.ari.requests.length;
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    expect((await rig.until('call.connected')).agentId).toBe('anna');
    const asked = rig.ari.requests
      .slice(from)
      .map((request) => request.operation)
      .filter((name) => !name.endsWith('.list') && name !== 'channels.getChannelVar');
    expect(new Set(asked.slice(0, 2))).toEqual(new Set(['bridges.create', 'channels.stopMoh']));
    expect(asked.slice(2)).toEqual(['channels.play', 'bridges.addChannel']);
    expect(rig.ari.bridges.get(`ob-${attemptId}`)).toEqual([leg, channelId]);
    rig.ari.end(channelId, 16);
    await rig.until('call.ended');
    await eventually(
      () => rig.ari.of('channels.startMoh').length === 2 && rig.ari.bridges.size === 0,
      'the agent is not held again',
    );
    const next = await answeredCall(rig);
    rig.telephony.connect({ attemptId: next.attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected', (fact) => fact.attemptId === next.attemptId);
  });

  test('fails with a reason: no leg, a busy leg, a call not up, a bridge refused', async () => {
    const rig = await createUpRig();
    const first = await answeredCall(rig);
    const failure = async (attemptId: string, agentId: string): Promise<string> => {
      rig.telephony.connect({ attemptId, agentId, at: 0 });
      return (
        await rig.until(
          'call.connect-failed',
          (fact) => fact.attemptId === attemptId && fact.agentId === agentId,
        )
      ).reason;
    };
    expect(await failure(first.attemptId, 'nobody')).toBe('the agent has no leg');
    await legUp(rig);
    const ringing = await rig.dial();
    expect(await failure(ringing.attemptId, 'anna')).toBe('the call is not up');
    rig.ari.scripts.set('bridges.addChannel', () => ({
      status: 409,
      body: { message: 'Channel not in Stasis application' },
    }));
    expect(await failure(first.attemptId, 'anna')).toBe(
      'bridges.addChannel: status 409, Channel not in Stasis application',
    );
    rig.ari.scripts.delete('bridges.addChannel');
    rig.telephony.connect({ attemptId: first.attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    const second = await answeredCall(rig);
    expect(await failure(second.attemptId, 'anna')).toBe("the agent's leg is not free");
  });

  test('works for orders given from within the telling of facts', async () => {
    const rig = await createUpRig();
    await legUp(rig);
    rig.reactions.push((fact) => {
      if (fact.type === 'call.answered')
        rig.telephony.connect({ attemptId: fact.attemptId, agentId: 'anna', at: 0 });
      if (fact.type === 'call.connected') rig.telephony.hangUp({ attemptId: fact.attemptId, at: 0 });
      if (fact.type === 'call.ended') rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    });
    const { attemptId } = await answeredCall(rig);
    await rig.until('agent.leg-down');
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.answered', 'call.connected', 'call.ended']);
    await eventually(() => rig.ari.bridges.size === 0, 'the bridge is left');
  });

  test('ends what plays and records, for Asterisk carries orders to one channel out in turn', async () => {
    const rig = await createUpRig();
    await legUp(rig);
    const { attemptId, channelId } = await answeredCall(rig);
    rig.ari.scripts.set('channels.play', () => ({ status: 201, body: {} })); // plays on
    rig.ari.scripts.set('playbacks.stop', ({ parameters }) => {
      rig.ari.send({ type: 'PlaybackFinished', playback: { id: parameters['playbackId'], state: 'done' } });
      return { status: 204 };
    });
    rig.telephony.play({ attemptId, playId: 'long', media: ['sound:a'], at: 0 });
    rig.telephony.record({ attemptId, recordingId: 'r', maxMs: 9_000, finishOn: 'none', at: 0 });
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    expect((await rig.until('call.played')).completed).toBe(false);
    expect(rig.ari.of('recordings.stop')).toHaveLength(1);
    expect(rig.ari.of('channels.record')[0]?.parameters['channelId']).toBe(channelId);
  });

  test('keeps the call up when the agent leaves: the campaign decides', async () => {
    const rig = await createUpRig();
    const leg = await legUp(rig);
    const { attemptId } = await answeredCall(rig);
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    rig.ari.end(leg, 16);
    expect((await rig.until('agent.leg-down')).reason).toBe('the station hung up');
    expect(rig.story(attemptId)).not.toContain('call.ended');
    await legUp(rig, 'bob');
    rig.telephony.connect({ attemptId, agentId: 'bob', at: 0 });
    await rig.until('call.connected', (fact) => fact.agentId === 'bob');
    rig.telephony.hangUp({ attemptId, at: 0 });
    await rig.until('call.ended');
    await eventually(() => rig.ari.bridges.size === 0, 'the bridge is left');
  });
});
