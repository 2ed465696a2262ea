import { afterEach, describe, expect, test } from '@jest/globals';
import { closeRigs, createUpRig, eventually } from './fake-ari/rig.js';

afterEach(closeRigs);

/** Keeps the process busy, as a paused machine does: nothing is read, and limits pass. */
function standStill(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

describe('a call', () => {
  test('is placed in our context with caller number, own id and hangup handler; reports its whole life', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    expect(rig.ari.of('channels.originate').at(-1)?.parameters).toMatchObject({
      endpoint: 'PJSIP/+15551230001@trunk',
      context: 'outdial-originate',
      extension: 's',
      priority: 1,
      channelId,
      callerId: '+15550100',
      timeout: 12,
      variables: { OUTDIAL_APP: 'outdial-test', 'CHANNEL(hangup_handler_push)': 'outdial-hangup,s,1' },
    });
    expect(rig.facts).toContainEqual(expect.objectContaining({ type: 'call.dialing', trunk: 'main' }));
    rig.ari.ring(channelId);
    rig.ari.ring(channelId);
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    rig.telephony.hangUp({ attemptId, at: 0 });
    const { cause } = await rig.until('call.ended');
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.ringing', 'call.answered', 'call.ended']);
    expect(cause).toEqual({ q850: 16, by: 'us' });
    expect(rig.telephony.status()).toMatchObject({ calls: 0, trunks: [{ inUse: 0 }] });
  });

  test('ends with the cause, the SIP status and the words of the far end', async () => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    rig.ari.end(channelId, 21, 603, 'SIP 603 Network Blocked');
    expect((await rig.until('call.ended')).cause).toEqual({
      q850: 21,
      sip: 603,
      text: 'Network Blocked',
      by: 'far',
    });
  });

  test('has the set-up time until it rings and the ring time from then on', async () => {
    const rig = await createUpRig();
    const dead = await rig.dial({ setupTimeoutMs: 60, ringTimeoutMs: 30_000 });
    // Its set-up time outlasts a busy machine, and is over before its ring time.
    const ringing = await rig.dial({ setupTimeoutMs: 2_000, ringTimeoutMs: 2_500 });
    rig.ari.ring(ringing.channelId);
    const rung = await rig.until('call.ringing');
    const causes = [
      await rig.until('call.ended', (fact) => fact.attemptId === dead.attemptId),
      await rig.until('call.ended', (fact) => fact.attemptId === ringing.attemptId),
    ];
    expect(causes.map(({ cause }) => cause.by)).toEqual(['setup-timeout', 'ring-timeout']);
    expect((causes[1]?.at ?? 0) - rung.at).toBeGreaterThanOrEqual(2_495);
  });

  test('that rang or was answered while the process stood still is not taken for silent', async () => {
    const rig = await createUpRig();
    const ringing = await rig.dial({ setupTimeoutMs: 300, ringTimeoutMs: 30_000 });
    rig.ari.ring(ringing.channelId);
    standStill(600);
    await rig.until('call.ringing');
    const answered = await rig.dial({ setupTimeoutMs: 5_000, ringTimeoutMs: 300 });
    rig.ari.ring(answered.channelId);
    await rig.until('call.ringing', ({ attemptId }) => attemptId === answered.attemptId);
    rig.ari.answer(answered.channelId);
    standStill(600);
    await rig.until('call.answered');
    expect(rig.ari.requests.filter(({ operation }) => operation === 'channels.hangup')).toEqual([]);
  });

  test('that is too old when its turn comes ends as expired, and no request leaves', async () => {
    const rig = await createUpRig({
      trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk', channels: 1, callsPerSecond: 1000 }],
    });
    await rig.dial({ attemptId: 'camp-1-1' });
    const now = Math.floor(performance.timeOrigin + performance.now());
    const command = {
      campaignId: 'camp',
      phone: '+15551230001',
      callerNumber: '+15550100',
      ringTimeoutMs: 9_999,
      setupTimeoutMs: 9_999,
      detectMachine: false,
      at: now,
    };
    rig.telephony.dial({ ...command, attemptId: 'camp-1-2', expiresAt: now + 60 });
    rig.telephony.dial({ ...command, attemptId: 'camp-1-3', expiresAt: now - 1 });
    rig.telephony.dial({ ...command, attemptId: 'camp-1-4', expiresAt: now + 60_000 });
    expect(rig.telephony.status().waitingForTrunk).toBe(2);
    rig.telephony.hangUp({ attemptId: 'camp-1-4', at: 0 });
    await rig.until('call.ended', (fact) => fact.attemptId === 'camp-1-2');
    expect(
      rig.facts.flatMap((fact) => (fact.type === 'call.ended' ? [`${fact.attemptId} ${fact.cause.by}`] : [])),
    ).toEqual(['camp-1-3 expired', 'camp-1-4 us', 'camp-1-2 expired']);
    expect(
      rig.ari
        .of('channels.originate')
        .filter((request) => String(request.parameters['channelId']).startsWith('od-')),
    ).toHaveLength(1);
  });

  test.each([
    [{ callerNumber: '' }, 'the call has no valid caller number'],
    [{ trunk: 'other' }, "there is no trunk 'other'"],
    [{ phone: '1555&Local/x' }, 'no trunk carries calls to this destination'],
  ])('with %j is refused', async (given, text) => {
    const rig = await createUpRig();
    rig.order(given);
    expect((await rig.until('call.ended')).cause).toEqual({ q850: 0, by: 'refused', text });
  });

  test('on an unreachable trunk ends as congestion (Q.850 38), a malformed request as refused', async () => {
    const rig = await createUpRig();
    rig.ari.scripts.set('channels.originate', ({ parameters }) => ({
      status: String(parameters['channelId']).endsWith('-1') ? 500 : 400,
      body: { message: 'Allocation failed' },
    }));
    for (const attemptId of ['camp-1-1', 'camp-1-2']) rig.order({ attemptId });
    const ended = [
      await rig.until('call.ended', (fact) => fact.attemptId === 'camp-1-1'),
      await rig.until('call.ended', (fact) => fact.attemptId === 'camp-1-2'),
    ];
    expect(ended.map(({ cause }) => [cause.q850, cause.by])).toEqual([
      [38, 'far'],
      [0, 'refused'],
    ]);
  });

  test('whose id exists already is taken as placed', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.addChannel('od-camp-1-1');
    });
    const { attemptId, channelId } = await rig.dial();
    await eventually(
      () => rig.notices.some((notice) => notice.code === 'originate-failed'),
      'no notice of the 409',
    );
    rig.ari.answer(channelId);
    await rig.until('call.answered', (fact) => fact.attemptId === attemptId);
  });

  test('whose request brings no answer is hung up and ends, whether or not it was placed', async () => {
    const rig = await createUpRig();
    rig.ari.scripts.set('channels.originate', () => 'silence');
    rig.order();
    expect((await rig.until('call.ended')).cause.by).toBe('lost');
    expect(rig.telephony.status()).toMatchObject({ calls: 0, trunks: [{ inUse: 0 }] });
  });

  test('whose request lost its answer with the connection hears the message to its end', async () => {
    const rig = await createUpRig();
    rig.ari.afterEffect = ({ operation }) => (operation === 'channels.originate' ? 'silence' : undefined);
    const { attemptId, channelId } = await rig.dial();
    rig.ari.cut();
    const message = { state: 'Up', context: 'outdial-abandoned', app: 'Playback' };
    Object.assign(rig.ari.channels.get(channelId) ?? {}, message);
    const { fate } = await rig.until('call.reconciled');
    await eventually(
      () => rig.notices.some(({ code }) => code === 'originate-failed'),
      'the request has not failed',
    );
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect([fate, rig.ari.of('channels.hangup')]).toEqual(['abandoned', []]);
    rig.ari.end(channelId, 16);
    await rig.until('call.ended');
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.reconciled', 'call.ended']);
  });

  test('gives its slot back when the event of its end is lost', async () => {
    const rig = await createUpRig();
    rig.ari.losesEndings = true;
    const lost = await rig.dial();
    const hungUp = await rig.dial();
    rig.ari.channels.delete(lost.channelId);
    rig.telephony.hangUp({ attemptId: hungUp.attemptId, at: 0 });
    const causes = [
      await rig.until('call.ended', (fact) => fact.attemptId === lost.attemptId),
      await rig.until('call.ended', (fact) => fact.attemptId === hungUp.attemptId),
    ];
    expect(causes.map(({ cause }) => cause.by)).toEqual(['lost', 'us']);
    expect(rig.telephony.status()).toMatchObject({ calls: 0, trunks: [{ inUse: 0 }] });
  });

  test('is hung up again until Asterisk has done it', async () => {
    const rig = await createUpRig();
    const { attemptId } = await rig.dial();
    let asked = 0;
    rig.ari.scripts.set('channels.hangup', () => (++asked < 3 ? { status: 204 } : undefined));
    rig.telephony.hangUp({ attemptId, at: 0 });
    await rig.until('call.ended');
    expect(asked).toBe(3);
  });

  test('and a leg hung up right before the end of the dialer are hung up', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    rig.telephony.hangUp({ attemptId, at: 0 });
    rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    await rig.telephony.stop();
    expect(rig.ari.channels.has(channelId)).toBe(false);
    expect([...rig.ari.channels.keys()].filter((id) => id.startsWith('oa-'))).toEqual([]);
  });

  test('that nobody knows is hung up and ends as lost', async () => {
    const rig = await createUpRig();
    rig.telephony.hangUp({ attemptId: 'spring-2-7', at: 0 });
    expect(await rig.until('call.ended')).toMatchObject({
      attemptId: 'spring-2-7',
      campaignId: 'spring',
      cause: { by: 'lost' },
    });
    await eventually(
      () =>
        rig.ari.of('channels.hangup').some((request) => request.parameters['channelId'] === 'od-spring-2-7'),
      'no hang-up',
    );
  });

  test('asked after by a probe ends as lost when it has no channel', async () => {
    const rig = await createUpRig();
    const { attemptId } = await rig.dial();
    rig.telephony.probe({ attemptIds: ['camp-9-1', attemptId], at: 0 });
    expect((await rig.until('call.ended')).attemptId).toBe('camp-9-1');
    expect(rig.story(attemptId)).toEqual(['call.dialing']);
  });

  test('dialed twice is placed once', async () => {
    const rig = await createUpRig();
    await rig.dial({ attemptId: 'camp-1-1' });
    await rig.dial({ attemptId: 'camp-1-1' });
    expect(
      rig.ari.of('channels.originate').filter((request) => request.parameters['channelId'] === 'od-camp-1-1'),
    ).toHaveLength(1);
    expect(rig.story('camp-1-1')).toEqual(['call.dialing']);
  });
});

describe('during a call', () => {
  test('machine detection takes the channel away and gives it back; orders wait for it', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial({ detectMachine: true });
    rig.ari.answer(channelId);
    await eventually(
      () => rig.ari.channels.get(channelId)?.context === 'outdial-amd',
      'the channel is not in outdial-amd',
    );
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:a'], at: 0 });
    rig.ari.answer(channelId, ['amd', 'MACHINE', 'LONGGREETING-1500-1500']);
    expect(await rig.until('call.detected')).toMatchObject({
      verdict: 'machine',
      detail: 'LONGGREETING-1500-1500',
    });
    expect(await rig.until('call.played')).toMatchObject({ playId: 'p', completed: true });
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.answered', 'call.detected', 'call.played']);
  });

  test('detection that Asterisk cannot do is unsure at once', async () => {
    const rig = await createUpRig();
    rig.ari.scripts.set('channels.continueInDialplan', () => ({
      status: 404,
      body: { message: 'no context' },
    }));
    const { channelId } = await rig.dial({ detectMachine: true });
    rig.ari.answer(channelId);
    expect((await rig.until('call.detected')).verdict).toBe('unsure');
  });

  test("the wait for the beep ends with the dialplan's word, or in time without it", async () => {
    const rig = await createUpRig();
    for (const word of [true, false]) {
      const { attemptId, channelId } = await rig.dial();
      rig.ari.answer(channelId);
      await rig.until('call.answered', (fact) => fact.attemptId === attemptId);
      rig.telephony.waitForBeep({ attemptId, timeoutMs: 60, at: 0 });
      rig.telephony.play({ attemptId, playId: 'message', media: ['sound:m'], at: 0 });
      await eventually(
        () => rig.ari.channels.get(channelId)?.context === 'outdial-beep',
        'the channel is not in outdial-beep',
      );
      if (word) rig.ari.answer(channelId, ['beep', 'SILENCE']);
      await rig.until('call.beep', (fact) => fact.attemptId === attemptId);
      await rig.until('call.played', (fact) => fact.attemptId === attemptId);
      expect(rig.story(attemptId).slice(-2)).toEqual(['call.beep', 'call.played']);
    }
  });

  test('a key press that Asterisk reports twice counts once, a key pressed twice counts twice', async () => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    rig.ari.answer(channelId);
    const channel = rig.ari.describe(channelId);
    for (const timestamp of ['t1', 't1', 't2', 't2'])
      rig.ari.send({ type: 'ChannelDtmfReceived', digit: '9', timestamp, channel });
    await eventually(
      () => rig.facts.filter((fact) => fact.type === 'call.digit').length === 2,
      JSON.stringify(rig.facts),
    );
  });

  test('playing ends once: heard, stopped, failed, refused', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    const play = (playId: string, media: readonly string[]): void =>
      rig.telephony.play({ attemptId, playId, media, at: 0 });
    play('heard', ['silence:10', 'sound:a', 'sound:b']);
    expect((await rig.until('call.played', (fact) => fact.playId === 'heard')).completed).toBe(true);
    expect(rig.ari.of('channels.play').at(-1)?.parameters['media']).toEqual(['sound:a', 'sound:b']);
    play('stopped', ['silence:10000']);
    rig.telephony.stopPlay({ attemptId, playId: 'stopped', at: 0 });
    play('nonsense', ['nonsense']);
    rig.ari.scripts.set('channels.play', () => ({ status: 500, body: { message: 'failed' } }));
    play('refused', ['sound:a']);
    await rig.until('call.played', (fact) => fact.playId === 'refused');
    const ends = rig.facts.flatMap((fact) =>
      fact.type === 'call.played' ? [`${fact.playId} ${fact.completed}`] : [],
    );
    expect(ends).toEqual(['heard true', 'stopped false', 'nonsense false', 'refused false']);
    expect(rig.telephony.status().playbacks).toBe(0);
  });

  test.each([
    ['of which Asterisk knows nothing', () => ({ status: 404 }), false],
    ['that waits for its channel', () => ({ status: 200, body: { state: 'queued' } }), true],
  ] as const)('audio ends that was accepted and does not begin: one %s', async (_, reply, isStopped) => {
    const rig = await createUpRig({ watch: { playCheckMs: 40 } });
    const { attemptId, channelId } = await rig.dial();
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    rig.ari.scripts.set('channels.play', () => ({ status: 201, body: {} }));
    rig.ari.scripts.set('playbacks.get', reply);
    rig.telephony.play({ attemptId, playId: 'message', media: ['sound:a'], at: 0 });
    expect(await rig.until('call.played')).toMatchObject({ playId: 'message', completed: false });
    if (isStopped) await eventually(() => rig.ari.of('playbacks.stop').length === 1, 'it may begin later');
    expect(rig.telephony.status().playbacks).toBe(0);
  });

  test('audio that plays for long plays on', async () => {
    const rig = await createUpRig({ watch: { playCheckMs: 20 } });
    const { attemptId, channelId } = await rig.dial();
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    rig.ari.scripts.set('channels.play', () => ({ status: 201, body: {} }));
    rig.ari.scripts.set('playbacks.get', () => ({ status: 200, body: { state: 'playing' } }));
    rig.telephony.play({ attemptId, playId: 'message', media: ['sound:a'], at: 0 });
    await eventually(() => rig.ari.of('playbacks.get').length > 0, 'nobody asks');
    const id = rig.ari.of('channels.play')[0]?.parameters['playbackId'];
    rig.ari.send({ type: 'PlaybackFinished', playback: { id, state: 'done' } });
    expect(await rig.until('call.played')).toMatchObject({ completed: true });
  });

  test('a recording ends once, with its length, and is stopped by order', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    rig.ari.answer(channelId);
    await rig.until('call.answered');
    rig.telephony.record({ attemptId, recordingId: 'r', maxMs: 1_500, finishOn: '#', at: 0 });
    await eventually(() => rig.ari.of('channels.record').length === 1, 'no recording');
    const [order] = rig.ari.of('channels.record');
    const { name, maxDurationSeconds, terminateOn } = order?.parameters ?? {};
    expect({ maxDurationSeconds, terminateOn }).toEqual({ maxDurationSeconds: 2, terminateOn: '#' });
    rig.ari.scripts.set('recordings.stop', ({ parameters }) => {
      rig.ari.send({ type: 'RecordingFinished', recording: { name: parameters['recordingName'] } });
      return { status: 204 };
    });
    rig.telephony.stopRecord({ attemptId, recordingId: 'r', at: 0 });
    const recorded = await rig.until('call.recorded');
    expect(rig.ari.of('recordings.stop')[0]?.parameters['recordingName']).toBe(name);
    expect(recorded.durationMs).toBeGreaterThanOrEqual(0);
    expect(recorded.durationMs).toBeLessThan(1_500);
  });

  test('orders for calls that are over are answered all the same', async () => {
    const rig = await createUpRig();
    const attemptId = 'camp-1-99';
    rig.telephony.connect({ attemptId, agentId: 'a', at: 0 });
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:a'], at: 0 });
    rig.telephony.record({ attemptId, recordingId: 'r', maxMs: 1, finishOn: 'any', at: 0 });
    rig.telephony.waitForBeep({ attemptId, timeoutMs: 1, at: 0 });
    expect(rig.story(attemptId)).toEqual([
      'call.connect-failed',
      'call.played',
      'call.recorded',
      'call.beep',
    ]);
  });
});
