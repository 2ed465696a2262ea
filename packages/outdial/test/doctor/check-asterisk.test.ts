/** The doctor on a scripted Asterisk: each fault is found, with the line of configuration that mends it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { FakeAri } from '../../../asterisk-adapter/test/fake-ari/fake-ari.js';
import type { Script } from '../../../asterisk-adapter/test/fake-ari/fake-request.js';
import { checkAsterisk } from '../../src/doctor/asterisk/check-asterisk.js';
import { checkCertificate, checkSecrets } from '../../src/doctor/asterisk/check-access.js';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';

const MODULES = [
  'app_amd app_playback app_stack app_stasis app_waitforsilence func_channel func_db func_hangupcause',
  'func_logic func_strings pbx_config res_ari res_ari_applications res_ari_asterisk res_ari_bridges',
  'res_ari_channels res_ari_endpoints res_ari_events res_ari_playbacks res_ari_recordings res_http_websocket',
  'res_musiconhold res_stasis_playback res_stasis_recording res_stasis_snoop func_dialplan func_pjsip_endpoint',
].flatMap((line) => line.split(' '));
const NOW = Date.UTC(2026, 10, 26, 12);

let ari: FakeAri;
/** What functions of the dialplan answer; the first pattern that matches. */
let functions: [RegExp, string | null][];
let modules: readonly string[];

const campaign = (more: object = {}): ReturnType<typeof checkCampaign> =>
  checkCampaign({
    id: 'c',
    name: 'C',
    timeZone: 'America/New_York',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    lists: [{ id: 'l' }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    agents: { people: [{ id: 'ana', station: 'PJSIP/101' }] },
    telephony: {
      kind: 'asterisk',
      server: { url: ari.url },
      trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
    },
    ...more,
  });
const PASSWORD = 'a-long-password-of-24-chars';
/** Findings that are not all well, as the user reads them. */
const faults = async (more: object = {}, password = PASSWORD): Promise<readonly string[]> => {
  const env = { OUTDIAL_ARI_USERNAME: 'outdial', OUTDIAL_ARI_PASSWORD: password };
  const found = await checkAsterisk(campaign(more), { env, now: NOW });
  return found
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ check, verdict, detail, remedy }) => `${verdict} ${check}: ${detail}. ${remedy ?? ''}`);
};
const refuse =
  (status: number): Script =>
  () => ({ status, body: { message: 'no' } });

beforeEach(async () => {
  ari = new FakeAri();
  await ari.start();
  modules = MODULES;
  functions = [
    [/^DIALPLAN_EXISTS/, '1'],
    [/\(101,context\)/, 'from-agent'],
    [/,context\)/, 'from-trunk'],
    [/,allow\)/, '(ulaw|alaw)'],
    [/,rtp_timeout\)/, '60'],
    [/,webrtc\)/, 'no'],
  ];
  ari.scripts.set('asterisk.getInfo', () => ({ status: 200, body: { system: { version: '22.10.1' } } }));
  ari.scripts.set('asterisk.listModules', () => ({
    status: 200,
    body: modules.map((name) => ({ name: `${name}.so`, status: 'Running' })),
  }));
  ari.scripts.set('applications.get', refuse(404));
  ari.scripts.set('applications.subscribe', refuse(404));
  ari.scripts.set('endpoints.get', () => ({ status: 200, body: { state: 'online' } }));
  ari.scripts.set('asterisk.getGlobalVar', () => ({ status: 200, body: { value: String(NOW / 1_000) } }));
  ari.scripts.set('channels.getChannelVar', ({ parameters }) => {
    const value = functions.find(([pattern]) => pattern.test(String(parameters['variable'])))?.[1];
    return value === undefined || value === null ? { status: 500 } : { status: 200, body: { value } };
  });
});
afterEach(() => ari.stop());

/** Puts an answer of the dialplan before the usual ones. */
const answers = (pattern: RegExp, value: string | null): void => void functions.unshift([pattern, value]);

describe('the doctor on Asterisk', () => {
  test('finds nothing where all is well, and calls nobody', async () => {
    expect(await faults({ inbound: { overflow: ['sound:c'] } })).toEqual([]);
    expect(ari.of('channels.originate')).toEqual([]);
    expect(ari.of('channels.create').map(({ parameters }) => parameters['endpoint'])).toEqual([
      'Local/s@outdial-agent',
    ]);
    expect(ari.of('channels.hangup')).toHaveLength(1);
  });

  test('a version that was never tried, a wrong password, an address without Asterisk', async () => {
    ari.scripts.set('asterisk.getInfo', () => ({ status: 200, body: { system: { version: '16.2.1' } } }));
    expect(await faults()).toEqual([expect.stringMatching(/^warning Asterisk: 16.2.1 .*Use version 22/)]);
    ari.scripts.set('asterisk.getInfo', refuse(401));
    expect(await faults()).toEqual([expect.stringMatching(/^failed Asterisk: .*password=/)]);
    await ari.stop();
    expect(await faults()).toEqual([expect.stringMatching(/^failed Asterisk: .*enabled=yes/)]);
  });

  test('modules that are missing, AMD among them', async () => {
    modules = MODULES.filter((name) => name !== 'app_amd' && name !== 'func_dialplan');
    answers(/^DIALPLAN_EXISTS/, null);
    expect(await faults()).toEqual([
      'failed Asterisk modules: not running: app_amd.so. ' +
        'Put into modules.conf: load=app_amd.so; then restart Asterisk.',
      expect.stringMatching(/^warning Asterisk modules: .*load=func_dialplan.so/),
    ]);
  });

  test('a dialplan without outdial.conf, or with one that is older than outdial-inbound', async () => {
    answers(/^DIALPLAN_EXISTS/, '0');
    expect(await faults()).toEqual([
      expect.stringMatching(/^failed dialplan: without outdial-originate, .*#include "outdial.conf"/),
    ]);
    answers(/^DIALPLAN_EXISTS/, '1');
    answers(/^DIALPLAN_EXISTS\(outdial-inbound/, '0');
    expect(await faults()).toEqual([expect.stringMatching(/^failed dialplan: without outdial-inbound\./)]);
  });

  test('calls that come in and find no way to outdial-inbound', async () => {
    answers(/^DIALPLAN_EXISTS\(from-trunk/, '0');
    expect(await faults()).toEqual([]);
    expect(await faults({ inbound: { overflow: ['sound:c'] } })).toEqual([
      'failed calls that come in by trunk: context from-trunk has no extension for +12025550100. ' +
        'Write into [from-trunk] of extensions.conf: exten => _[+0-9].,1,Set(OUTDIAL_APP=outdial-main) ' +
        `and same => n,Goto(outdial-inbound,\${EXTEN},1)`,
    ]);
  });

  test('a trunk that is not defined, that is offline, that carries no codec of telephones', async () => {
    ari.scripts.set('endpoints.get', ({ parameters }) =>
      parameters['resource'] === 'trunk' ? { status: 404 } : undefined,
    );
    expect(await faults()).toContainEqual(
      expect.stringMatching(/^failed trunk main: .*\[trunk\] type=endpoint, aors=trunk/),
    );
    ari.scripts.set('endpoints.get', () => ({ status: 200, body: { state: 'offline' } }));
    expect(await faults()).toEqual([expect.stringMatching(/^warning trunk main: .*contact=sip:/)]);
    ari.scripts.set('endpoints.get', () => ({ status: 200, body: { state: 'online' } }));
    answers(/\(trunk,allow\)/, '(g722|opus)');
    answers(/\(trunk,rtp_timeout\)/, '0');
    expect(await faults()).toEqual([
      expect.stringMatching(/^failed codecs of trunk: allows g722, opus.*allow=ulaw,alaw/),
      expect.stringMatching(/^warning silence of trunk: .*rtp_timeout=60/),
      expect.stringMatching(/^warning codecs of stations: .*101.*allow=ulaw,alaw/),
    ]);
  });

  test('a station that is not defined, or in the context of a trunk', async () => {
    ari.scripts.set('endpoints.get', ({ parameters }) =>
      parameters['resource'] === '101' ? { status: 404 } : { status: 200, body: { state: 'online' } },
    );
    expect(await faults()).toEqual([
      expect.stringMatching(/^failed stations: not in pjsip.conf: 101.*\[101\] type=endpoint/),
    ]);
    ari.scripts.set('endpoints.get', () => ({ status: 200, body: { state: 'online' } }));
    answers(/\(101,context\)/, 'from-trunk');
    expect(await faults()).toEqual([
      expect.stringMatching(/^failed context of stations: .*101.*context=from-agent/),
    ]);
  });

  test('a user who may only read, events that do not come, an application that is taken', async () => {
    ari.scripts.set('applications.subscribe', refuse(403));
    ari.scripts.set('channels.create', refuse(403));
    expect(await faults()).toEqual([
      expect.stringMatching(/^failed ARI permission: .*read_only=no/),
      expect.stringMatching(/^failed ARI events: .*read_only=no/),
    ]);
    ari.scripts.set('applications.subscribe', refuse(404));
    ari.scripts.delete('channels.create');
    ari.scripts.set('applications.get', () => ({ status: 200, body: { name: 'outdial-main' } }));
    expect(await faults()).toEqual([
      expect.stringMatching(/^warning ARI application: outdial-main is connected.*telephony.node/),
    ]);
  });

  test('a clock that is apart, a password that can be guessed, an address that can be overheard', async () => {
    ari.scripts.set('asterisk.getGlobalVar', () => ({
      status: 200,
      body: { value: String(NOW / 1_000 + 90) },
    }));
    expect(await faults({}, 'secret')).toEqual([
      expect.stringMatching(/^warning clock of Asterisk: 89 s .*timedatectl/),
      expect.stringMatching(/^warning ARI password: has 6 characters/),
    ]);
    expect(checkSecrets('http://pbx.example:8088', PASSWORD)).toEqual([
      expect.objectContaining({
        check: 'ARI address',
        remedy: expect.stringContaining('bindaddr=127.0.0.1'),
      }),
    ]);
    expect(checkSecrets('https://pbx.example:8089', PASSWORD)).toEqual([]);
  });
});

describe('telephones in browsers', () => {
  /** A WebSocket as Asterisk has it; it takes the protocols named. */
  const socketFor = async (protocol: string): Promise<WebSocketServer> => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => protocol });
    await new Promise((resolve) => server.once('listening', resolve));
    return server;
  };
  const urlOf = (server: WebSocketServer): string =>
    `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`;
  const browsers = (browserUrl: string): object => ({
    telephony: {
      kind: 'asterisk',
      server: { url: ari.url, browserUrl },
      trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
    },
  });

  test('need their modules, accounts through ARI, and a WebSocket that speaks SIP', async () => {
    const sip = await socketFor('sip');
    const other = await socketFor('chat');
    ari.scripts.set('asterisk.updateObject', () => ({ status: 200, body: [] }));
    ari.scripts.set('asterisk.deleteObject', () => ({ status: 204 }));
    modules = [...MODULES, 'res_pjsip_transport_websocket', 'res_srtp', 'res_sorcery_memory'];
    expect(await faults(browsers(urlOf(sip)))).toEqual([]);
    expect(ari.of('asterisk.deleteObject')).toHaveLength(1);

    expect(await faults(browsers(urlOf(other)))).toEqual([
      expect.stringMatching(/^failed telephones in browsers: .*does not speak SIP\. .*protocol=ws/),
    ]);
    expect(await faults(browsers(`${ari.url.replace('http', 'ws')}/nothing`))).toEqual([
      expect.stringMatching(/^failed telephones in browsers: .*\[ws\] type=transport/),
    ]);
    ari.scripts.set('asterisk.updateObject', refuse(403));
    modules = MODULES;
    expect(await faults(browsers(urlOf(sip)))).toEqual([
      expect.stringMatching(/^failed telephones in browsers: not running: .*load=res_srtp.so/),
      expect.stringMatching(/^failed telephones in browsers: Asterisk makes no accounts.*endpoint=memory/),
    ]);
    for (const server of [sip, other]) server.close();
  });

  test('need an address with a certificate, unless it is on their own machine', async () => {
    ari.scripts.set('asterisk.updateObject', () => ({ status: 200, body: [] }));
    ari.scripts.set('asterisk.deleteObject', () => ({ status: 204 }));
    modules = [...MODULES, 'res_pjsip_transport_websocket', 'res_srtp', 'res_sorcery_memory'];
    expect(await faults(browsers('ws://pbx.example:8088/ws'))).toEqual([
      expect.stringMatching(/^failed telephones in browsers: .*open no ws:.*tlscertfile=/),
    ]);
    expect(await faults(browsers(`${ari.url.replace('http', 'wss')}/ws`))).toEqual([
      expect.stringMatching(/^failed certificate for browsers: .*tlscertfile and tlsprivatekey/s),
    ]);
  });
});

test('a certificate is asked for where the address has TLS only; a server without one is named', async () => {
  expect(await checkCertificate('http://127.0.0.1:1', NOW)).toEqual([]);
  const [finding] = await checkCertificate(ari.url.replace('http:', 'https:'), NOW);
  expect(finding).toMatchObject({ check: 'certificate of Asterisk', verdict: 'failed' });
  expect(finding?.remedy).toContain('tlscertfile and tlsprivatekey in http.conf');
});
