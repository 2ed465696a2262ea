/** Who hears what, on a real Asterisk: measured on what Asterisk sends to each channel. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlacedParty } from '@outdial/core';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../lab/index.mjs';
import { agent, call } from './contract/conversation-contract.js';
import { createEar, type Ear } from './live/ear.js';
import { levelsOf, type Heard } from './live/hearing.js';
import { createLiveRig, eventually, stopLiveRigs, type LiveRig } from './live/live-rig.js';
import { Wire } from './wire.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

suite('conversations on a real Asterisk', () => {
  let lab: LabFacts;
  let rig: LiveRig;
  let wire: Wire;
  let ear: Ear;
  let ari: Ear['ari'];
  let directory = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'outdial-live-'));
    lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    wire = await Wire.to(lab.ari.url);
    const server = { url: wire.url, username: lab.ari.user, password: lab.ari.password };
    rig = createLiveRig(lab, {
      node: 'talk',
      server,
      conversations: { recordingsDirectory: directory },
    });
    rig.telephony.start();
    ear = await createEar(lab);
    ({ ari } = ear);
    await rig.until('telephony.up');
    await Promise.all(['131', '132', '133'].map((agentId) => rig.legUp(agentId)));
  });
  afterEach(async () => {
    const { telephony, facts } = rig;
    const attempts = new Set(facts.flatMap((fact) => (fact.type === 'call.dialing' ? [fact.attemptId] : [])));
    const ended = new Set(facts.flatMap((fact) => (fact.type === 'call.ended' ? [fact.attemptId] : [])));
    for (const attemptId of attempts) if (!ended.has(attemptId)) telephony.hangUp({ attemptId, at: 0 });
    await eventually(
      () => (telephony.status().calls === 0 ? true : undefined),
      () => 'a call is left',
    );
  });
  afterAll(async () => {
    await stopLiveRigs();
    await ear.close();
    await wire.close();
    await rm(directory, { recursive: true });
  });

  const arranged = async (
    attemptId: string,
    revision: number,
    ...parties: readonly PlacedParty[]
  ): Promise<number> => {
    const from = performance.now();
    rig.telephony.arrange({ attemptId, revision, parties, at: 0 });
    await rig.until(
      'conversation.arranged',
      (fact) => fact.attemptId === attemptId && fact.revision === revision,
    );
    return Math.round(performance.now() - from);
  };
  const talk = async (agentId: string): Promise<string> => {
    const attemptId = await rig.dialAnswered('09');
    rig.telephony.connect({ attemptId, agentId, at: 0 });
    await rig.until('call.connected', (fact) => fact.attemptId === attemptId);
    return attemptId;
  };
  /** Listens again where packets came late on a busy machine: who is in the wrong place stays there. */
  const expectHeard = async (channelIds: readonly string[], ...expected: readonly Heard[]): Promise<void> => {
    let heard: readonly Heard[] = [];
    for (let listens = 0; listens < 4 && heard.join() !== expected.join(); listens += 1)
      heard = await Promise.all(channelIds.map((id) => ear.hears(id)));
    expect(heard).toEqual(expected);
  };
  const customerOf = (attemptId: string): string => `od-${attemptId}`;

  test('hold, mute, consultation, conference, transfer: each hears what their place says', async () => {
    const attemptId = await talk('131');
    const customer = customerOf(attemptId);
    const everyone = [customer, await ear.legOf('131'), await ear.legOf('132')];
    const took: number[] = [];
    await expectHeard(everyone, 'tone', 'tone', 'silence');
    took.push(await arranged(attemptId, 1, call(attemptId, 'music'), agent('131')));
    await expectHeard(everyone, 'music', 'silence', 'silence');
    took.push(await arranged(attemptId, 2, call(attemptId), { ...agent('131'), muted: true }));
    await expectHeard(everyone, 'silence', 'tone', 'silence');
    const reaching = [call(attemptId, 'music'), { ...agent('131', 'side'), aloneHears: 'ringing' }] as const;
    took.push(await arranged(attemptId, 3, ...reaching));
    await expectHeard(everyone, 'music', 'ringing', 'silence');
    took.push(await arranged(attemptId, 4, ...reaching, agent('132', 'side')));
    await expectHeard(everyone, 'music', 'tone', 'tone');
    took.push(await arranged(attemptId, 5, call(attemptId), agent('131'), agent('132')));
    await expectHeard(everyone, 'tone', 'tone', 'tone');
    took.push(await arranged(attemptId, 6, call(attemptId), agent('132')));
    await expectHeard(everyone, 'tone', 'silence', 'tone');
    took.push(await arranged(attemptId, 7, ...reaching));
    took.push(await arranged(attemptId, 8, call(attemptId, 'music'), agent('131', 'side')));
    await expectHeard(everyone, 'music', 'silence', 'silence');
    console.log(`hold, mute, reach, consult, conference, transfer, reach, hold, ms: ${took.join(' ')}`);
    await rig.hangUp(attemptId);
  });

  test('a supervisor hears the agent, and is heard by them alone when whispering', async () => {
    const attemptId = await rig.dialAnswered('22'); // silent audio
    rig.telephony.connect({ attemptId, agentId: '131', at: 0 });
    await rig.until('call.connected', (fact) => fact.attemptId === attemptId);
    const supervisor = { ...agent('133', 'listening'), watchedAgentId: '131' };
    const [customer, anna, cleo] = [customerOf(attemptId), await ear.legOf('131'), await ear.legOf('133')];
    await arranged(attemptId, 1, call(attemptId), { ...agent('131'), muted: true }, supervisor);
    await expectHeard([customer, anna], 'silence', 'silence');
    await arranged(attemptId, 2, call(attemptId), agent('131'), supervisor);
    await expectHeard([cleo], 'tone');
    await arranged(
      attemptId,
      3,
      call(attemptId),
      { ...agent('131'), muted: true },
      { ...supervisor, place: 'whispering' },
    );
    expect(await whispered(anna)).toBe(true);
    await expectHeard([customer], 'silence');
    await arranged(attemptId, 4, call(attemptId), agent('133'));
    await expectHeard([customer, anna], 'tone', 'silence');
    await rig.hangUp(attemptId);
  });

  /** A whisper is mixed in behind the ear of a snoop: the channel that carries it is what can be seen. */
  const whispered = (leg: string): Promise<boolean> =>
    eventually(
      async () => {
        const [channels, bridges] = [await ari.call('channels.list', {}), await ari.call('bridges.list', {})];
        const snoops = channels.filter(
          ({ id, name }) => id.startsWith('os-') && name.startsWith(`Snoop/${leg}`),
        );
        const [snoop, ...others] = snoops.map(({ id }) => id);
        const isBridged = ({ channels: held }: { readonly channels: readonly string[] }): boolean =>
          snoop !== undefined && held.length === 2 && held.includes(snoop);
        return others.length === 0 && bridges.some(isBridged) ? true : undefined;
      },
      () => 'no snoop is bridged with the supervisor',
    );

  test('the recording has the customer left, the others right, silence for pause and music', async () => {
    const attemptId = await talk('131');
    const order = { attemptId, recordingId: 'r', file: `talk/${attemptId}`, at: 0 };
    const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    rig.telephony.setRecording({ ...order, state: 'on' });
    await rig.until('recording.changed', (fact) => fact.attemptId === attemptId);
    const from = performance.now();
    await pass(1_000);
    await arranged(attemptId, 1, call(attemptId, 'music'), agent('131'));
    await pass(1_000);
    await arranged(attemptId, 2, call(attemptId), agent('131'));
    await pass(500);
    rig.telephony.setRecording({ ...order, state: 'paused' });
    await pass(1_000);
    await rig.hangUp(attemptId);
    const lasted = performance.now() - from;
    const { file, durationMs } = await rig.until(
      'recording.completed',
      (fact) => fact.attemptId === attemptId,
    );
    const wave = await readFile(join(directory, file));
    expect(wave.readUInt16LE(22)).toBe(2);
    expect(Math.abs(durationMs - lasted)).toBeLessThan(500);
    const [left, right] = levelsOf(wave.subarray(44), 2);
    console.log(
      [`recorded ${durationMs} of ${Math.round(lasted)} ms; levels a 100 ms`, left, right].join('\n'),
    );
    const quiet = (levels: readonly number[]): number => levels.filter((level) => level < 50).length;
    // left: the pause; right: music and the pause
    expect(quiet(left)).toBeGreaterThanOrEqual(8);
    expect(quiet(left)).toBeLessThanOrEqual(13);
    expect(quiet(right)).toBeGreaterThanOrEqual(17);
    expect(quiet(right)).toBeLessThanOrEqual(24);
    expect(left.slice(1, 9).every((level) => level > 500)).toBe(true);
    expect(right.slice(1, 9).every((level) => level > 500)).toBe(true);
  });

  test('a lost leg gives the customer music at once, and the next agent takes over', async () => {
    const attemptId = await talk('132');
    const customer = customerOf(attemptId);
    await ari.call('channels.hangup', { channelId: await ear.legOf('132') });
    await expectHeard([customer], 'music');
    expect(await rig.until('agent.leg-down', ({ agentId }) => agentId === '132')).toMatchObject({
      agentId: '132',
    });
    await arranged(attemptId, 1, call(attemptId), agent('131'));
    await expectHeard([customer], 'tone');
    await rig.hangUp(attemptId);
  });

  test('an arrangement cut off from Asterisk is carried out when the wire is mended', async () => {
    const attemptId = await talk('131');
    const customer = customerOf(attemptId);
    rig.facts.length = 0;
    rig.telephony.arrange({
      attemptId,
      revision: 1,
      parties: [call(attemptId, 'music'), agent('131', 'side'), agent('133', 'side')],
      at: 0,
    });
    wire.cut();
    await rig.until('telephony.down');
    wire.mend();
    await rig.until('conversation.arranged', (fact) => fact.attemptId === attemptId);
    await expectHeard([customer, await ear.legOf('131')], 'music', 'tone');
    await rig.hangUp(attemptId);
  });

  test('leaves no channel and no bridge', async () => {
    for (const agentId of ['131', '133']) rig.telephony.hangUpAgent({ agentId, at: 0 });
    await eventually(
      async () => {
        const channels = await ari.call('channels.list', {});
        const bridges = await ari.call('bridges.list', {});
        return channels.length + bridges.length === 0 ? true : undefined;
      },
      () => 'something is left',
      5_000,
    );
    expect(rig.notices.filter(({ level }) => level === 'error')).toEqual([]);
    expect(rig.telephony.status()).toMatchObject({ calls: 0, legs: 0, conversationRecordings: 0 });
  });
});
