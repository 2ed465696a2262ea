/** An agent's whole call over the API and the stream, beside a supervisor who watches. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Agent, CampaignDocument as Campaign, Desk } from '@outdial/client';
import { WebSocket } from 'ws';
import { startServer, until, type ServerUnderTest } from './server-under-test.js';
import { stopWatching, watch } from './watch-stream.js';

let under: ServerUnderTest;
beforeAll(async () => {
  under = await startServer();
});
afterAll(async () => {
  stopWatching();
  await under.close();
});

describe('a call at the desk', () => {
  test('join, ready, the person of the call, disposition; the supervisor sees it without personal data', async () => {
    const agent = await under.person('ana', 'agent');
    const other = await under.person('ben', 'agent');
    const supervisor = await under.person('sue', 'supervisor');
    const [atDesk, atOther, atBoard] = [watch(under, agent), watch(under, other), watch(under, supervisor)];
    const desk = (): Desk | undefined => atDesk.documents.get('desk/ana') as Desk | undefined;

    const early = await agent.call('POST', '/api/v1/desk/ready');
    expect([early.status, early.body.code]).toEqual([409, 'agent-not-logged-in']);
    expect((await agent.call('POST', '/api/v1/desk/join', { campaignId: 'sales' })).body).toEqual({
      followed: true,
    });
    await until(() => desk()?.state === 'paused');
    expect((await agent.call('GET', '/api/v1/desk/script')).body).toEqual({
      pages: [
        { id: 'hello', title: null, text: 'Good day, {name}.', choices: [{ label: 'Busy', page: 'bye' }] },
        { id: 'bye', title: null, text: 'Bye', choices: [] },
      ],
      values: { agent: expect.stringMatching(/^ana$/i), campaign: 'Sales' },
    });
    expect((await other.call('GET', '/api/v1/desk/script')).status).toBe(409);
    await agent.call('POST', '/api/v1/desk/ready');
    await until(() => desk()?.state === 'talking');
    await until(() => desk()?.history !== null);

    expect(desk()?.lead).toMatchObject({
      listId: 'people',
      phone: expect.stringMatching(/^\+1212555\d{4}$/),
    });
    expect(desk()?.lead?.fields).toMatchObject({ plan: expect.stringMatching(/^Plan \d+$/) });
    expect(desk()?.history).toEqual([]);
    const attemptId = desk()?.call?.attemptId;
    await until(() => (atBoard.documents.get('agent/ana') as Agent | undefined)?.state === 'talking');
    expect(atBoard.documents.get(`call/${attemptId}`)).toMatchObject({ stage: 'connected', agentId: 'ana' });
    const seen = JSON.stringify([...atBoard.documents]);
    expect(seen).not.toContain('Plan ');
    expect(seen).not.toContain('+1212555');
    expect([...atOther.documents.keys()]).toEqual(['floor']);

    const unknown = await agent.call('POST', '/api/v1/desk/dispose', { code: 'nonsense' });
    expect([unknown.status, unknown.body.problems[0].field]).toEqual([422, 'code']);
    const late = await agent.call('POST', '/api/v1/desk/dispose', {
      code: 'callback',
      callback: { at: 'tomorrow' },
    });
    expect([late.status, late.body.problems[0]]).toEqual([
      422,
      expect.objectContaining({ field: 'callback.at', remedy: expect.stringContaining('with offset') }),
    ]);
    await agent.call('POST', '/api/v1/desk/pause', { code: 'break' });
    await until(() => desk()?.next === 'paused');
    expect((await agent.call('POST', '/api/v1/desk/dispose', { code: 'sale' })).status).toBe(200);
    await until(() => desk()?.state === 'paused' && desk()?.code === 'break');
    await until(
      () => (atBoard.documents.get('campaign/sales') as Campaign | undefined)?.dispositions['sale'] === 1,
    );
    await until(() => !atBoard.documents.has(`call/${attemptId}`));

    await agent.call('DELETE', '/api/v1/session');
    await until(() => !atBoard.documents.has('agent/ana'));
  }, 60_000);

  test('every order stands in the audit trail with its author', async () => {
    const supervisor = await under.person('sam', 'supervisor');
    await supervisor.call('POST', '/api/v1/campaigns/sales/pause', { reason: 'lunch' });
    await supervisor.call('POST', '/api/v1/campaigns/sales/resume', {});
    await supervisor.call('PUT', '/api/v1/kill-switch', { on: true, reason: 'drill' });
    await supervisor.call('PUT', '/api/v1/kill-switch', { on: false, reason: 'drill over' });
    const { engine } = under.server.floor.store;
    const authors = async (): Promise<readonly string[]> => {
      const rows = await engine.db
        .selectFrom('audit')
        .select(['kind', 'detail'])
        .where('kind', 'in', ['order.given', 'kill-switch.on', 'kill-switch.off'])
        .execute();
      return rows.map(({ kind, detail }) => {
        const { order = kind, by } = JSON.parse(detail) as Record<string, string>;
        return `${order} by ${by}`;
      });
    };
    await until(async () => (await authors()).includes('campaign.resume by sam'));
    expect(await authors()).toEqual(
      expect.arrayContaining([
        'agent.login by ana',
        'agent.ready by ana',
        'agent.pause by ana',
        'agent.dispose by ana',
        'campaign.pause by sam',
        'kill-switch.on by sam',
        'kill-switch.off by sam',
      ]),
    );
  });

  test('the stream needs a session and its own page', async () => {
    const agent = await under.person('zoe', 'agent');
    const address = `${under.server.url.replace('http', 'ws')}/api/v1/stream`;
    const refusal = (headers: Record<string, string>): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(address, { headers });
        socket.on('open', () => resolve('open'));
        socket.on('unexpected-response', (_request, { statusCode }) => resolve(String(statusCode)));
        socket.on('error', () => undefined);
      });
    expect(await refusal({ origin: under.server.url })).toBe('401');
    expect(await refusal({ cookie: agent.cookie, origin: 'https://evil.example' })).toBe('403');
    expect(await refusal({ cookie: agent.cookie })).toBe('403');
  });
});
