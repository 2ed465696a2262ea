/** What a pool does beyond the contract: where calls go, agents of another server, servers that fail. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { callChannelId } from '../src/channel-ids.js';
import { linkNameOf } from '../src/pool/link-names.js';
import { createTelephonyPool } from '../src/index.js';
import { createPoolBench, type PoolBench, type PoolBenchOptions } from './contract/pool-bench.js';
import { createStage } from './contract/stage.js';
import { startFakes, type Fakes } from './fake-ari/fakes.js';

jest.setTimeout(30_000);

describe('a pool of two servers', () => {
  let fakes: Fakes;
  let bench: PoolBench;
  const stage = createStage(() => bench);
  const { answered, connected, dial, ended, has, hangUp, legUp, until } = stage;

  beforeEach(async () => {
    fakes = await startFakes();
  });
  afterEach(async () => {
    for (const ari of [fakes.a, fakes.b]) ari.freeze(false);
    try {
      await stage.clear();
    } finally {
      await bench.close().catch(() => undefined);
      await fakes.stop();
    }
  });

  async function open(given: Partial<PoolBenchOptions> = {}, lines = 20): Promise<void> {
    const timing = { gatherMs: 500, linkGraceMs: 100, giveUpMs: 600, rampMs: 0, handOverMs: 100 };
    bench = await createPoolBench({ ...fakes.options, timing, ...given }, { lines });
  }
  /** Stations 101 and 103 are at home on `a`, 102 on `b`. */
  const atHome = (): Pick<PoolBenchOptions, 'servers'> => ({
    servers: fakes.options.servers.map((server) => ({
      ...server,
      options: { ...server.options, watch: { ...server.options.watch, strayMs: 300, strayAnsweredMs: 300 } },
      stations: server.name === 'a' ? '10[13]' : '102',
    })),
  });
  const placed = (attemptId: string): readonly string[] =>
    (['a', 'b'] as const).filter((name) =>
      fakes[name]
        .of('channels.originate')
        .some(({ parameters }) => parameters['channelId'] === callChannelId(attemptId)),
    );
  /** An answered call on this server. */
  async function answeredOn(name: 'a' | 'b'): Promise<string> {
    for (let tries = 0; tries < 6; tries += 1) {
      const attemptId = await answered();
      if (placed(attemptId)[0] === name) return attemptId;
    }
    throw new Error(`no call came to ${name}`);
  }
  const legsOf = (name: 'a' | 'b', agentId: string): number =>
    [...fakes[name].channels.keys()].filter((id) => id.startsWith(`oa-${agentId}`)).length;
  const musicOn = (name: 'a' | 'b', attemptId: string): boolean =>
    fakes[name].sounds.get(callChannelId(attemptId)) === 'music';
  const serverDown = async (name: string): Promise<void> =>
    bench.until(
      () => bench.telephony.status().servers.some((server) => server.name === name && !server.up),
      `${name} is still up`,
    );
  const serverUp = async (name: string): Promise<void> =>
    bench.until(
      () => bench.telephony.status().servers.some((server) => server.name === name && server.up),
      `${name} is not up`,
    );

  test('shares calls out, and a drained server gets no more of them but keeps those it has', async () => {
    await open();
    const first = await Promise.all([answered(), answered(), answered(), answered()]);
    expect(first.map((attemptId) => placed(attemptId)[0]).sort()).toEqual(['a', 'a', 'b', 'b']);
    expect(bench.telephony.drain('a')).toBe(true);
    const second = await Promise.all([answered(), answered(), answered()]);
    expect(second.map((attemptId) => placed(attemptId)[0])).toEqual(['b', 'b', 'b']);
    expect(has('call.ended')).toEqual([]);
    expect(bench.telephony.reopen('a')).toBe(true);
    expect(placed(await answered())).toEqual(['a']);
    expect(bench.telephony.drain('c')).toBe(false);
  });

  test('reaches an agent at home on one server from the other, for as long as the conversation', async () => {
    await open(atHome());
    await legUp('anna');
    const attemptId = await answeredOn('b');
    await connected(attemptId, 'anna');
    const link = linkNameOf({ agentId: 'anna', home: 'a' }).replace('|', '~7c~');
    expect([legsOf('a', 'anna:'), legsOf('b', link)]).toEqual([1, 1]);
    const other = await answeredOn('a');
    stage.connect(other, 'anna');
    expect((await until('call.connect-failed')).reason).toMatch(/not free/);
    await hangUp(attemptId);
    await connected(other, 'anna');
    await bench.until(() => bench.telephony.status().links === 0, 'the link stays');
    expect(legsOf('b', link)).toBe(0);
    expect(has('agent.leg-down')).toEqual([]);
  });

  test('keeps a conversation over two servers through a restart of the dialer', async () => {
    await open(atHome());
    await legUp('anna');
    const attemptId = await answeredOn('b');
    await connected(attemptId, 'anna');
    await bench.restart();
    const campaignId = attemptId.replace(/-\d+-\d+$/, '');
    bench.telephony.reconcile({ campaignId, attemptIds: [attemptId], at: bench.now() });
    expect(await until('call.reconciled')).toMatchObject({
      attemptId,
      fate: 'connected',
      agentIds: ['anna'],
    });
    await legUp('anna');
    await bench.pass(800);
    expect(bench.facts.filter(({ type }) => type === 'call.ended' || type === 'agent.leg-down')).toEqual([]);
    expect([legsOf('a', 'anna:'), bench.telephony.status().links]).toEqual([1, 1]);
    await hangUp(attemptId);
    await bench.until(() => bench.telephony.status().links === 0, 'the link stays');
  });

  test('that loses a server goes on with the other, calls nobody again, and frees its agents', async () => {
    await open(atHome());
    await Promise.all([legUp('anna'), legUp('ben')]);
    const [over, own, local] = [await answeredOn('b'), await answeredOn('a'), await answeredOn('b')];
    const ringing = dial('rings', { ringTimeoutMs: 60_000 });
    const other = dial('rings', { ringTimeoutMs: 60_000 });
    await bench.until(() => has('call.ringing').length >= 5, 'not both ring');
    await connected(over, 'anna');
    await connected(local, 'ben');
    fakes.a.freeze(true);
    fakes.a.cut();
    await serverDown('a');
    const fate = await until('agent.leg-down', ({ agentId }) => agentId === 'anna');
    expect(fate.how).toBe('lost');
    await bench.until(() => musicOn('b', over), 'the customer does not hear music');
    expect(has('telephony.down')).toEqual([]);
    const meanwhile = await answered();
    expect(placed(meanwhile)).toEqual(['b']);
    const onA = [own, ringing, other].filter((attemptId) => placed(attemptId)[0] === 'a');
    expect(onA.length).toBeGreaterThan(1);
    for (const attemptId of onA) expect((await ended(attemptId)).cause.by).toBe('lost');
    stage.connect(over, 'ben');
    await until('call.connect-failed', ({ agentId }) => agentId === 'ben');
    fakes.a.freeze(false);
    await serverUp('a');
    await bench.until(() => fakes.a.channels.size === 0, 'channels are left on a');
    expect(onA.map((attemptId) => placed(attemptId))).toEqual(onA.map(() => ['a']));
    expect(has('call.ended', ({ attemptId }) => onA.includes(attemptId))).toHaveLength(onA.length);
    expect(has('call.ended', ({ attemptId }) => attemptId === over || attemptId === local)).toEqual([]);
    stage.ring('anna');
    await bench.until(
      () => has('agent.leg-up', ({ agentId }) => agentId === 'anna').length === 2,
      'no new leg',
    );
    expect(legsOf('a', 'anna:')).toBe(1);
    expect(placed(await answered())).toEqual(['a']);
  });

  test('gives a call that has not left to the other server when its own is gone', async () => {
    await open({}, 2);
    const [first, second] = [await answered(), await answered()];
    const waiting = [dial('answers'), dial('answers')];
    await bench.pass(50);
    expect(waiting.map(placed)).toEqual([[], []]);
    fakes.a.freeze(true);
    fakes.a.cut();
    await serverDown('a');
    for (const attemptId of [first, second]) if (placed(attemptId)[0] === 'b') await hangUp(attemptId);
    const next = await until('call.answered', ({ attemptId }) => waiting.includes(attemptId));
    await hangUp(next.attemptId);
    const last = waiting.find((attemptId) => attemptId !== next.attemptId);
    await until('call.answered', ({ attemptId }) => attemptId === last);
    expect(waiting.map(placed)).toEqual([['b'], ['b']]);
    fakes.a.freeze(false);
    await serverUp('a');
  });

  test('reports a fate as gone only when no server has the attempt, or one stays away', async () => {
    await open();
    const there = await answered();
    fakes.b.freeze(true);
    fakes.b.cut();
    await serverDown('b');
    const gone = `${there}9`;
    const campaignId = there.replace(/-\d+-\d+$/, '');
    bench.telephony.reconcile({ campaignId, attemptIds: [gone], at: bench.now() });
    await bench.pass(200);
    expect(has('call.reconciled')).toEqual([]);
    expect(await until('call.reconciled')).toMatchObject({ attemptId: gone, fate: 'gone' });
    fakes.b.freeze(false);
    await serverUp('b');
  });

  test('ends on every server when another process has taken one', async () => {
    await open();
    await legUp('anna');
    const calls = [await answered(), await answered()];
    fakes.a.send({ type: 'ApplicationReplaced', application: 'outdial-contract' });
    expect((await until('telephony.down')).forGood).toBe(true);
    for (const attemptId of calls) expect((await ended(attemptId)).cause.by).toBe('lost');
    await until('agent.leg-down', ({ agentId }) => agentId === 'anna');
    expect([fakes.a, fakes.b].flatMap((ari) => ari.of('channels.hangup'))).toEqual([]);
    for (const ari of [fakes.a, fakes.b]) for (const id of ari.channels.keys()) ari.end(id, 16);
  });

  test('refuses a caller who guesses the number of a link', async () => {
    await open();
    fakes.a.callIn('1770000000.1', { from: '+15557771000', to: '999000000000001' });
    await bench.until(() => !fakes.a.channels.has('1770000000.1'), 'the caller is not refused');
    expect(has('inbound.arrived')).toEqual([]);
  });
});

describe('the settings of a pool', () => {
  const create = (): never => {
    throw new Error('not reached');
  };
  const trunks = [{ name: 'main', endpoint: 'PJSIP/{number}@trunk', channels: 1 }];

  test.each([
    [[], 'servers-empty'],
    [[{ name: 'a b', trunks, create }], 'server-name-invalid'],
    [[{ name: 'a', trunks, create, reach: 'PJSIP/101@a' }], 'server-reach-invalid'],
    [
      [
        { name: 'a', trunks, create },
        { name: 'a', trunks, create },
      ],
      'server-named-twice',
    ],
  ])('%j are refused with %s', (servers, code) => {
    let refusal: unknown;
    try {
      createTelephonyPool({ servers }, () => undefined);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code });
  });
});
