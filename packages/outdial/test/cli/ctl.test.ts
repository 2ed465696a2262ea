import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlServer } from '../../src/control/control-server.js';
import type { ControlServer } from '../../src/control/listen.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import { commandIn, type CommandResult } from './command-in.js';

const TOKEN = 'a-token-of-sixteen-or-more';
let folder: string;
let dialer: Dialer;
let server: ControlServer;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-ctl-'));
  await commandIn(folder, ['init']);
  const path = join(folder, 'campaign.yaml');
  const text = await readFile(path, 'utf8');
  const port = await freePort();
  await writeFile(join(folder, 'off.yaml'), text);
  await writeFile(path, `${text}control: { port: ${port} }\n`);
  await writeFile(join(folder, 'away.yaml'), `${text}control: { port: ${await freePort()} }\n`);
  dialer = await createDialer({ campaign: path });
  server = await startControlServer({ dialer, host: '127.0.0.1', port, token: TOKEN });
  await dialer.start();
  await dialer.logIn({ agentId: 'ana' });
  await dialer.runFor(2_000);
});
afterAll(async () => {
  await server.close();
  await dialer.close();
  await rm(folder, { recursive: true, force: true });
});

const ctl = (args: readonly string[], token = TOKEN): Promise<CommandResult> =>
  commandIn(folder, ['ctl', ...args], { OUTDIAL_TOKEN: token });

describe('outdial ctl', () => {
  test('changes mode and speed, pauses and resumes, and says so', async () => {
    expect(await ctl(['mode', 'progressive'])).toMatchObject({
      code: 0,
      out: 'The campaign dials in progressive mode now; before: predictive.\n',
    });
    expect(dialer.mode).toBe('progressive');
    expect(await ctl(['speed', '1.5'])).toMatchObject({
      out: 'The campaign dials 1.5 calls per free agent now.\n',
    });
    expect(dialer.settings.speed).toBe(1.5);
    expect((await ctl(['speed', 'auto'])).out).toBe('The pacer decides the speed now.\n');
    expect(dialer.settings.speed).toBeNull();
    expect((await ctl(['pause', '--reason', 'lunch'])).out).toMatch(
      /^The campaign is paused: .*0 with agents/,
    );
    expect(dialer.state).toBe('paused');
    expect((await ctl(['resume'])).out).toMatch(/^The campaign dials again\.\n/);
    expect(dialer.state).toBe('running');
  });

  test('shows the agents, also as JSON without their leads', async () => {
    expect((await ctl(['agents'])).out).toMatch(/since \(UTC\)[^]*ana +│ paused +│ 2026-06-10 17:00:0/);
    const [ana] = JSON.parse((await ctl(['agents', '--json'])).out) as Record<string, unknown>[];
    expect(Object.keys(ana ?? {})).toEqual(['agentId', 'state', 'since', 'code', 'station']);
  });

  test('shows the calls and hangs one up, or says that there is no such call', async () => {
    expect((await ctl(['calls'])).out).toBe('No call goes on.\n');
    expect(JSON.parse((await ctl(['calls', '--json'])).out)).toEqual([]);
    expect(await ctl(['hang-up', 'c-1-1'])).toMatchObject({
      code: 4,
      err: expect.stringMatching(/^The campaign did not follow the order: there is no such call\.\n/),
    });
  });

  test('gives orders about conversations, each with its verdict', async () => {
    const ordered = async (...args: readonly string[]): Promise<unknown> => {
      const { code, err } = await ctl(['conversation', 'ana', ...args]);
      return [code, err.split('\n')[0]];
    };
    const noCall = 'The campaign did not follow the order: the agent has no conversation.';
    expect(await ordered('hold')).toEqual([4, noCall]);
    expect(await ordered('transfer', '--to', 'ben')).toEqual([4, noCall]);
    expect(await ordered('consult', '--skills', 'spanish')).toEqual([4, noCall]);
    expect(await ordered('record', '--state', 'paused')).toEqual([4, noCall]);
    expect((await ctl(['conversation', 'ana', 'monitor', '--how', 'listen'])).code).toBe(2);

    await dialer.logIn({ agentId: 'sue' });
    const listening = ['conversation', 'sue', 'monitor', '--watched', 'ana', '--how', 'listen'];
    expect(await ctl(listening)).toMatchObject({ code: 0, out: 'Accepted: monitor, as sue.\n' });
    expect(dialer.agents().find(({ agentId }) => agentId === 'sue')?.watching).toEqual({
      watchedId: 'ana',
      how: 'listen',
    });
    await dialer.logOut('sue');
  });

  test('says what cannot be followed as things stand: exit code 4', async () => {
    expect(await ctl(['resume'])).toMatchObject({
      code: 4,
      err: expect.stringMatching(/^The campaign did not follow the order: the campaign is running\.\n/),
    });
  });

  test('says what is wrong in words', async () => {
    expect(await ctl(['mode', 'fast'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^The campaign cannot read the order: mode \("fast"\) must be one of manual/,
      ),
    });
    for (const text of ['Infinity', '0x10', ''])
      expect(await ctl(['speed', text])).toMatchObject({ code: 2, err: expect.stringContaining('number') });
    expect(await ctl(['speed', 'quick'])).toMatchObject({ code: 2, err: expect.stringContaining('"quick"') });
    expect(await ctl(['agents'], 'another-token-of-sixteen')).toMatchObject({
      code: 2,
      err: expect.stringContaining('differs from that in the environment variable OUTDIAL_TOKEN'),
    });
    expect(await ctl(['agents'], '')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/OUTDIAL_TOKEN is not set here\.\nSet it to the token with which/),
    });
    expect((await ctl(['agents'], 'short')).err).toContain('differs from that in the environment');
    expect(await ctl(['resume', '--campaign', 'off.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no control interface with a port'),
    });
    expect(await ctl(['resume', '--campaign', 'away.yaml'])).toMatchObject({
      code: 5,
      err: expect.stringContaining("nothing listens there.\nStart it with 'outdial run'"),
    });
  });
});
