/** Checks what agents' telephones in a browser need: modules, accounts, the WebSocket, its certificate. */
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { AriRequestError, type AriTransport } from '@outdial/asterisk-adapter';
import type { Finding } from '../finding.js';
import { checkCertificate } from './check-access.js';
import { isLoopback } from './check-endpoints.js';

const CHECK = 'telephones in browsers';
/** Modules without which a browser registers nowhere or hears nothing. */
const NEEDED = ['res_pjsip_transport_websocket.so', 'res_srtp.so', 'res_sorcery_memory.so'] as const;
/** An object that is made and removed, to see whether Asterisk makes accounts. */
const PROBE = { configClass: 'res_pjsip', objectType: 'aor', id: 'outdial-doctor' } as const;
const WITHIN_MS = 5_000;

/** What browsers of agents need of a server. `browserUrl`: where they reach it; absent: they do not. */
export async function checkBrowsers(
  ari: AriTransport,
  { browserUrl, now }: { readonly browserUrl: string | undefined; readonly now: number },
): Promise<readonly Finding[]> {
  if (browserUrl === undefined) return [];
  const findings = [
    ...(await checkModules(ari)),
    ...(await checkAccounts(ari)),
    ...(await checkAddress(browserUrl, now)),
  ];
  if (findings.some(({ verdict }) => verdict !== 'ok')) return findings;
  return [...findings, { check: CHECK, verdict: 'ok', detail: `${browserUrl} takes SIP, accounts are made` }];
}

async function checkModules(ari: AriTransport): Promise<readonly Finding[]> {
  const modules = await ari.call('asterisk.listModules', {});
  const running = modules.filter(({ status }) => status === 'Running').map(({ name }) => name);
  const missing = NEEDED.filter((name) => !running.includes(name));
  if (missing.length === 0) return [];
  const lines = missing.map((name) => `load=${name}`).join(', ');
  return [failed(`not running: ${missing.join(', ')}`, `Put into modules.conf: ${lines}; restart Asterisk.`)];
}

async function checkAccounts(ari: AriTransport): Promise<readonly Finding[]> {
  const fields = [{ attribute: 'max_contacts', value: '1' }];
  try {
    await ari.call('asterisk.updateObject', { ...PROBE, fields });
    await ari.call('asterisk.deleteObject', PROBE);
    return [];
  } catch (error) {
    const status = error instanceof AriRequestError ? error.status : null;
    return [
      failed(
        `Asterisk makes no accounts through ARI (status ${status ?? 'none'})`,
        'Write into sorcery.conf, under [res_pjsip]: endpoint=config,pjsip.conf,criteria=type=endpoint and ' +
          'endpoint=memory; the same for auth and aor. Then restart Asterisk.',
      ),
    ];
  }
}

/** The address as a browser sees it. */
async function checkAddress(browserUrl: string, now: number): Promise<readonly Finding[]> {
  const { hostname, protocol } = new URL(browserUrl);
  if (protocol === 'ws:' && !isLoopback(hostname))
    return [
      failed(
        `${browserUrl}: pages from https: addresses open no ws:`,
        'Let the proxy before outdial forward a path to /ws of Asterisk, or write into http.conf: ' +
          'tlsenable=yes, tlsbindaddr=0.0.0.0:8089, tlscertfile=..., tlsprivatekey=...; and begin with wss:',
      ),
    ];
  const certificate = await checkCertificate(browserUrl.replace(/^ws/, 'http'), now);
  const bad = certificate
    .filter(({ verdict }) => verdict !== 'ok')
    .map((finding) => ({ ...finding, check: 'certificate for browsers' }));
  if (bad.some(({ verdict }) => verdict === 'failed')) return bad;
  const refusal = await openSip(browserUrl);
  if (refusal === null) return bad;
  return [
    ...bad,
    failed(
      `${browserUrl}: ${refusal}`,
      'It must lead to /ws of the HTTP server of Asterisk. Write into pjsip.conf: [ws] type=transport, ' +
        'protocol=ws, bind=...; and into modules.conf: load=res_pjsip_transport_websocket.so',
    ),
  ];
}

/** Opens a WebSocket for SIP, and closes it. Null: it opens; otherwise why not. */
function openSip(url: string): Promise<string | null> {
  const address = new URL(url.replace(/^ws/, 'http'));
  const request = address.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve) => {
    const asked = request(address, {
      timeout: WITHIN_MS,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('outdial-doctor--').toString('base64'),
        'sec-websocket-protocol': 'sip',
      },
    });
    const end = (refusal: string | null): void => {
      asked.destroy();
      resolve(refusal);
    };
    asked.on('upgrade', ({ headers }, socket) => {
      socket.destroy();
      end(headers['sec-websocket-protocol'] === 'sip' ? null : 'the WebSocket there does not speak SIP');
    });
    asked.on('response', ({ statusCode }) => end(`no WebSocket there, status ${statusCode ?? 'none'}`));
    asked.on('timeout', () => end('no answer within 5 s'));
    asked.on('error', (error: Error) => end(error.message));
    asked.end();
  });
}

function failed(detail: string, remedy: string): Finding {
  return { check: CHECK, verdict: 'failed', detail, remedy };
}
