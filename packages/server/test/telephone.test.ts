/**
 * An agent's telephone in the browser, on a scripted Asterisk: its account, its leg, who learns its secret.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeAri } from '../../asterisk-adapter/test/fake-ari/fake-ari.js';
import type { FakeRequest } from '../../asterisk-adapter/test/fake-ari/fake-request.js';
import { serveIn, serverFolder, until, type ServerUnderTest } from './server-under-test.js';

const ari = new FakeAri();
let under: ServerUnderTest;
beforeAll(async () => {
  await ari.start();
  ari.scripts.set('asterisk.updateObject', () => ({ status: 200, body: [] }));
  ari.scripts.set('asterisk.deleteObject', () => ({ status: 204 }));
  const folder = serverFolder();
  writeFileSync(
    join(folder, 'outdial.yaml'),
    `http: { port: 0 }
telephony:
  kind: asterisk
  server: { url: '${ari.url}', browserUrl: 'wss://pbx.example:8089/ws' }
  trunks: [{ name: main, endpoint: 'PJSIP/{number}@trunk' }]
campaigns: [campaign.yaml]
`,
  );
  const campaign = readFileSync(join(folder, 'campaign.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'campaign.yaml'),
    `${campaign}agents: { stationPattern: 'PJSIP/1\\\\d\\\\d', people: [{ id: bea, station: PJSIP/101 }] }\n`,
  );
  under = await serveIn(folder, {
    env: { OUTDIAL_ARI_USERNAME: 'outdial', OUTDIAL_ARI_PASSWORD: 'a-long-password' },
  });
});
afterAll(async () => {
  await under.close();
  await ari.stop();
});

/** What Asterisk was told of an object, newest last. */
const given = (objectType: string): readonly Readonly<Record<string, string>>[] =>
  ari
    .of('asterisk.updateObject')
    .filter(({ parameters }) => parameters['objectType'] === objectType)
    .map(fieldsOf);
function fieldsOf({ parameters }: FakeRequest): Readonly<Record<string, string>> {
  const fields = parameters['fields'] as readonly { readonly attribute: string; readonly value: string }[];
  return Object.fromEntries(fields.map(({ attribute, value }) => [attribute, value]));
}

test('a page may reach the WebSocket of Asterisk and the microphone', async () => {
  const { headers } = await under.stranger.call('GET', '/');
  expect(headers.get('content-security-policy')).toContain("connect-src 'self' wss://pbx.example:8089");
  expect(headers.get('permissions-policy')).toBe('microphone=(self), camera=(), geolocation=()');
});

test('each page gets a secret of its own, for an account that dials nothing; the log has none', async () => {
  const ana = await under.person('ana', 'agent');
  expect((await ana.call('GET', '/api/v1/session')).body).toMatchObject({ telephone: true });
  const first = await ana.call('POST', '/api/v1/desk/telephone');
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(first.body).toEqual({
    url: 'wss://pbx.example:8089/ws',
    username: 'browser-ana',
    password: expect.stringMatching(/^[0-9a-f]{48}$/),
  });
  const second = await ana.call('POST', '/api/v1/desk/telephone');
  expect(given('auth')).toEqual([
    { auth_type: 'userpass', username: 'browser-ana', password: first.body.password },
    { auth_type: 'userpass', username: 'browser-ana', password: second.body.password },
  ]);
  expect(second.body.password).not.toBe(first.body.password);
  expect(given('endpoint').at(-1)).toMatchObject({ webrtc: 'yes', context: 'from-agent' });
  const log = readFileSync(join(under.folder, 'outdial.log'), 'utf8');
  for (const secret of [first.body.password, second.body.password]) expect(log).not.toContain(secret);
  for (const { line } of ari.requests) expect(line).not.toContain(second.body.password);
});

test('the leg is called in the browser, and again when the page says that it was loaded anew', async () => {
  const cara = await under.person('cara', 'agent');
  expect((await cara.call('POST', '/api/v1/desk/call-telephone')).body.code).toBe('agent-not-logged-in');
  await cara.call('POST', '/api/v1/desk/telephone');
  await cara.call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
  const legs = (): readonly FakeRequest[] =>
    ari.of('channels.originate').filter(({ parameters }) => parameters['endpoint'] === 'PJSIP/browser-cara');
  await until(() => legs().length === 1);
  expect((await cara.call('POST', '/api/v1/desk/call-telephone')).body).toEqual({ followed: true });
  await until(() => legs().length === 2);
  const [first, second] = legs().map(({ parameters }) => parameters['channelId']);
  expect(first).not.toBe(second);
  await until(() => ari.of('channels.hangup').some(({ parameters }) => parameters['channelId'] === first));

  await cara.call('DELETE', '/api/v1/session');
  expect(ari.of('asterisk.deleteObject').map(({ parameters }) => parameters['objectType'])).toEqual([
    'endpoint',
    'aor',
    'auth',
  ]);
});

test('a campaign that names stations takes browsers, too, each for its own agent', async () => {
  const eva = await under.person('eva', 'agent');
  const foreign = await eva.call('POST', '/api/v1/desk/join', {
    campaignId: 'sales',
    station: 'PJSIP/browser-cara',
  });
  expect([foreign.status, foreign.body.code]).toEqual([409, 'station-not-permitted']);
  const unnamed = await eva.call('POST', '/api/v1/desk/join', { campaignId: 'sales', station: 'PJSIP/201' });
  expect([unnamed.status, unnamed.body.code]).toEqual([409, 'station-not-permitted']);
  // The file of the campaign knows no trunk: those of the floor are no stations all the same.
  const trunk = await eva.call('POST', '/api/v1/desk/join', { campaignId: 'sales', station: 'PJSIP/trunk' });
  expect([trunk.status, trunk.body.text]).toEqual([409, expect.stringContaining('station names a trunk')]);
  expect((await eva.call('POST', '/api/v1/desk/join', { campaignId: 'sales' })).status).toBe(200);
});

test('who has a telephone on the desk gets no account', async () => {
  const bea = await under.person('bea', 'agent');
  expect((await bea.call('GET', '/api/v1/session')).body).toMatchObject({ telephone: false });
  const refused = await bea.call('POST', '/api/v1/desk/telephone');
  expect([refused.status, refused.body.code]).toEqual([409, 'no-telephone']);
});

test('an Asterisk that makes no accounts is said with what to do', async () => {
  ari.scripts.set('asterisk.updateObject', () => ({
    status: 403,
    body: { message: "Cannot create sorcery objects of type 'auth'" },
  }));
  const dan = await under.person('dan', 'agent');
  const refused = await dan.call('POST', '/api/v1/desk/telephone');
  expect([refused.status, refused.body.code]).toEqual([503, 'telephone-unavailable']);
  expect(refused.body.text).toContain('sorcery.conf needs the section [res_pjsip]');
});
