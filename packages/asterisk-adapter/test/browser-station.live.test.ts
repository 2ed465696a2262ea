/** A station in a browser, set up as docs/guides/asterisk.md says, registers at a real Asterisk over WebSocket. */
import { describe, expect, jest, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import WebSocket from 'ws';
import { ensureLab, whereTheLabRuns, type LabFacts } from '../../../lab/index.mjs';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

const register = (lab: LabFacts, callId: string, sequence: number, login: string): string =>
  [
    `REGISTER sip:${lab.sip.host} SIP/2.0`,
    `Via: SIP/2.0/WS browser.invalid;branch=z9hG4bK${sequence}${callId.slice(0, 8)}`,
    'Max-Forwards: 70',
    `From: <sip:browser-1@${lab.sip.host}>;tag=a`,
    `To: <sip:browser-1@${lab.sip.host}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} REGISTER`,
    'Contact: <sip:browser-1@browser.invalid;transport=ws>;expires=60',
    ...(login === '' ? [] : [login]),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

/** The answer to the server's challenge (RFC 2617, MD5). */
function loginFor(lab: LabFacts, challenge: string, password: string): string {
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const field = (name: string): string => new RegExp(`${name}="([^"]+)"`).exec(challenge)?.[1] ?? '';
  const [realm, nonce, uri] = [field('realm'), field('nonce'), `sip:${lab.sip.host}`];
  const secret = md5(`browser-1:${realm}:${password}`);
  const response = md5(`${secret}:${nonce}:00000001:c:auth:${md5(`REGISTER:${uri}`)}`);
  return (
    `Authorization: Digest username="browser-1", realm="${realm}", nonce="${nonce}", uri="${uri}", ` +
    `response="${response}", algorithm=MD5, qop=auth, nc=00000001, cnonce="c", ` +
    `opaque="${field('opaque')}"`
  );
}

suite('on the lab', () => {
  test('a station in a browser registers as the guide sets it up', async () => {
    const lab = await ensureLab({ asterisk: true });
    const configuration = await readFile(join(dirname(lab.paths.asteriskLog), '../etc/pjsip.conf'), 'utf8');
    const password = /username=browser-1\npassword=(\w+)/.exec(configuration)?.[1] ?? '';
    const socket = new WebSocket(`${lab.ari.url.replace('http', 'ws')}/ws`, 'sip');
    const answers: string[] = [];
    const answer = (): Promise<string> =>
      new Promise((resolve) => socket.once('message', (data) => resolve((data as Buffer).toString())));
    await new Promise((resolve) => socket.once('open', resolve));
    const callId = randomUUID();
    const challenged = answer();
    socket.send(register(lab, callId, 1, ''));
    answers.push(await challenged);
    const accepted = answer();
    socket.send(register(lab, callId, 2, loginFor(lab, answers[0] ?? '', password)));
    answers.push(await accepted);
    socket.close();
    expect(answers.map((text) => text.split('\r\n')[0])).toEqual([
      'SIP/2.0 401 Unauthorized',
      'SIP/2.0 200 OK',
    ]);
  });
});
