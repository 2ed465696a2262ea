import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import type { CallFloor } from '../../src/dialer/call-floor.js';
import { createFloor, type FloorControlInput } from '../../src/dialer/create-floor.js';

const TOKEN = 'a-token-of-sixteen-or-more';
const floors: CallFloor[] = [];
afterEach(async () => {
  for (const floor of floors.splice(0)) await floor.close();
});

function campaign(id: string): CampaignInput {
  return {
    id,
    name: id,
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  };
}

async function open(
  control: FloorControlInput,
  env: Readonly<Record<string, string>> = {},
): Promise<CallFloor> {
  const floor = await createFloor({ store: { url: 'sqlite::memory:' }, control, env });
  floors.push(floor);
  return floor;
}

/** Sends a request to a floor's control interface and answers status and body. */
async function ask(
  floor: CallFloor,
  method: string,
  path: string,
  body?: unknown,
  token = TOKEN,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${floor.controlUrl ?? ''}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('the control interface of a floor', () => {
  test('has one address and one token for all campaigns, which come and go while it listens', async () => {
    const floor = await open({ port: 0, token: TOKEN });
    expect((await ask(floor, 'GET', '/v1/campaigns', undefined, 'wrong')).status).toBe(401);
    expect(await ask(floor, 'GET', '/v1/campaigns')).toEqual({ status: 200, body: [] });

    await floor.addCampaign(campaign('sales'));
    const service = await floor.addCampaign(campaign('service'));
    await service.start();
    expect((await ask(floor, 'GET', '/v1/campaigns')).body).toEqual([
      { campaignId: 'sales', state: 'created', mode: 'progressive' },
      { campaignId: 'service', state: 'running', mode: 'progressive' },
    ]);
    expect(await ask(floor, 'GET', '/v1/campaigns/service/statistics')).toMatchObject({
      status: 200,
      body: { state: 'running' },
    });

    await floor.removeCampaign('sales');
    expect(await ask(floor, 'GET', '/v1/campaigns/sales/statistics')).toEqual({
      status: 404,
      body: { error: "'sales' is not a campaign of this floor: use one of service" },
    });
  });

  test('takes orders for the campaign that the path names', async () => {
    const floor = await open({ port: 0, token: TOKEN });
    const sales = await floor.addCampaign(campaign('sales'));
    const service = await floor.addCampaign(campaign('service'));
    await sales.start();
    await service.start();
    expect(await ask(floor, 'POST', '/v1/campaigns/sales/mode', { mode: 'predictive' })).toEqual({
      status: 202,
      body: { accepted: 'mode' },
    });
    expect([sales.mode, service.mode]).toEqual(['predictive', 'progressive']);

    expect((await ask(floor, 'POST', '/v1/campaigns/sales/agents/ana/log-in', {})).status).toBe(202);
    expect(floor.campaignOf('ana')).toBe(sales);
    expect(await ask(floor, 'POST', '/v1/campaigns/service/agents/ana/ready', {})).toMatchObject({
      status: 409,
      body: { error: 'this agent is not logged in' },
    });
    expect(await ask(floor, 'POST', '/v1/campaigns/sales/mode', { mode: 'fast' })).toMatchObject({
      status: 400,
    });
    expect((await ask(floor, 'POST', '/v1/campaigns/nowhere/stop', {})).status).toBe(404);
  });

  test('moves agents between campaigns', async () => {
    const floor = await open({ port: 0, token: TOKEN });
    const sales = await floor.addCampaign(campaign('sales'));
    const service = await floor.addCampaign(campaign('service'));
    await sales.start();
    await service.start();
    await sales.logIn({ agentId: 'ana' });
    const move = (agent: string, body: unknown): ReturnType<typeof ask> =>
      ask(floor, 'POST', `/v1/agents/${agent}/move`, body);
    expect(await move('ana', { campaignId: 'service' })).toEqual({ status: 202, body: { accepted: 'move' } });
    await sales.runFor(1000);
    expect(floor.campaignOf('ana')).toBe(service);
    expect(await move('ana', { campaignId: 'nowhere' })).toMatchObject({
      status: 409,
      body: { code: 'no-such-campaign' },
    });
    expect(await move('ana', {})).toEqual({
      status: 400,
      body: { error: 'campaignId is missing: add a text' },
    });
  });

  test('streams the events of all campaigns, or of one', async () => {
    const floor = await open({ port: 0, token: TOKEN });
    const sales = await floor.addCampaign(campaign('sales'));
    const service = await floor.addCampaign(campaign('service'));
    const read = async (path: string): Promise<() => Promise<string>> => {
      const response = await fetch(`${floor.controlUrl ?? ''}${path}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      const reader = response.body?.getReader();
      // The stream names itself first.
      await reader?.read();
      return async () => {
        const text = new TextDecoder().decode((await reader?.read())?.value);
        await reader?.cancel();
        return text;
      };
    };
    const all = await read('/v1/events');
    const ofService = await read('/v1/campaigns/service/events');
    await sales.start();
    await service.start();
    expect(await all()).toContain('"campaignId":"sales"');
    const heard = await ofService();
    expect(heard).toContain('"campaignId":"service"');
    expect(heard).not.toContain('"campaignId":"sales"');
  });

  test('takes its token from the environment, and ends with the floor', async () => {
    const floor = await open({ port: 0, tokenEnvironment: 'MY_TOKEN' }, { MY_TOKEN: TOKEN });
    const url = floor.controlUrl ?? '';
    expect((await ask(floor, 'GET', '/v1/campaigns')).status).toBe(200);
    await floor.close();
    expect(floor.controlUrl).toBeNull();
    await expect(fetch(`${url}/v1/campaigns`)).rejects.toThrow();
  });

  test('is said with a code and a remedy when it cannot start, and no error shows the token', async () => {
    await expect(open({ port: 0 })).rejects.toMatchObject({ code: 'control-token-missing' });
    const short = open({ port: 0, token: 'secret' });
    await expect(short).rejects.toMatchObject({ code: 'control-token-short', retryable: false });
    await expect(short).rejects.not.toThrow('secret');
    await expect(open({ port: 70_000, token: TOKEN })).rejects.toThrow('control.port (70000) is too large');
    const strange: unknown = { port: 0, token: TOKEN, prot: 1 };
    await expect(open(strange as FloorControlInput)).rejects.toThrow('control.prot is not a setting');

    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(open({ port, token: TOKEN })).rejects.toMatchObject({
      code: 'port-in-use',
      what: expect.stringContaining(`another program uses 127.0.0.1:${port}`),
      retryable: true,
    });
    await new Promise((resolve) => taken.close(resolve));
  });
});
