/** Checks the way to ARI: permission to write, who holds the application, clocks, secrets, certificate. */
import { connect } from 'node:tls';
import { countOf } from '@outdial/core';
import { AriRequestError, type AriTransport } from '@outdial/asterisk-adapter';
import type { Finding } from '../finding.js';
import { isLoopback } from './check-endpoints.js';

/** Difference of clocks from which facts are stamped wrongly, ms. */
const CLOCKS_APART_MS = 2_000;
/** Shortest password that is not guessed. */
const PASSWORD_LEAST = 16;
/** Days before the end of a certificate from which it is named. */
const NOTICE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The user may write: a subscription of nobody's application is refused as unknown, not as forbidden. */
export async function checkPermission(ari: AriTransport): Promise<readonly Finding[]> {
  const parameters = { applicationName: 'outdial-doctor-nobody', eventSource: 'endpoint:PJSIP' };
  const status = await ari.call('applications.subscribe', parameters).then(
    () => 200,
    (error: unknown) => (error instanceof AriRequestError ? error.status : null),
  );
  if (status !== 403) return [];
  return [
    {
      check: 'ARI permission',
      verdict: 'failed',
      detail: 'the user may read only',
      remedy: 'Write into the section of the user in ari.conf: read_only=no',
    },
  ];
}

/** Whether a dialer holds the application. */
export async function checkApplication(ari: AriTransport, application: string): Promise<Finding> {
  const isHeld = await ari.call('applications.get', { applicationName: application }).then(
    () => true,
    () => false,
  );
  const check = 'ARI application';
  if (!isHeld) return { check, verdict: 'ok', detail: `${application} is free` };
  return {
    check,
    verdict: 'warning',
    detail: `${application} is connected: a dialer of this name runs`,
    remedy:
      'Unless it is this campaign, give it another telephony.node: a second one of this name is refused.',
  };
}

/** Asterisk's clock beside ours. */
export async function checkClock(ari: AriTransport, now: number): Promise<readonly Finding[]> {
  const epoch = await ari.call('asterisk.getGlobalVar', { variable: 'EPOCH' }).then(
    ({ value }) => Number(value),
    () => 0,
  );
  if (!(epoch > 0)) return [];
  // EPOCH has whole seconds.
  const apartMs = Math.max(0, Math.abs(now - epoch * 1_000) - 1_000);
  if (apartMs < CLOCKS_APART_MS) return [];
  return [
    {
      check: 'clock of Asterisk',
      verdict: 'warning',
      detail: `${Math.round(apartMs / 1_000)} s apart from this machine's`,
      remedy: 'Run a time service on both machines: timedatectl set-ntp true',
    },
  ];
}

/** Whether others can read or guess what goes to ARI. */
export function checkSecrets(url: string, password: string): readonly Finding[] {
  const { hostname, protocol } = new URL(url);
  const findings: Finding[] = [];
  if (protocol === 'http:' && !isLoopback(hostname))
    findings.push({
      check: 'ARI address',
      verdict: 'warning',
      detail: `${hostname} is reached without encryption: password and numbers can be read on the way`,
      remedy:
        'Write into http.conf bindaddr=127.0.0.1 and run the dialer there, or use TLS: ' +
        'tlsenable=yes, tlsbindaddr=0.0.0.0:8089, tlscertfile=..., tlsprivatekey=..., ' +
        'and https: in the address',
    });
  if (password.length < PASSWORD_LEAST)
    findings.push({
      check: 'ARI password',
      verdict: 'warning',
      detail: `has ${password.length} characters: who guesses it places calls at your cost`,
      remedy: 'Write into ari.conf what openssl rand -hex 24 prints: password=...',
    });
  return findings;
}

/** The certificate of an address with TLS, which browsers and the dialer check. */
export async function checkCertificate(url: string, now: number): Promise<readonly Finding[]> {
  const { hostname, port, protocol } = new URL(url);
  if (protocol !== 'https:') return [];
  const seen = await certificateOf(hostname, Number(port || 443));
  const check = 'certificate of Asterisk';
  const line = 'tlscertfile and tlsprivatekey in http.conf, then: asterisk -rx "module reload http"';
  if (typeof seen === 'string')
    return [{ check, verdict: 'failed', detail: seen, remedy: `Set another certificate: ${line}` }];
  const days = Math.floor((seen.validTo - now) / DAY_MS);
  if (seen.refusal !== null)
    return [
      {
        check,
        verdict: 'failed',
        detail: `is not trusted: ${seen.refusal}`,
        remedy: `Have it signed for ${hostname} by an authority that this machine knows: ${line}`,
      },
    ];
  if (days >= NOTICE_DAYS) return [{ check, verdict: 'ok', detail: `valid for ${countOf(days, 'day')}` }];
  return [
    { check, verdict: 'warning', detail: `ends in ${countOf(days, 'day')}`, remedy: `Renew it: ${line}` },
  ];
}

interface SeenCertificate {
  /** Epoch ms. */
  readonly validTo: number;
  /** Null: it is trusted. */
  readonly refusal: string | null;
}

function certificateOf(host: string, port: number): Promise<SeenCertificate | string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: 5_000 });
    const end = (found: SeenCertificate | string): void => {
      socket.destroy();
      resolve(found);
    };
    socket.on('secureConnect', () => {
      const refusal: unknown = socket.authorizationError;
      end({
        validTo: Date.parse(socket.getPeerCertificate().valid_to),
        refusal: socket.authorized ? null : String(refusal),
      });
    });
    socket.on('error', (error: Error) => end(error.message));
    socket.on('timeout', () => end('no answer within 5 s'));
  });
}
