import { afterEach, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { controlRoutes, startControlServer } from '../../src/control/control-server.js';
import type { ControlServer } from '../../src/control/listen.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { OrderEntry } from '../../src/dialer/order-entry.js';
import { readOrder, type OrderAnswer } from '../../src/dialer/orders.js';

const TOKEN = 'a-token-of-sixteen-or-more';
const servers: ControlServer[] = [];

/** A dialer that writes its orders down and answers them. */
function recorder(answer: OrderAnswer = { accepted: true }): {
  readonly dialer: Dialer;
  readonly calls: unknown[];
  /** Who gave each of them. */
  readonly authors: unknown[];
  emit(event: unknown): void;
} {
  const calls: unknown[] = [];
  const authors: unknown[] = [];
  let listener: ((event: unknown) => void) | undefined;
  const dialer = new Proxy({} as Dialer, {
    get: (_target, name: string) =>
      name === 'statistics'
        ? () => ({ dials: 7 })
        : name === 'onAny'
          ? (given: (event: unknown) => void) => {
              listener = given;
              return () => (listener = undefined);
            }
          : (entry: OrderEntry, fields: unknown, by: unknown): Promise<OrderAnswer> => {
              const read = readOrder(entry, fields);
              if (!read.ok)
                return Promise.resolve({ accepted: false, code: 'order-invalid', reason: read.reason });
              calls.push(read.order);
              authors.push(by);
              return Promise.resolve(answer);
            },
  });
  return { dialer, calls, authors, emit: (event) => listener?.(event) };
}

async function serve(
  dialer: Dialer,
): Promise<{ request(method: string, path: string, body?: unknown, token?: string): Promise<Response> }> {
  const server = await startControlServer({ dialer, host: '127.0.0.1', port: 0, token: TOKEN });
  servers.push(server);
  return {
    request: (method, path, body, token = TOKEN) =>
      fetch(`${server.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the control interface', () => {
  test('refuses whoever has no token, on loopback too, and a token that is too short', async () => {
    const { dialer, calls } = recorder();
    const { request } = await serve(dialer);
    expect((await request('GET', '/v1/statistics', undefined, 'wrong')).status).toBe(401);
    expect((await request('POST', '/v1/campaign/stop', {}, '')).status).toBe(401);
    expect(calls).toEqual([]);
    await expect(startControlServer({ dialer, host: '127.0.0.1', port: 0, token: 'short' })).rejects.toThrow(
      'at least 16 characters',
    );
  });

  test('gives statistics as JSON', async () => {
    const { request } = await serve(recorder().dialer);
    expect(await (await request('GET', '/v1/statistics')).json()).toEqual({ dials: 7 });
  });

  test('takes orders of supervisors and agents', async () => {
    const { dialer, calls, authors } = recorder();
    const { request } = await serve(dialer);
    const orders: readonly [string, unknown][] = [
      ['/v1/campaign/mode', { mode: 'progressive' }],
      ['/v1/campaign/pause', { reason: 'lunch' }],
      ['/v1/agents/ana/log-in', { station: 'PJSIP/101' }],
      ['/v1/agents/ana/ready', {}],
      ['/v1/agents/ana/dispose', { code: 'callback', callback: { at: 5 } }],
    ];
    for (const [path, body] of orders) expect((await request('POST', path, body)).status).toBe(202);
    expect(calls).toEqual([
      { type: 'campaign.configure', changes: { mode: 'progressive' } },
      { type: 'campaign.pause', reason: 'lunch' },
      { type: 'agent.login', agentId: 'ana', station: 'PJSIP/101' },
      { type: 'agent.ready', agentId: 'ana' },
      { type: 'agent.dispose', agentId: 'ana', code: 'callback', callback: { at: 5 } },
    ]);
    expect(new Set(authors)).toEqual(new Set(['api']));
  });

  test('names what is wrong with an order', async () => {
    const { dialer, calls } = recorder();
    const { request } = await serve(dialer);
    const unknown = await request('POST', '/v1/campaign/explode', {});
    expect([unknown.status, await unknown.text()]).toEqual([
      404,
      expect.stringContaining("'explode' is not an order: use one of mode, speed"),
    ]);
    const wrong = await request('POST', '/v1/campaign/mode', { mode: 'fast' });
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { error: 'mode ("fast") must be one of manual, preview, progressive, power, predictive, agentless' },
    ]);
    const slip = await request('POST', '/v1/agents/ana/dispose', { cod: 'sale' });
    expect(await slip.json()).toEqual({
      error:
        'code is missing: add a text; cod ("sale") is not a field of this request: did you mean \'code\'?',
    });
    expect((await request('POST', '/v1/agents/ana/ready', ['now'])).status).toBe(400);
    expect((await request('POST', '/v1/campaign/constructor', {})).status).toBe(404);
    expect(calls).toEqual([]);
  });

  test('answers an order that cannot be followed with its reason', async () => {
    const { dialer } = recorder({
      accepted: false,
      code: 'order-rejected',
      reason: 'the campaign is paused',
    });
    const { request } = await serve(dialer);
    const answer = await request('POST', '/v1/campaign/resume', {});
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { code: 'order-rejected', error: 'the campaign is paused' },
    ]);
  });

  test.each([
    ['an address that is none', 'POST', '/v1/nothing', 404],
    ['an agent of 300 characters', 'POST', `/v1/agents/${'x'.repeat(300)}/ready`, 414],
    ['an address that cannot be decoded', 'POST', '/v1/agents/%/ready', 400],
    ['a body that is no object', 'POST', '/v1/agents/ana/ready', 400],
  ])('answers %s as it answers orders', async (_what, method, path, status) => {
    const { dialer, calls } = recorder();
    const { request } = await serve(dialer);
    const response = await request(method, path, status === 400 ? 'text' : {});
    const body: unknown = await response.json();
    expect({ status: response.status, body }).toEqual({ status, body: { error: expect.any(String) } });
    expect(JSON.stringify(body).length).toBeLessThan(200);
    expect(calls).toEqual([]);
  });

  test('answers a body that is cut off as it answers orders', async () => {
    const server = await startControlServer({
      dialer: recorder().dialer,
      host: '127.0.0.1',
      port: 0,
      token: TOKEN,
    });
    servers.push(server);
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/v1/agents/ana/ready`, {
      method: 'POST',
      headers,
      body: '{"a',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining('not valid JSON') });
    const empty = await fetch(`${server.url}/v1/agents/ana/ready`, { method: 'POST', headers });
    expect(empty.status).toBe(202);
  });

  test('streams events as they happen', async () => {
    const { dialer, emit } = recorder();
    const { request } = await serve(dialer);
    const response = await request('GET', '/v1/events');
    const reader = response.body?.getReader();
    const read = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
    expect(await read()).toMatch(/^id: [0-9a-f-]{36}\n\n$/);
    emit({ type: 'call.answered', attemptId: 'c-1-1' });
    expect(await read()).toBe('event: call.answered\ndata: {"type":"call.answered","attemptId":"c-1-1"}\n\n');
    await reader?.cancel();
  });
});

describe("the routes as a plugin of a program's own server", () => {
  test('are one campaign each, under its prefix and with its token; other routes stay open', async () => {
    const [spring, autumn] = [recorder(), recorder()];
    const server = Fastify();
    server.get('/health', () => ({ up: true }));
    await server.register(controlRoutes, { dialer: spring.dialer, token: TOKEN, prefix: '/spring' });
    const other = `${TOKEN}-of-autumn`;
    await server.register(controlRoutes, { dialer: autumn.dialer, token: other, prefix: '/autumn' });
    const order = async (url: string, token: string): Promise<number> => {
      const headers = { authorization: `Bearer ${token}` };
      return (await server.inject({ method: 'POST', url, headers, payload: {} })).statusCode;
    };

    expect(await order('/spring/v1/campaign/stop', TOKEN)).toBe(202);
    expect(await order('/autumn/v1/agents/ana/ready', other)).toBe(202);
    expect(await order('/autumn/v1/campaign/stop', TOKEN)).toBe(401);
    expect(await order('/v1/campaign/stop', TOKEN)).toBe(404);
    expect(spring.calls).toEqual([{ type: 'campaign.stop' }]);
    expect(autumn.calls).toEqual([{ type: 'agent.ready', agentId: 'ana' }]);
    expect((await server.inject('/health')).json()).toEqual({ up: true });
    await server.close();
  });

  test('refuse to be registered with a token that is too short', async () => {
    const server = Fastify();
    const registered = server.register(controlRoutes, { dialer: recorder().dialer, token: 'short' });
    await expect(Promise.resolve(registered)).rejects.toMatchObject({ code: 'control-token-short' });
    await server.close();
  });
});
