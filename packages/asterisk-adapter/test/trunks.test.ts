import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { DialCommand } from '@outdial/core';
import { OutboundTrunk, type TrunkOptions } from '../src/trunks/outbound-trunk.js';
import { TrunkAllocator } from '../src/trunks/trunk-allocator.js';
import { TrunkSilence } from '../src/trunks/trunk-silence.js';

const trunk = (given: Partial<TrunkOptions> = {}): TrunkOptions => ({
  name: 'main',
  endpoint: 'PJSIP/{number}@carrier',
  channels: 2,
  ...given,
});
const command = (n: number, given: Partial<DialCommand> = {}): DialCommand => ({
  campaignId: 'c',
  attemptId: `c-1-${n}`,
  phone: '+15551230001',
  callerNumber: '+15550100',
  ringTimeoutMs: 1,
  setupTimeoutMs: 1,
  detectMachine: false,
  at: 0,
  expiresAt: 2_000,
  ...given,
});

describe('a trunk', () => {
  test.each([
    [{}, 'PJSIP/+15551230001@carrier'],
    [{ numberFormat: 'digits', prefix: '9' }, 'PJSIP/915551230001@carrier'],
    [{ numberFormat: 'national', destinations: ['1'] }, 'PJSIP/5551230001@carrier'],
    [{ numberFormat: 'national', destinations: ['1', '1555'], prefix: '0' }, 'PJSIP/01230001@carrier'],
  ] as const)('writes numbers as %j says', (given, dialString) => {
    expect(new OutboundTrunk(trunk(given)).dialString('+15551230001')).toBe(dialString);
  });

  test('carries only E.164 numbers of its destinations', () => {
    const north = new OutboundTrunk(trunk({ destinations: ['+1', '44'] }));
    expect(
      ['+15551230001', '+442071234567', '+4930123456', '15551230001', '+1555@evil', '+1', '+0155512300'].map(
        (phone) => north.carries(phone),
      ),
    ).toEqual([true, true, false, false, false, false, false]);
  });

  test('names the endpoint to subscribe to', () => {
    expect(new OutboundTrunk(trunk()).eventSource).toBe('endpoint:PJSIP/carrier');
  });

  test.each([
    [{ endpoint: 'PJSIP/carrier' }, /endpoint is 'PJSIP\/carrier', which has no place .* Write '\{number\}'/],
    [{ channels: 0 }, /channels is 0/],
    [{ callsPerSecond: 0 }, /callsPerSecond is 0/],
    [{ numberFormat: 'national' }, /needs destinations/],
  ] as const)('refuses %j', (given, message) => {
    expect(() => new OutboundTrunk(trunk(given))).toThrow(message);
  });
});

test('a trunk from which nothing comes is said once, and said again when it answers', () => {
  const said: string[] = [];
  const silence = new TrunkSilence({ report: (code) => void said.push(code) });
  const one = new OutboundTrunk(trunk());
  const other = new OutboundTrunk(trunk({ name: 'other' }));
  const dies = (of: OutboundTrunk): void =>
    silence.ended(of, { stage: 'dialing' }, { q850: 0, by: 'setup-timeout' });
  for (let call = 0; call < 4; call += 1) dies(one);
  silence.ended(one, { stage: 'dialing' }, { q850: 21, sip: 603, by: 'far' });
  for (let call = 0; call < 4; call += 1) dies(one);
  silence.ended(one, { stage: 'dialing' }, { q850: 0, by: 'us' });
  dies(other);
  expect(said).toEqual([]);
  for (let call = 0; call < 6; call += 1) dies(one);
  expect(said).toEqual(['trunk-silent']);
  silence.ended(one, { stage: 'ringing' }, { q850: 19, by: 'ring-timeout' });
  expect(said).toEqual(['trunk-silent', 'trunk-answers']);
});

describe('the board of trunks', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  function board(options: readonly TrunkOptions[]): {
    board: TrunkAllocator;
    started: string[];
    expired: string[];
    request: (n: number, given?: Partial<DialCommand>) => void;
  } {
    jest.useFakeTimers({ now: 0 });
    const started: string[] = [];
    const expired: string[] = [];
    const made = new TrunkAllocator(options, Date.now);
    const request = (n: number, given: Partial<DialCommand> = {}): void =>
      made.request(
        command(n, given),
        (on) => started.push(`${n} ${on.name} ${Date.now()}`),
        () => expired.push(`${n} ${Date.now()}`),
      );
    return { board: made, started, expired, request };
  }

  test('spaces calls evenly, five a second by default, without a burst after idle time', () => {
    const { started, request } = board([trunk({ channels: 10 })]);
    jest.setSystemTime(500);
    for (let n = 1; n <= 4; n++) request(n);
    jest.advanceTimersByTime(1_000);
    expect(started).toEqual(['1 main 500', '2 main 700', '3 main 900', '4 main 1100']);
  });

  test('lets a call wait for a channel until it expires, and starts it when one is given back', () => {
    const { board: made, started, expired, request } = board([trunk({ callsPerSecond: 1_000 })]);
    for (let n = 1; n <= 4; n++) request(n);
    jest.advanceTimersByTime(1_000);
    expect(made.waiting).toBe(2);
    made.release(made.trunks[0] as OutboundTrunk);
    expect(started).toEqual(['1 main 0', '2 main 1', '3 main 1000']);
    jest.advanceTimersByTime(2_000);
    expect(expired).toEqual(['4 2000']);
    expect(made.waiting).toBe(0);
  });

  test('takes the emptiest trunk that carries the number, and none holds another up', () => {
    const { started, request } = board([
      trunk({ name: 'small', channels: 1 }),
      trunk({ name: 'big', channels: 5, destinations: ['1'] }),
      trunk({ name: 'uk', channels: 9, destinations: ['44'] }),
    ]);
    request(1);
    request(2); // big starts again in 200 ms, small may at once
    request(3, { trunk: 'small' }); // full
    request(4, { phone: '+442071234567' }); // not held up by 3
    jest.advanceTimersByTime(300);
    expect(started).toEqual(['1 big 0', '2 small 0', '4 uk 0']);
  });

  test('says why no trunk could ever take a call', () => {
    const { board: made } = board([trunk({ destinations: ['44'] })]);
    expect(made.refusal(command(1))).toBe('no trunk carries calls to this destination');
    expect(made.refusal(command(1, { trunk: 'none' }))).toBe("there is no trunk 'none'");
    expect(made.refusal(command(1, { phone: '+442071234567' }))).toBeNull();
  });
});
