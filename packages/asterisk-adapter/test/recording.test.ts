import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  lstat,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  symlink,
  type FileHandle,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingState } from '@outdial/core';
import { agent, call } from './contract/conversation-contract.js';
import { answeredCall, legUp } from './fake-ari/parties.js';
import { closeRigs, createUpRig, eventually, type Rig } from './fake-ari/rig.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'outdial-recording-'));
});
afterEach(async () => {
  await closeRigs();
  await rm(directory, { recursive: true });
});

const up = (): Promise<Rig> => createUpRig({ conversations: { recordingsDirectory: directory } });
const set = (rig: Rig, attemptId: string, state: RecordingState, file = 'camp/r'): void =>
  rig.telephony.setRecording({ attemptId, recordingId: 'r', state, file, at: 0 });
const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function recorded(rig: Rig): Promise<{ readonly attemptId: string; readonly channelId: string }> {
  const customer = await answeredCall(rig);
  set(rig, customer.attemptId, 'on');
  await rig.until('recording.changed');
  return customer;
}

describe('the recording of a conversation', () => {
  test('is one stereo file of both sides; nothing is left on Asterisk', async () => {
    const rig = await up();
    const { attemptId, channelId } = await recorded(rig);
    expect([...rig.ari.snoops.values()].map(({ of, spy }) => [of, spy]).sort()).toEqual([
      [channelId, 'in'],
      [channelId, 'out'],
    ]);
    await pass(120);
    set(rig, attemptId, 'off');
    const { file, durationMs } = await rig.until('recording.completed');
    const wave = await readFile(join(directory, file));
    expect(file).toBe('camp/r.wav');
    expect([wave.readUInt16LE(22), wave.readUInt32LE(24), wave.readUInt16LE(34)]).toEqual([2, 8_000, 16]);
    expect(wave.length).toBe(44 + durationMs * 32);
    expect(wave.readUInt32LE(40)).toBe(wave.length - 44);
    expect([rig.ari.stored.size, rig.ari.live.size, rig.ari.snoops.size]).toEqual([0, 0, 0]);
    expect(await readdir(join(directory, 'camp'))).toEqual(['r.wav']);
  });

  test('waits for a snoop that has not entered the application yet', async () => {
    const rig = await up();
    const customer = await answeredCall(rig);
    let refusals = 3;
    rig.ari.scripts.set('channels.record', () =>
      refusals-- > 0 ? { status: 409, body: { message: 'Channel not in Stasis application' } } : undefined,
    );
    set(rig, customer.attemptId, 'on');
    expect(await rig.until('recording.changed')).toMatchObject({ state: 'on' });
    expect(rig.ari.live.size).toBe(2);
  });

  test('waits for a recording that its channel has not begun yet', async () => {
    const rig = await up();
    const customer = await answeredCall(rig);
    let refusals = 5;
    rig.ari.scripts.set('recordings.unmute', () =>
      refusals-- > 0 ? { status: 409, body: { message: 'Recording not in session' } } : undefined,
    );
    set(rig, customer.attemptId, 'on');
    expect(await rig.until('recording.changed')).toMatchObject({ state: 'on' });
    expect(refusals).toBeLessThan(0);
  });

  test('is completed when the call ends while it is paused', async () => {
    const rig = await up();
    const { attemptId, channelId } = await recorded(rig);
    await pass(40);
    rig.ari.scripts.set('recordings.mute', () => {
      if (rig.ari.live.size > 0) rig.ari.end(channelId, 16);
      return { status: 404, body: { message: 'Recording not found' } };
    });
    set(rig, attemptId, 'paused');
    expect((await rig.until('recording.completed')).durationMs).toBeGreaterThan(0);
    expect(rig.facts.some(({ type }) => type === 'recording.failed')).toBe(false);
  });

  test('is silent in both channels while paused, and in the right one while the customer hears music', async () => {
    const rig = await up();
    const { attemptId } = await recorded(rig);
    await legUp(rig);
    const sides = (): readonly string[] => [...rig.ari.silenced].map((name) => name.split('.').at(-1) ?? '');
    const arrange = async (revision: number, place: 'main' | 'music'): Promise<void> => {
      const parties = [call(attemptId, place), agent('anna')];
      rig.telephony.arrange({ attemptId, revision, parties, at: 0 });
      await rig.until('conversation.arranged', (fact) => fact.revision === revision);
    };
    await arrange(1, 'music');
    expect(sides()).toEqual(['others']);
    await arrange(2, 'main');
    expect(sides()).toEqual([]);
    set(rig, attemptId, 'paused');
    await rig.until('recording.changed', ({ state }) => state === 'paused');
    expect([...sides()].sort()).toEqual(['customer', 'others']);
    await arrange(3, 'music');
    rig.facts.length = 0;
    set(rig, attemptId, 'on');
    await rig.until('recording.changed', ({ state }) => state === 'on');
    expect(sides()).toEqual(['others']);
  });

  test('goes on while the dialer is replaced, and is completed by the next one', async () => {
    const rig = await up();
    const { attemptId, channelId } = await recorded(rig);
    await rig.telephony.stop();
    await pass(60);
    const next = await createUpRig({
      conversations: { recordingsDirectory: directory },
      server: { url: rig.ari.url, username: 'outdial', password: 'secret' },
    });
    rig.ari.end(channelId, 16);
    set(next, attemptId, 'off');
    const { durationMs } = await next.until('recording.completed');
    expect(durationMs).toBeGreaterThan(50);
  });

  test('that begins on one side only fails, and leaves nothing on Asterisk', async () => {
    const rig = await up();
    rig.ari.scripts.set('channels.record', ({ parameters }) =>
      String(parameters['name']).endsWith('.others') ? { status: 400, body: { message: 'no' } } : undefined,
    );
    const { attemptId } = await answeredCall(rig);
    set(rig, attemptId, 'on');
    expect((await rig.until('recording.failed')).code).toBe('telephony-fault');
    const left = (): number => rig.ari.stored.size + rig.ari.live.size + rig.ari.snoops.size;
    await eventually(() => left() === 0, 'something of the recording is left');
  });

  test('is over with its snoops where Asterisk refuses to stop it', async () => {
    const rig = await up();
    const { attemptId } = await recorded(rig);
    rig.ari.scripts.set('recordings.stop', () => ({ status: 400, body: { message: 'no' } }));
    set(rig, attemptId, 'off');
    expect((await rig.until('recording.failed')).code).toBe('telephony-fault');
    await eventually(() => rig.ari.snoops.size === 0, 'a snoop is left');
  });

  test('is for its owner only, and is never written through a link that waits at its place', async () => {
    const rig = await up();
    const [folder, elsewhere] = [join(directory, 'camp'), join(directory, 'elsewhere')];
    await mkdir(folder);
    for (const name of ['r.wav', 'r.wav.part', 'r.wav.left.part'])
      await symlink(elsewhere, join(folder, name));
    const { attemptId } = await recorded(rig);
    await pass(50);
    set(rig, attemptId, 'off');
    await rig.until('recording.completed');
    const made = await lstat(join(folder, 'r.wav'));
    expect([made.isFile(), made.mode & 0o777]).toEqual([true, 0o600]);
    expect(await readdir(directory)).toEqual(['camp']);
  });

  test('fails as disk-full when the disk of the dialer is, and leaves the sides on Asterisk', async () => {
    const rig = await up();
    const { attemptId } = await recorded(rig);
    await pass(50);
    const full = await open('/dev/full', 'w');
    const files = Object.getPrototypeOf(full) as FileHandle;
    const { write } = full;
    jest.spyOn(files, 'write').mockImplementation((...given) => Reflect.apply(write, full, given));
    set(rig, attemptId, 'off');
    const failed = await rig.until('recording.failed').finally(() => jest.restoreAllMocks());
    await full.close();
    expect(failed).toMatchObject({ code: 'disk-full', attemptId, reason: expect.stringContaining('ENOSPC') });
    expect(rig.ari.stored.size).toBe(2);
    expect(await readdir(join(directory, 'camp'))).toEqual([]);
  });

  test('fails as disk-full when the disk of Asterisk is, which says nothing of it', async () => {
    const rig = await up();
    const { channelId } = await recorded(rig);
    rig.ari.diskFull = true;
    await pass(2_400);
    rig.ari.end(channelId, 16);
    expect((await rig.until('recording.failed')).code).toBe('disk-full');
    expect(rig.notices.map(({ code }) => code)).toContain('recording-failed');
  });

  test('is refused without a directory, outside it, and for a call that is not up', async () => {
    const none = await createUpRig();
    const first = await answeredCall(none);
    set(none, first.attemptId, 'on');
    expect((await none.until('recording.failed')).code).toBe('not-supported');

    const rig = await up();
    const { attemptId } = await answeredCall(rig);
    set(rig, attemptId, 'on', '../r');
    expect((await rig.until('recording.failed')).reason).toContain('not permitted');
    const ringing = await rig.dial();
    set(rig, ringing.attemptId, 'on');
    expect((await rig.until('recording.failed', (fact) => fact.attemptId === ringing.attemptId)).code).toBe(
      'unknown-call',
    );
    expect(rig.ari.of('channels.record')).toEqual([]);
  });
});
