/** The transport over ari-client: its faults, measured in November 2026, stay behind the interface. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createAriClientTransport, type AriEvent, type AriTransport } from '../src/index.js';
import { FakeAri } from './fake-ari/fake-ari.js';
import { eventually } from './fake-ari/rig.js';

let ari: FakeAri;
const transports: AriTransport[] = [];

/** What one transport reported. */
interface Heard {
  readonly transport: AriTransport;
  readonly events: AriEvent[];
  readonly troubles: unknown[];
  /** 'up', and the reason of each loss. */
  readonly states: string[];
}

function listen(
  server: FakeAri,
  { password = 'secret', connections = 16, requestTimeoutMs = 5_000 } = {},
): Heard {
  const events: AriEvent[] = [];
  const states: string[] = [];
  const troubles: unknown[] = [];
  const transport = createAriClientTransport({
    server: { url: server.url, username: 'outdial', password },
    application: 'outdial-test',
    requestTimeoutMs,
    connections,
    socket: { pingEveryMs: 100, pongTimeoutMs: 1_000, reconnectLeastMs: 10, reconnectMostMs: 20 },
    onTrouble: (error) => troubles.push(error),
  });
  transports.push(transport);
  transport.open({
    connected: () => states.push('up'),
    disconnected: (reason) => states.push(reason),
    event: (event) => events.push(event),
  });
  return { transport, events, states, troubles };
}

// At least so often: a busy machine may answer a ping too late and connect once more.
const up = ({ states }: Heard, times = 1): Promise<void> =>
  eventually(() => states.filter((state) => state === 'up').length >= times, `not up: ${states.join('; ')}`);

beforeEach(async () => {
  ari = new FakeAri();
  await ari.start();
});
afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport.close()));
  await ari.stop();
});

describe('the transport over ari-client', () => {
  test('says the status of what Asterisk refuses, and ends requests that nobody answers', async () => {
    const heard = listen(ari, { connections: 2, requestTimeoutMs: 500 });
    await up(heard);
    const { transport } = heard;
    await expect(transport.call('channels.get', { channelId: 'gone' })).rejects.toMatchObject({
      status: 404,
      code: 'ari-request-refused',
    });
    await transport.call('bridges.create', { bridgeId: 'one' });
    await expect(transport.call('bridges.create', { bridgeId: 'one' })).rejects.toMatchObject({
      status: 409,
    });
    expect(await transport.call('bridges.list', {})).toEqual([{ id: 'one', channels: [] }]);

    let ended = 0;
    let endedBefore = 0;
    ari.scripts.set('channels.get', ({ parameters }) => {
      if (parameters['channelId'] !== 'waits') return 'silence';
      endedBefore = ended;
      return { status: 200, body: {} };
    });
    const unanswered = ['a', 'b'].map((channelId) =>
      transport.call('channels.get', { channelId }).finally(() => (ended += 1)),
    );
    const waits = transport.call('channels.get', { channelId: 'waits' }, { timeoutMs: 10_000 });
    for (const each of unanswered)
      await expect(each).rejects.toMatchObject({ status: null, code: 'ari-no-answer' });
    await waits;
    // No more than two are on the way at once.
    expect(endedBefore).toBeGreaterThan(0);
    expect(await transport.call('channels.list', {})).toEqual([]);
  });

  test('lives on when ari-client throws: at an unknown event, at an answer that is not JSON', async () => {
    const heard = listen(ari);
    await up(heard);
    const before = [...heard.states];
    ari.send({ type: 'OfAnotherVersion' });
    ari.send({ type: 'StasisEnd' });
    await eventually(() => heard.events.length === 2, 'not both events');
    expect(heard.events.map(({ type }) => type)).toEqual(['OfAnotherVersion', 'StasisEnd']);
    expect(heard.troubles).toHaveLength(1);

    ari.scripts.set('channels.list', () => ({ status: 200, body: '<html>' }));
    await expect(heard.transport.call('channels.list', {})).rejects.toMatchObject({
      code: 'ari-answer-unreadable',
    });
    ari.scripts.delete('channels.list');
    expect(await heard.transport.call('channels.list', {})).toEqual([]);
    expect(heard.states).toEqual(before);
  });

  test('reports a refused login, again and again, and connects when it is accepted', async () => {
    ari.scripts.set('asterisk.ping', () => ({ status: 401, body: { message: 'Authentication required' } }));
    const heard = listen(ari);
    // ari-client gives up after ten attempts.
    await eventually(() => heard.states.length > 12, 'not tried on');
    expect(heard.states[0]).toMatch(/status 401, Authentication required/);
    ari.scripts.delete('asterisk.ping');
    await up(heard);
  });

  test('gives up a socket that is silent, and comes back with one socket only', async () => {
    const heard = listen(ari);
    await up(heard);
    ari.freeze(true);
    await eventually(() => heard.states.length > 1, 'the loss is not seen');
    expect(heard.states[1]).toMatch(/no answer to a ping/);
    await expect(heard.transport.call('channels.list', {}, { timeoutMs: 300 })).rejects.toMatchObject({
      status: null,
    });
    ari.freeze(false);
    await up(heard, 2);
    ari.cut();
    await up(heard, 3);
    expect(ari.connected).toBe(1);
  });

  test('logs in to each of two servers with its own password', async () => {
    const other = new FakeAri();
    await other.start();
    const [one, two] = [listen(ari, { password: 'first' }), listen(other, { password: 'second' })];
    await Promise.all([up(one), up(two)]);
    await Promise.all([one.transport.call('channels.list', {}), two.transport.call('channels.list', {})]);
    const loginOf = (server: FakeAri): string =>
      Buffer.from(server.of('channels.list')[0]?.authorization.slice(6) ?? '', 'base64').toString();
    expect([loginOf(ari), loginOf(other)]).toEqual(['outdial:first', 'outdial:second']);
    await two.transport.close();
    await other.stop();
  });
});
