import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ensureLab, lab, whereTheLabRuns, readCalls, type LabFacts } from '../index.mjs';
import { behaviours } from '../sipp/behaviours.mjs';
import { RawAri } from './raw-ari.js';

jest.setTimeout(180_000);
let facts: LabFacts;
let ari: RawAri;

(await whereTheLabRuns(describe))('the lab', () => {
  beforeAll(async () => {
    facts = await ensureLab();
    ari = await RawAri.connect(facts, 'outdial-labtest');
  });
  afterAll(async () => {
    await ari?.close();
  });

  test('runs Asterisk 22, SIPp and MariaDB 10.11, and says so', async () => {
    const versions = await lab(['versions']);
    console.log(versions);
    expect(versions).toMatch(/Asterisk 22\./);
    expect(versions).toMatch(/SIPp v3\./);
    expect(versions).toMatch(/mariadb +10\.11\./);
    const info = await ari.call('asterisk.getInfo', { only: 'system' });
    expect(info.system?.version).toMatch(/^22\./);
    expect(await lab(['sql', 'select 6 * 7'])).toBe('42\n');
  });

  test('leaves running servers alone when it is brought up again', async () => {
    const before = await lab(['status']);
    await ensureLab();
    expect(await lab(['status'])).toBe(before);
  });

  test('speaks SIP, HTTP and SQL on loopback only', async () => {
    const sockets = `${readFileSync('/proc/net/tcp', 'utf8')}${readFileSync('/proc/net/udp', 'utf8')}`;
    const ports = [8088, 5160, 5180, 5190, 23306, 8888, 8889].map((port) =>
      port.toString(16).toUpperCase().padStart(4, '0'),
    );
    const listening = sockets
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(
        (fields) => ports.includes(fields[1]?.split(':')[1] ?? '') && /^0+:0000$/.test(fields[2] ?? ''),
      );
    expect(listening.length).toBeGreaterThanOrEqual(5);
    // addresses are little-endian hexadecimal: 127.x.y.z ends in 7F
    for (const fields of listening) expect(fields[1]).toMatch(/^[0-9A-F]{6}7F:/);
  });

  test('behaves towards each number as the table of the carrier says', async () => {
    const stamp = String(Date.now() % 1e6).padStart(6, '0');
    const ended = new Map<string, () => void>();
    ari.onEvent((event) => {
      if (event.type === 'StasisStart')
        setTimeout(() => {
          ari.call('channels.hangup', { channelId: event.channel.id }).catch(() => {
            /* it hung up first */
          });
        }, 1500);
      if (event.type === 'ChannelDestroyed') ended.get(event.channel.id)?.();
    });
    const calls = Object.keys(behaviours).map(async (digits) => {
      const id = `od-lab-${stamp}-${digits}`;
      const end = new Promise<void>((resolve) => ended.set(id, resolve));
      await ari.call('channels.originate', {
        endpoint: `PJSIP/1555${stamp}${digits}@${facts.carrier.trunk}`,
        context: 'outdial-originate',
        extension: 's',
        priority: 1,
        channelId: id,
        callerId: `15550100${digits}`,
        timeout: 6,
        variables: { OUTDIAL_APP: 'outdial-labtest', 'CHANNEL(hangup_handler_push)': 'outdial-hangup,s,1' },
      });
      await end;
      return { digits, id };
    });
    const finished = await Promise.all(calls);
    await new Promise((resolve) => setTimeout(resolve, 500)); // the carrier writes its last lines
    const seen = new Map(
      (await readCalls(facts.carrier.log))
        .filter((call) => call.called.startsWith(`1555${stamp}`))
        .map((call) => [call.called.slice(-2), call]),
    );
    for (const { digits, id } of finished) {
      const behaviour = behaviours[digits as keyof typeof behaviours] as {
        kind: string;
        status?: string;
        ringMs?: number;
      };
      const answered = ari.of(id).some((event) => event.type === 'StasisStart');
      const text = ari
        .of(id)
        .flatMap((event) =>
          event.type === 'ChannelVarset' && event.variable === 'OUTDIAL_HANGUP' ? [event.value] : [],
        )[0];
      const far = seen.get(digits);
      expect({ digits, caller: far?.caller }).toEqual({ digits, caller: `15550100${digits}` });
      const refuses = behaviour.kind === 'final' || behaviour.kind === 'early';
      const answers = !refuses && behaviour.kind !== 'dead' && (behaviour.ringMs ?? 0) < 6000;
      expect({ digits, answered, farAnswered: far?.answeredAt !== undefined }).toEqual({
        digits,
        answered: answers,
        farAnswered: answers,
      });
      if (refuses)
        expect({ digits, text, status: far?.status }).toEqual({
          digits,
          text: `SIP ${behaviour.status}`,
          status: behaviour.status,
        });
    }
    expect(
      (await ari.call('channels.list', {})).filter((channel) => channel.id.startsWith('od-lab-')),
    ).toEqual([]);
  });

  test('plays the message to a party who answers while no dialer is connected, and leaves a mark', async () => {
    const id = `od-ghost-${Date.now()}`;
    await ari.call('channels.originate', {
      endpoint: `PJSIP/15559${String(Date.now() % 1e6).padStart(6, '0')}00@${facts.carrier.trunk}`,
      context: 'outdial-originate',
      extension: 's',
      priority: 1,
      channelId: id,
      callerId: '15550100000',
      variables: { OUTDIAL_APP: 'outdial-nobody' },
    });
    let database = '';
    for (let i = 0; i < 100 && !database.includes(`/outdial/heard/${id}`); i++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      database = await lab(['cli', 'database show outdial']);
    }
    const lines = database.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    const mark = lines.find((line) => line.startsWith(`/outdial/abandoned/${id}`));
    expect(Number(mark?.split(': ')[1])).toBeGreaterThan(Date.now() - 60_000);
    expect(lines).toContain(`/outdial/heard/${id} : SUCCESS`);
  });
});
