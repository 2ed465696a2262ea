import { afterEach, describe, expect, test } from '@jest/globals';
import { EVENT_FILTER } from '../src/connection/event-router.js';
import { closeRigs, createRig, createUpRig, eventually } from './fake-ari/rig.js';

afterEach(closeRigs);

describe('the connection', () => {
  test('is up when filter, subscriptions and channels are known; credentials stay out of addresses', async () => {
    const rig = await createUpRig();
    expect(rig.ari.requests.slice(0, 5).map((request) => request.operation)).toEqual([
      'events.userEvent',
      'applications.filter',
      'applications.subscribe',
      'channels.list',
      'bridges.list',
    ]);
    expect(rig.ari.requests[1]?.parameters).toMatchObject({
      applicationName: 'outdial-test',
      ...EVENT_FILTER,
    });
    expect(rig.ari.requests[2]?.parameters['eventSource']).toEqual(['endpoint:PJSIP/trunk']);
    for (const request of rig.ari.requests) {
      expect(request.authorization).toBe(`Basic ${Buffer.from('outdial:secret').toString('base64')}`);
      expect(request.line).not.toMatch(/secret|outdial:/);
    }
  });

  test('that is down refuses calls and legs, without a request', async () => {
    const rig = await createRig();
    rig.order();
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    expect(rig.facts).toMatchObject([
      { type: 'call.ended', cause: { by: 'refused', text: 'the event socket to Asterisk is down' } },
      { type: 'agent.leg-down', agentId: 'anna' },
    ]);
    expect(rig.ari.requests).toEqual([]);
  });

  test('that cannot be made is reported once, and tried again', async () => {
    const rig = await createRig({ server: { url: 'http://127.0.0.1:9', username: 'u', password: 'p' } });
    rig.telephony.start();
    await eventually(() => rig.notices.length > 0, 'no notice');
    // Long enough for several tries.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rig.notices.map((notice) => notice.code)).toEqual(['connection-failed']);
    expect(rig.notices[0]?.message).toMatch(/ECONNREFUSED/);
    expect(rig.facts).toEqual([]);
  });

  test('comes back by itself after the server was away, and refuses calls meanwhile', async () => {
    const rig = await createUpRig();
    const port = Number(new URL(rig.ari.url).port);
    await rig.ari.stop();
    await rig.until('telephony.down');
    expect(rig.telephony.status().up).toBe(false);
    rig.facts.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(rig.facts).toEqual([]); // down is said once
    await rig.ari.start(port);
    await rig.until('telephony.up');
  });

  test('over a socket that is silently dead is given up by the ping', async () => {
    const rig = await createUpRig();
    rig.ari.freeze(true);
    expect((await rig.until('telephony.down')).reason).toBe('no answer to a ping');
    rig.facts.length = 0;
    rig.ari.freeze(false);
    await rig.until('telephony.up');
  });

  test('is not taken from a dialer that has the application; it is, once that one has ended', async () => {
    const first = await createUpRig();
    const server = { url: first.ari.url, username: 'outdial', password: 'secret' };
    const second = await createRig({ server });
    second.telephony.start();
    await eventually(() => second.notices.some(({ code }) => code === 'application-held'), 'it is not said');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect([first, second].map(({ telephony }) => telephony.status().up)).toEqual([true, false]);
    expect(first.ari.connected).toBe(1);
    expect(second.notices.map(({ code }) => code)).toEqual(['application-held']);
    // It asks every second, and takes each answer away.
    await eventually(() => [...first.ari.globals.values()].join('') === '', 'an answer is left');
    await first.telephony.stop();
    await second.until('telephony.up');
  });

  test('is taken from a dialer that stands still only where that is urgent, and by order at once', async () => {
    const stands = await createUpRig();
    const server = { url: stands.ari.url, username: 'outdial', password: 'secret' };
    stands.ari.scripts.set('asterisk.setGlobalVar', () => ({ status: 204 }));
    const patient = await createRig({ server });
    patient.telephony.start('if-left');
    await eventually(() => stands.ari.of('events.userEvent').length > 1, 'it did not ask twice');
    expect(patient.telephony.status().up).toBe(false);
    patient.telephony.start('unless-held');
    await patient.until('telephony.up');
    stands.ari.scripts.delete('asterisk.setGlobalVar');
    const ordered = await createRig({ server });
    ordered.telephony.start('at-once');
    await ordered.until('telephony.up');
  });

  test('taken by another process is given up for good: all ends here, and no order goes out any more', async () => {
    const rig = await createUpRig();
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    rig.ari.answer([...rig.ari.channels.keys()].find((id) => id.startsWith('oa-')) ?? '', ['agent']);
    await rig.until('agent.leg-up');
    const [talks, rings] = [await rig.dial(), await rig.dial()];
    rig.ari.answer(talks.channelId);
    await rig.until('call.answered');
    rig.telephony.connect({ attemptId: talks.attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    const channels = [...rig.ari.channels.keys()];

    rig.ari.send({ type: 'ApplicationReplaced' });
    const reason = 'another process has taken the ARI application outdial-test';
    expect(await rig.until('telephony.down')).toMatchObject({ reason, forGood: true });
    // A look of the watch may be on its way still: it changes nothing.
    const asked = (): number =>
      rig.ari.requests.filter(({ operation }) => !/\.(?:list|get\w*|filter)$/.test(operation)).length;
    const before = asked();
    // The orders of a campaign that halts, and of agents who leave, reach no channel.
    for (const { attemptId } of [talks, rings]) rig.telephony.hangUp({ attemptId, at: 0 });
    rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    expect(rig.facts.filter(({ type }) => type === 'call.ended')).toEqual([]);
    for (const { attemptId } of [talks, rings]) {
      const { cause } = await rig.until('call.ended', (fact) => fact.attemptId === attemptId);
      expect(cause).toEqual({ q850: 0, by: 'lost', text: reason });
    }
    expect(await rig.until('agent.leg-down')).toMatchObject({ agentId: 'anna', reason });
    expect(rig.telephony.status()).toMatchObject({ up: false, calls: 0, legs: 0, trunks: [{ inUse: 0 }] });
    for (const { attemptId } of [talks, rings]) rig.telephony.hangUp({ attemptId, at: 0 });
    rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(asked()).toBe(before);
    expect([...rig.ari.channels.keys()]).toEqual(channels);
    // A socket that is opened again would take the application back.
    expect(rig.ari.connected).toBe(0);
    expect(rig.notices.filter(({ code }) => code === 'application-replaced')).toHaveLength(1);
  });

  test("says what is wrong when the trunk's endpoint is unknown, and tries on", async () => {
    const rig = await createRig({}, (ari) => {
      ari.scripts.set('applications.subscribe', () => ({
        status: 422,
        body: { message: 'Event source does not exist' },
      }));
    });
    rig.telephony.start();
    await eventually(() => rig.notices.some((notice) => notice.code === 'connection-unusable'), 'no notice');
    expect(rig.notices[0]?.message).toMatch(
      /applications.subscribe: status 422, Event source does not exist. Check the trunks' endpoint names/,
    );
    expect(rig.facts).toEqual([]);
  });

  test('survives unreadable events, events of unknown kinds, and a receiver of facts that throws', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    for (const event of [
      '{',
      '[]',
      '{"type":"Brandnew"}',
      '{"type":"StasisStart"}',
      '{"type":"ChannelDestroyed","channel":null}',
      '{"type":"Dial","dialstatus":"RINGING"}',
      '{"type":"PlaybackFinished"}',
      'null',
    ])
      rig.ari.send(event);
    rig.facts.push = () => {
      throw new Error('receiver');
    };
    rig.ari.ring(channelId);
    await eventually(
      () => rig.notices.some((notice) => notice.code === 'sink-failed'),
      'the throw is not reported',
    );
    delete (rig.facts as { push?: unknown }).push;
    rig.ari.answer(channelId);
    await rig.until('call.answered', (fact) => fact.attemptId === attemptId);
    expect(rig.notices.filter((notice) => notice.code === 'event-failed').length).toBeGreaterThan(0);
  });
});

describe('calls while the event socket is away', () => {
  test('are brought in line afterwards: rung, answered, abandoned to the message, gone', async () => {
    const rig = await createUpRig({
      connection: {
        requestTimeoutMs: 300,
        socket: { pingEveryMs: 1_000, pongTimeoutMs: 60, reconnectLeastMs: 60, reconnectMostMs: 60 },
      },
    });
    const [rings, answers, hears, heard, gone] = [
      await rig.dial(),
      await rig.dial(),
      await rig.dial(),
      await rig.dial(),
      await rig.dial(),
    ];
    rig.ari.cut();
    await rig.until('telephony.down');
    rig.facts.length = 0;
    rig.ari.ring(rings.channelId);
    rig.ari.answer(answers.channelId);
    Object.assign(rig.ari.channels.get(hears.channelId) ?? {}, {
      state: 'Up',
      context: 'outdial-abandoned',
      app: 'Playback',
    });
    rig.ari.channels.delete(heard.channelId);
    rig.ari.marks.add(heard.channelId);
    rig.ari.channels.delete(gone.channelId);
    await rig.until('telephony.up');
    const stories = [rings, answers, hears, heard, gone].map(({ attemptId }) => rig.story(attemptId));
    expect(stories).toEqual([
      ['call.ringing'],
      ['call.answered'],
      ['call.reconciled'],
      ['call.reconciled', 'call.ended'],
      ['call.ended'],
    ]);
    expect(rig.facts.flatMap((fact) => (fact.type === 'call.reconciled' ? [fact.fate] : []))).toEqual([
      'abandoned',
      'abandoned',
    ]);
    expect(rig.facts.flatMap((fact) => (fact.type === 'call.ended' ? [fact.cause.by] : []))).toEqual([
      'us',
      'lost',
    ]);
    expect(rig.telephony.status()).toMatchObject({ calls: 3, trunks: [{ inUse: 3 }] });
  });

  test('play what was ordered while Asterisk was out of reach once it is back; agents are on hold again', async () => {
    const rig = await createUpRig();
    const port = Number(new URL(rig.ari.url).port);
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    rig.ari.answer([...rig.ari.channels.keys()].find((id) => id.startsWith('oa-')) as string, ['agent']);
    await rig.until('agent.leg-up');
    const [talks, waits] = [await rig.dial(), await rig.dial()];
    for (const { attemptId, channelId } of [talks, waits]) {
      rig.ari.answer(channelId);
      await rig.until('call.answered', (fact) => fact.attemptId === attemptId);
    }
    rig.telephony.connect({ attemptId: talks.attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    const held = rig.ari.of('channels.startSilence').length;
    await rig.ari.stop();
    rig.telephony.play({ attemptId: waits.attemptId, playId: 'message', media: ['sound:m'], at: 0 });
    rig.ari.channels.delete(talks.channelId);
    await rig.until('telephony.down');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rig.facts.some((fact) => fact.type === 'call.played')).toBe(false);
    await rig.ari.start(port);
    expect(await rig.until('call.played')).toMatchObject({ attemptId: waits.attemptId, completed: true });
    await rig.until('call.ended', (fact) => fact.attemptId === talks.attemptId);
    await eventually(
      () => rig.ari.bridges.size === 0 && rig.ari.of('channels.startSilence').length > held,
      'the agent is not held again',
    );
  });

  test('answered unheard are answered by the second audit, without machine detection', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial({ detectMachine: true });
    Object.assign(rig.ari.channels.get(channelId) ?? {}, {
      state: 'Up',
      app: 'Stasis',
      context: 'outdial-originate',
    });
    expect((await rig.until('call.detected')).verdict).toBe('unsure');
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.answered', 'call.detected']);
  });

  test('end for certain when Asterisk was restarted', async () => {
    const rig = await createUpRig();
    const { attemptId } = await rig.dial();
    rig.ari.channels.clear();
    rig.ari.cut();
    expect((await rig.until('call.ended', (fact) => fact.attemptId === attemptId)).cause.by).toBe('lost');
    expect(rig.telephony.status()).toMatchObject({ calls: 0, trunks: [{ inUse: 0 }] });
  });
});

describe('after a restart of the dialer', () => {
  const ours = { OUTDIAL_APP: 'outdial-test' };

  test('the fate of every open attempt is reported, and living calls are adopted', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.addChannel('od-camp-1-1', { state: 'Ringing', variables: ours });
      ari.addChannel('od-camp-1-2', {
        state: 'Up',
        app: 'Stasis',
        context: 'outdial-originate',
        variables: ours,
      });
      ari.addChannel('od-camp-1-3', {
        state: 'Up',
        app: 'Stasis',
        context: 'outdial-originate',
        variables: ours,
      });
      ari.addChannel('oa-anna:x', { state: 'Up', app: 'Stasis', variables: ours });
      ari.bridges.set('ob-camp-1-3', ['oa-anna:x', 'od-camp-1-3']);
      ari.addChannel('od-camp-1-4', {
        state: 'Up',
        app: 'Playback',
        context: 'outdial-abandoned',
        variables: ours,
      });
      ari.marks.add('od-camp-1-5');
    });
    rig.telephony.reconcile({
      campaignId: 'camp',
      attemptIds: [1, 2, 3, 4, 5, 6].map((n) => `camp-1-${n}`),
      at: 0,
    });
    await eventually(
      () => rig.facts.filter((fact) => fact.type === 'call.reconciled').length === 6,
      JSON.stringify(rig.facts),
    );
    const fates = Object.fromEntries(
      rig.facts.flatMap((fact) =>
        fact.type === 'call.reconciled'
          ? [[fact.attemptId.slice(-1), `${fact.fate}${fact.agentIds?.join() ?? ''}`]]
          : [],
      ),
    );
    expect(fates).toEqual({
      1: 'ringing',
      2: 'answered',
      3: 'connectedanna',
      4: 'abandoned',
      5: 'abandoned',
      6: 'gone',
    });
    expect(rig.telephony.status()).toMatchObject({ calls: 4, legs: 1, trunks: [{ inUse: 4 }] });
    rig.ari.end('od-camp-1-3', 16);
    await rig.until('call.ended', (fact) => fact.attemptId === 'camp-1-3');
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await rig.until('agent.leg-up');
    expect(rig.ari.channels.has('oa-anna:x')).toBe(true);
  });

  test('a caller whom Asterisk does not say the attempt of is asked about again, not given up', async () => {
    const rig = await createUpRig({ watch: { strayMs: 20_000 } }, (ari) => {
      ari.addChannel('1770000000.1', {
        state: 'Up',
        app: 'Stasis',
        context: 'outdial-inbound',
        variables: { ...ours, OUTDIAL_ATTEMPT: 'camp-1-9' },
      });
      let silences = 2;
      ari.scripts.set('channels.getChannelVar', ({ parameters }) =>
        parameters['variable'] === 'OUTDIAL_ATTEMPT' && silences-- > 0 ? 'silence' : undefined,
      );
    });
    rig.telephony.reconcile({ campaignId: 'camp', attemptIds: ['camp-1-9'], at: 0 });
    expect(await rig.until('call.reconciled')).toMatchObject({ attemptId: 'camp-1-9', fate: 'answered' });
  });

  test('a leg that its call has left alone is kept for its agent; its room is gone', async () => {
    // On a busy machine the agent comes later than the rig's legs wait.
    const agents = { audioWithinMs: 400, ringTimeoutMs: 1_000, unclaimedMs: 10_000 };
    const rig = await createUpRig({ agents }, (ari) => {
      ari.addChannel('oa-anna:x', { state: 'Up', app: 'Stasis', variables: ours });
      ari.bridges.set('ob-camp-1-3', ['oa-anna:x']);
    });
    rig.telephony.reconcile({ campaignId: 'camp', attemptIds: ['camp-1-3'], at: 0 });
    expect(await rig.until('call.reconciled')).toMatchObject({ attemptId: 'camp-1-3', fate: 'gone' });
    await eventually(() => rig.ari.bridges.size === 0, 'the room is left');
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await rig.until('agent.leg-up');
    const legs = (): readonly string[] => [...rig.ari.channels.keys()].filter((id) => id.startsWith('oa-'));
    expect(legs()).toEqual(['oa-anna:x']);
    rig.telephony.hangUpAgent({ agentId: 'anna', at: 0 });
    await eventually(() => legs().length === 0, 'the leg is left');
  });

  test('a leg that nobody has claimed ends with the process that found it', async () => {
    const agents = { audioWithinMs: 400, ringTimeoutMs: 1_000, unclaimedMs: 60_000 };
    const rig = await createUpRig({ agents }, (ari) => {
      ari.addChannel('oa-anna:x', { state: 'Up', app: 'Stasis', variables: ours });
    });
    await eventually(() => rig.telephony.status().legs === 1, 'the leg is not found');
    await rig.telephony.stop();
    expect(rig.ari.channels.has('oa-anna:x')).toBe(false);
  });

  test("calls without an attempt hear the message or are hung up; other dialers' calls are left alone", async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.addChannel('od-camp-1-1', { state: 'Up', app: 'Stasis', variables: ours });
      ari.addChannel('od-camp-1-2', { state: 'Ringing', variables: ours });
      ari.addChannel('od-camp-1-3', {
        state: 'Up',
        app: 'Stasis',
        variables: { OUTDIAL_APP: 'outdial-other' },
      });
      ari.addChannel('od-summer-1-1', { state: 'Ringing', variables: ours });
    });
    rig.telephony.reconcile({ campaignId: 'camp', attemptIds: [], at: 0 });
    await eventually(
      () =>
        rig.ari.channels.get('od-camp-1-1')?.context === 'outdial-abandoned' &&
        !rig.ari.channels.has('od-camp-1-2'),
      'not given up',
    );
    await eventually(
      () => !rig.ari.channels.has('od-summer-1-1'),
      'a channel that nobody asks for in time lives on',
    );
    expect(rig.ari.channels.get('od-camp-1-3')?.context).toBe('from-trunk');
  });

  test('a call that answers before anybody asked for it hears the message instead of silence', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.addChannel('od-camp-1-1', { state: 'Ringing', variables: ours });
    });
    rig.ari.answer('od-camp-1-1');
    await eventually(
      () => rig.ari.channels.get('od-camp-1-1')?.context === 'outdial-abandoned',
      'it waits in silence',
    );
  });

  test('a leg that nobody asks for is hung up, a conversation is not disturbed', async () => {
    const rig = await createUpRig({}, (ari) => {
      for (const id of ['oa-anna:x', 'oa-bob:x', 'od-camp-1-1'])
        ari.addChannel(id, { state: 'Up', app: 'Stasis', variables: ours });
      ari.bridges.set('ob-camp-1-1', ['oa-bob:x', 'od-camp-1-1']);
    });
    await eventually(() => !rig.ari.channels.has('oa-anna:x'), 'the leg lives on');
    expect([...rig.ari.channels.keys()].filter((id) => !id.startsWith('om-'))).toEqual([
      'oa-bob:x',
      'od-camp-1-1',
    ]);
  });

  test('empty bridges of ours are removed', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.bridges.set('ob-camp-1-1', []);
      ari.bridges.set('other', []);
    });
    await eventually(() => !rig.ari.bridges.has('ob-camp-1-1'), 'the bridge is left');
    expect(rig.ari.bridges.has('other')).toBe(true);
  });
});
