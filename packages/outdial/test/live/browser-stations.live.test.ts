/** Accounts of browsers at a real Asterisk, set up as docs/guides/asterisk.md says: made, replaced, ended. */
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import {
  createBrowserStations,
  type BrowserAccount,
  type BrowserStations,
} from '../../src/browser-stations/browser-stations.js';
import { floorSection } from '../../src/campaign-file/floor-section.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);
let stations: BrowserStations | null = null;
afterAll(() => stations?.end());

interface Registration {
  readonly lab: LabFacts;
  readonly username: string;
  readonly callId: string;
}

const register = ({ lab, username, callId }: Registration, sequence: number, login: string): string =>
  [
    `REGISTER sip:${lab.sip.host} SIP/2.0`,
    `Via: SIP/2.0/WS browser.invalid;branch=z9hG4bK${sequence}${callId.slice(0, 8)}`,
    'Max-Forwards: 70',
    `From: <sip:${username}@${lab.sip.host}>;tag=a`,
    `To: <sip:${username}@${lab.sip.host}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} REGISTER`,
    `Contact: <sip:${username}@browser.invalid;transport=ws>;expires=60`,
    ...(login === '' ? [] : [login]),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

/** The answer to the server's challenge (RFC 2617, MD5). */
function loginFor({ lab, username }: Registration, challenge: string, password: string): string {
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const field = (name: string): string => new RegExp(`${name}="([^"]+)"`).exec(challenge)?.[1] ?? '';
  const [realm, nonce, uri] = [field('realm'), field('nonce'), `sip:${lab.sip.host}`];
  const secret = md5(`${username}:${realm}:${password}`);
  const response = md5(`${secret}:${nonce}:00000001:c:auth:${md5(`REGISTER:${uri}`)}`);
  return (
    `Authorization: Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", ` +
    `response="${response}", algorithm=MD5, qop=auth, nc=00000001, cnonce="c", ` +
    `opaque="${field('opaque')}"`
  );
}

/** What Asterisk answers to a browser that registers with this account. */
async function registering(lab: LabFacts, { url, username, password }: BrowserAccount): Promise<string> {
  const socket = new WebSocket(url, 'sip');
  const answer = (): Promise<string> =>
    new Promise((resolve) => socket.once('message', (data) => resolve((data as Buffer).toString())));
  await new Promise((resolve) => socket.once('open', resolve));
  const registration = { lab, username, callId: randomUUID() };
  const challenged = answer();
  socket.send(register(registration, 1, ''));
  const challenge = await challenged;
  const answered = answer();
  socket.send(register(registration, 2, loginFor(registration, challenge, password)));
  const [status = ''] = (await answered).split('\r\n');
  socket.close();
  return status;
}

suite('on the lab', () => {
  test('a browser registers with its account; the next desk has another secret, a log-out ends it', async () => {
    const lab = await ensureLab({ asterisk: true });
    const browserUrl = `${lab.ari.url.replace('http', 'ws')}/ws`;
    const { telephony } = floorSection({
      telephony: {
        kind: 'asterisk',
        server: { url: lab.ari.url, browserUrl },
        trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
      },
    });
    const env = { OUTDIAL_ARI_USERNAME: lab.ari.user, OUTDIAL_ARI_PASSWORD: lab.ari.password };
    stations = createBrowserStations({ telephony, env });
    const openOne = async (): Promise<BrowserAccount> => {
      const opened = await stations?.open('ana');
      if (!opened || 'refusal' in opened) throw new Error(opened?.refusal);
      return opened;
    };
    const first = await openOne();
    expect(first).toMatchObject({ station: 'PJSIP/browser-ana', url: browserUrl, username: 'browser-ana' });
    expect(await registering(lab, first)).toBe('SIP/2.0 200 OK');
    const second = await openOne();
    expect(second.password).not.toBe(first.password);
    expect(await registering(lab, first)).toBe('SIP/2.0 401 Unauthorized');
    expect(await registering(lab, second)).toBe('SIP/2.0 200 OK');
    expect(stations.stationOf('ana')).toBe('PJSIP/browser-ana');
    await stations.close('ana');
    // 404: the lab knows our address as that of another lab, which may call, and has no such account.
    expect(await registering(lab, second)).toMatch(/^SIP\/2.0 40[14]/);
  });
});
