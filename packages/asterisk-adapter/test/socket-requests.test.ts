/**
 * Orders over the event socket: which go there, what becomes of them when it is lost, and servers without it.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createNativeTransport } from '../src/transport/native-transport.js';
import type { AriTransport } from '../src/index.js';
import { FakeAri } from './fake-ari/fake-ari.js';
import { OVER_SOCKET } from './fake-ari/fake-request.js';
import { eventually } from './fake-ari/rig.js';

let ari: FakeAri;
let transport: AriTransport;
const states: string[] = [];

beforeEach(async () => {
  states.length = 0;
  ari = new FakeAri();
  await ari.start();
});
afterEach(async () => {
  await transport.close();
  await ari.stop();
});

async function open(): Promise<void> {
  transport = createNativeTransport({
    server: { url: ari.url, username: 'outdial', password: 'secret' },
    application: 'outdial-test',
    requestTimeoutMs: 200,
    ordersOverSocket: true,
    socket: { reconnectLeastMs: 10, reconnectMostMs: 20 },
  });
  transport.open({
    connected: () => states.push('up'),
    disconnected: () => states.push('down'),
    event: () => undefined,
  });
  await eventually(() => states.includes('up'), 'not up');
}

/** How the latest request of an operation came. */
const cameOverSocket = (): boolean => ari.requests.at(-1)?.authorization === OVER_SOCKET;

/** Sends orders until one goes over the socket: the server was asked whether it takes them. */
async function overSocket(): Promise<void> {
  do await transport.call('bridges.create', { bridgeId: 'one' }).catch(() => undefined);
  while (!cameOverSocket());
}

describe('orders over the event socket', () => {
  test('go there once the server has answered; what waits for a channel, and lists, go over HTTP', async () => {
    await open();
    await overSocket();
    await expect(transport.call('bridges.create', { bridgeId: 'one' })).rejects.toMatchObject({
      status: 409,
      code: 'ari-request-refused',
    });
    await transport.call('channels.originate', { channelId: 'od/a b', endpoint: 'PJSIP/1@trunk' });
    await transport.call('channels.hangup', { channelId: 'od/a b', reason: 'normal' });
    expect(cameOverSocket()).toBe(true);
    expect(ari.requests.at(-1)?.parameters).toEqual({ channelId: 'od/a b', reason: 'normal' });
    await transport.call('bridges.addChannel', { bridgeId: 'one', channel: [] });
    expect(cameOverSocket()).toBe(false);
    expect(await transport.call('channels.list', {})).toEqual([]);
    expect(cameOverSocket()).toBe(false);
  });

  test('without an answer, or when the socket is lost, leave their effect unknown; the next ones go on', async () => {
    await open();
    await overSocket();
    ari.scripts.set('bridges.destroy', () => 'silence');
    const unknown = { status: null, code: 'ari-no-answer' };
    await expect(transport.call('bridges.destroy', { bridgeId: 'one' })).rejects.toMatchObject(unknown);
    const underWay = transport.call('bridges.destroy', { bridgeId: 'one' }, { timeoutMs: 60_000 });
    ari.cut();
    await expect(underWay).rejects.toMatchObject(unknown);
    await eventually(() => states.length === 3, 'not up again');
    await overSocket();
  });

  test('go over HTTP where the server takes none there', async () => {
    ari.takesRequestsOverSocket = false;
    await open();
    await transport.call('bridges.create', { bridgeId: 'one' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await transport.call('bridges.destroy', { bridgeId: 'one' });
    expect(ari.requests.map(({ authorization }) => authorization === OVER_SOCKET)).toEqual([false, false]);
  });
});
