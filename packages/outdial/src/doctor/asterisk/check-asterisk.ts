/** Checks every Asterisk of a campaign without calling anybody. */
import { createNativeTransport, type AriTransport } from '@outdial/asterisk-adapter';
import { errorText } from '@outdial/core';
import { serversOf, type ServerEntry } from '../../campaign-file/asterisk-servers.js';
import type { CampaignFile } from '../../campaign-file/types.js';
import type { Finding } from '../finding.js';
import {
  checkApplication,
  checkCertificate,
  checkClock,
  checkPermission,
  checkSecrets,
} from './check-access.js';
import { checkBrowsers } from './check-browsers.js';
import { checkDialplan } from './check-dialplan.js';
import { checkEndpoint, checkStations, checkTrunkSettings, pjsipEndpoint } from './check-endpoints.js';
import { checkModules } from './check-modules.js';
import { lookInside } from './inside-asterisk.js';

/** Verified live; others by replaying their published descriptions. */
const VERIFIED_MAJOR = 22;
const SUPPORTED_MAJORS: ReadonlySet<number> = new Set([18, 20, 21, 22]);

/** What of a campaign file says which Asterisk it needs. */
export type AsteriskCampaign = Pick<CampaignFile, 'agents' | 'callerNumber' | 'inbound' | 'telephony'>;

/** Where credentials and the time are read. */
export interface CheckAsteriskOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Epoch ms. */
  readonly now: number;
}

/** Looks at every Asterisk of the campaign; nothing where it has none. */
export async function checkAsterisk(
  file: AsteriskCampaign,
  options: CheckAsteriskOptions,
): Promise<readonly Finding[]> {
  const { telephony } = file;
  if (telephony.kind !== 'asterisk') return [];
  const servers = serversOf(telephony);
  const found = await Promise.all(
    servers.map(async (server) => {
      const others = servers.filter((other) => other !== server);
      const application = `outdial-${telephony.node}`;
      const findings = await checkServer({ file, server, others, application }, options);
      return servers.length === 1
        ? findings
        : findings.map((finding) => ({ ...finding, check: `${server.name}: ${finding.check}` }));
    }),
  );
  return found.flat();
}

/** One server, and those that it has to reach. */
interface CheckedServer {
  readonly file: AsteriskCampaign;
  readonly server: ServerEntry;
  readonly others: readonly ServerEntry[];
  readonly application: string;
}

async function checkServer(
  checked: CheckedServer,
  { env, now }: CheckAsteriskOptions,
): Promise<readonly Finding[]> {
  const { application, server } = checked;
  const username = env[server.usernameEnvironment];
  const password = env[server.passwordEnvironment];
  const missing = [
    username ? null : server.usernameEnvironment,
    password ? null : server.passwordEnvironment,
  ].filter((name) => name !== null);
  if (!username || !password)
    return [
      {
        check: 'Asterisk credentials',
        verdict: 'failed',
        detail: `not set: ${missing.join(', ')}`,
        remedy: 'Set these environment variables to the user and password of ari.conf.',
      },
    ];
  const own = `outdial-doctor-${process.pid}`;
  const ari = createNativeTransport({
    server: { url: server.url, username, password },
    application: own,
    onTrouble: () => undefined,
  });
  try {
    const certificate = await checkCertificate(server.url, now);
    const version = await checkVersion(ari, server.url);
    if (version.verdict === 'failed') return [...certificate, version];
    return [
      version,
      ...certificate,
      ...(await checkModules(ari)),
      ...(await checkPermission(ari)),
      await checkApplication(ari, application),
      ...(await checkClock(ari, now)),
      ...checkSecrets(server.url, password),
      ...(await checkBrowsers(ari, { browserUrl: server.browserUrl, now })),
      ...(await checkNetwork(ari, checked)),
      ...(await checkInside(ari, checked, own)),
    ];
  } finally {
    await ari.close();
  }
}

/** Trunks, and the ways to other servers. */
function checkNetwork(ari: AriTransport, { others, server }: CheckedServer): Promise<readonly Finding[]> {
  return Promise.all([
    ...server.trunks.map((trunk) => checkEndpoint(ari, `trunk ${trunk.name}`, trunk.endpoint)),
    ...others.map(async ({ name, reach }) =>
      reach === undefined ? unreached(name) : checkEndpoint(ari, `way to server ${name}`, reach),
    ),
  ]);
}

/** What only the inside of Asterisk says: dialplan, settings of endpoints. */
async function checkInside(
  ari: AriTransport,
  { application, file, server }: CheckedServer,
  own: string,
): Promise<readonly Finding[]> {
  const inside = await lookInside(ari, own);
  if ('verdict' in inside) return [inside];
  try {
    const trunks = server.trunks
      .map(({ endpoint }) => pjsipEndpoint(endpoint))
      .filter((endpoint) => endpoint !== null);
    const { agents, callerNumber, inbound } = file;
    const numbers = inbound ? (inbound.numbers ?? [callerNumber]) : [];
    const isOurs = new RegExp(server.stations ?? '');
    const stations = agents.people
      .flatMap(({ station }) => station ?? [])
      .filter((station) => isOurs.test(station));
    const findings = [...(await checkDialplan(inside, { numbers, endpoints: trunks, application }))];
    for (const trunk of trunks) findings.push(...(await checkTrunkSettings(inside, trunk)));
    findings.push(...(await checkStations(ari, inside, { stations, trunks, url: server.url })));
    return findings;
  } finally {
    await inside.close();
  }
}

function unreached(name: string): Finding {
  return {
    check: `way to server ${name}`,
    verdict: 'warning',
    detail: `none: agents of ${name} take the calls of ${name} only`,
    remedy: `Give server ${name} a 'reach', the dial string by which the other servers call it.`,
  };
}

async function checkVersion(ari: AriTransport, url: string): Promise<Finding> {
  try {
    const info = await ari.call('asterisk.getInfo', { only: 'system' });
    const version = info.system?.version ?? 'unknown';
    const major = Number(/^(\d+)/.exec(version)?.[1]);
    if (major === VERIFIED_MAJOR) return { check: 'Asterisk', verdict: 'ok', detail: `${version} at ${url}` };
    const supported = SUPPORTED_MAJORS.has(major);
    return {
      check: 'Asterisk',
      verdict: 'warning',
      detail: `${version} at ${url}`,
      remedy: supported
        ? `Version ${VERIFIED_MAJOR} is the one verified live.`
        : `Use version ${VERIFIED_MAJOR}; this one was never tried.`,
    };
  } catch (error) {
    const status =
      typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    const remedy =
      status === 401
        ? 'Asterisk refused user or password: compare them with ari.conf ([user] type=user, password=...).'
        : 'Check that Asterisk runs, that http.conf and ari.conf have enabled=yes, and the ' +
          'address of the server in the section telephony.';
    return { check: 'Asterisk', verdict: 'failed', detail: `${url}: ${errorText(error)}`, remedy };
  }
}
