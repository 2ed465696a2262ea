/** Somebody behind the lab's carrier who calls us: a SIPp of its own for each call. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Calls from the carrier's address. The caller hangs up after `staysMs`, or gives up where nobody has
 * answered by then. Resolves when the call is over.
 *
 * @param {import('../index.d.mts').LabFacts} facts
 * @param {{ from: string, to: string, staysMs: number }} caller numbers without the plus sign
 */
export async function callIn(facts, { from, to, staysMs }) {
  const directory = await mkdtemp(join(tmpdir(), 'outdial-caller-'));
  const file = join(directory, 'caller.xml');
  await writeFile(file, scenario({ from, to, staysMs }));
  for (let tries = 1; tries <= PORTS_TRIED; tries += 1) {
    const code = await call(facts, file, directory);
    if (code !== NOT_BOUND) break;
  }
  await rm(directory, { recursive: true, force: true });
}

/** SIPp ends with this code where a port that it was given is taken. */
const NOT_BOUND = 254;
const PORTS_TRIED = 5;

/** One SIPp on ports by chance: several callers may call at once. Its exit code. */
async function call(facts, file, directory) {
  const [address] = facts.carrier.address.split(':');
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const control = String(40_001 + Math.floor(Math.random() * 20_000));
  const args = ['-sf', file, '-i', address, '-mi', address, '-p', port, '-ci', address, '-cp', control];
  const sipp = spawn(
    facts.paths.sipp,
    [`${facts.sip.host}:${facts.sip.port}`, ...args, '-m', '1', '-nostdin', '-timeout', '60s'],
    { cwd: directory, stdio: 'ignore' },
  );
  return new Promise((resolve) => sipp.once('exit', resolve));
}

/** The transaction of the INVITE: CANCEL and the ACK of a refusal belong to it. */
const INVITE_BRANCH = 'z9hG4bK-[pid]-[call_number]';

const REFUSALS = [404, 480, 486, 403, 500, 503, 600, 603];

const request = (
  method,
  { from, to, cseq, branch = '[branch]', body = '' },
) => `  <send retrans="500"><![CDATA[
      ${method} sip:${to}@[remote_ip]:[remote_port] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}
      From: <sip:${from}@[local_ip]:[local_port]>;tag=[pid]c[call_number]
      To: <sip:${to}@[remote_ip]:[remote_port]>${method === 'INVITE' || method === 'CANCEL' ? '' : '[peer_tag_param]'}
      Call-ID: [call_id]
      CSeq: ${cseq} ${method}
      Contact: <sip:${from}@[local_ip]:[local_port]>
      Max-Forwards: 70
${body === '' ? '      Content-Length: 0\n\n' : body}]]></send>`;

const SDP = `      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=lab 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 0
      a=rtpmap:0 PCMU/8000
      a=sendrecv
`;

function scenario({ from, to, staysMs }) {
  const party = { from, to };
  // The time runs from whichever of these SIPp waits for first.
  const patience = `timeout="${staysMs}" ontimeout="givesup"`;
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="caller">
${request('INVITE', { ...party, cseq: 1, branch: INVITE_BRANCH, body: SDP })}
  <recv response="100" optional="true" ${patience}/>
  <recv response="180" optional="true" ${patience}/>
  <recv response="183" optional="true" ${patience}/>
${REFUSALS.map((status) => `  <recv response="${status}" optional="true" next="refused" ${patience}/>`).join('\n')}
  <recv response="200" ${patience}/>
${request('ACK', { ...party, cseq: 1 }).replace(' retrans="500"', '')}
  <recv request="BYE" timeout="${staysMs}" ontimeout="hangsup"/>
  <send><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_From:]
      [last_To:]
      [last_Call-ID:]
      [last_CSeq:]
      Content-Length: 0

]]></send>
  <nop hide="true" next="end"/>
  <label id="hangsup"/>
${request('BYE', { ...party, cseq: 2 })}
  <recv response="200"/>
  <nop hide="true" next="end"/>
  <label id="givesup"/>
${request('CANCEL', { ...party, cseq: 1, branch: INVITE_BRANCH })}
  <recv response="200"/>
  <recv response="487"/>
  <label id="refused"/>
${request('ACK', { ...party, cseq: 1, branch: INVITE_BRANCH }).replace(' retrans="500"', '')}
  <label id="end"/>
</scenario>
`;
}
