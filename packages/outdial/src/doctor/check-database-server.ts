/** What the doctor finds of a connection to MySQL or MariaDB: settings, encryption, packets. */
import { sessionProblems, type DatabaseSession } from '@outdial/store';
import type { Finding } from './finding.js';

/** Bytes of a packet below which an import writes in small batches. */
const PACKET_LEAST = 4 * 1024 * 1024;

/** Findings about the server at `url`; none for SQLite, where `session` is null. */
export function checkDatabaseServer(url: string, session: DatabaseSession | null): readonly Finding[] {
  if (session === null) return [];
  return [checkSettings(session), ...checkEncryption(url, session), ...checkPackets(session)];
}

function checkSettings(session: DatabaseSession): Finding {
  const check = 'database session';
  const problems = sessionProblems(session);
  if (problems.length === 0) {
    const { version, sqlMode, timeZone, isolation } = session;
    return { check, verdict: 'ok', detail: `${version}; ${sqlMode}; ${timeZone}; ${isolation}` };
  }
  return {
    check,
    verdict: 'failed',
    detail: problems.join('; '),
    remedy: 'outdial sets these for each connection: what stands between it and the server changes them.',
  };
}

function checkEncryption(url: string, { cipher }: DatabaseSession): readonly Finding[] {
  const check = 'database encryption';
  if (cipher !== '') return [{ check, verdict: 'ok', detail: cipher }];
  const { hostname } = new URL(url);
  if (isThisMachine(hostname)) return [];
  return [
    {
      check,
      verdict: 'warning',
      detail: `the connection to ${hostname} is plain: what is stored can be read on the way`,
      remedy: 'Encrypt it: tls under store, with the certificate of the authority in ca.',
    },
  ];
}

function checkPackets({ maxAllowedPacket }: DatabaseSession): readonly Finding[] {
  if (maxAllowedPacket >= PACKET_LEAST) return [];
  return [
    {
      check: 'database packets',
      verdict: 'warning',
      detail: `max_allowed_packet is ${maxAllowedPacket} bytes: imports write in small batches`,
      remedy: 'Set it to 16M or more on the server.',
    },
  ];
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
