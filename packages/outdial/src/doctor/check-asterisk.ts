/** Checks Asterisk without placing a call: address, credentials, version, modules, trunks. */
import { errorText } from '@outdial/core';
import { createNativeTransport, type AriTransport } from '@outdial/asterisk-adapter';
import { serversOf, type ServerEntry } from '../campaign-file/asterisk-servers.js';
import type { AsteriskTelephonySection } from '../campaign-file/types.js';
import type { Finding } from './finding.js';

/** Modules that calls, machine detection and the fallback of the dialplan need. */
const MODULES = [
  'res_ari.so',
  'res_ari_channels.so',
  'res_ari_bridges.so',
  'res_ari_playbacks.so',
  'res_ari_recordings.so',
  'res_ari_events.so',
  'res_http_websocket.so',
  'app_stasis.so',
  'app_amd.so',
  'app_waitforsilence.so',
  'app_playback.so',
  'func_channel.so',
  'func_db.so',
  'func_hangupcause.so',
] as const;
/** Verified live; others by replaying their published descriptions. */
const VERIFIED_MAJOR = 22;
const SUPPORTED_MAJORS: ReadonlySet<number> = new Set([18, 20, 21, 22]);

/** Looks at every Asterisk: reachable, credentials, version, modules, trunks. Places no call. */
export async function checkAsterisk(
  telephony: AsteriskTelephonySection,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const servers = serversOf(telephony);
  const found = await Promise.all(
    servers.map(async (server) => {
      const others = servers.filter((other) => other !== server);
      const findings = await checkServer({ server, others, application: `outdial-${telephony.node}` }, env);
      return servers.length === 1
        ? findings
        : findings.map((finding) => ({ ...finding, check: `${server.name}: ${finding.check}` }));
    }),
  );
  return found.flat();
}

/** One server, and those that it has to reach. */
interface CheckedServer {
  readonly server: ServerEntry;
  readonly others: readonly ServerEntry[];
  readonly application: string;
}

async function checkServer(
  { application, others, server }: CheckedServer,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
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
  const ari = createNativeTransport({
    server: { url: server.url, username, password },
    application,
    onTrouble: () => undefined,
  });
  try {
    const version = await checkVersion(ari, server.url);
    if (version.verdict === 'failed') return [version];
    return [
      version,
      await checkModules(ari),
      ...(await Promise.all(
        server.trunks.map((trunk) => checkTrunk(ari, `trunk ${trunk.name}`, trunk.endpoint)),
      )),
      ...(await Promise.all(
        others.map(async ({ name, reach }) =>
          reach === undefined ? unreached(name) : checkTrunk(ari, `way to server ${name}`, reach),
        ),
      )),
    ];
  } finally {
    await ari.close();
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
        ? 'Asterisk refused user or password: compare them with ari.conf.'
        : 'Check that Asterisk runs, that http.conf and ari.conf are enabled, and the ' +
          'address of the server in the section telephony.';
    return { check: 'Asterisk', verdict: 'failed', detail: `${url}: ${errorText(error)}`, remedy };
  }
}

async function checkModules(ari: AriTransport): Promise<Finding> {
  const loaded = new Set(
    (await ari.call('asterisk.listModules', {}))
      .filter((module) => module.status === 'Running')
      .map((module) => module.name),
  );
  const missing = MODULES.filter((name) => !loaded.has(name));
  if (missing.length === 0)
    return { check: 'Asterisk modules', verdict: 'ok', detail: `${MODULES.length} needed, all running` };
  return {
    check: 'Asterisk modules',
    verdict: 'failed',
    detail: `not running: ${missing.join(', ')}`,
    remedy: 'Load them in modules.conf and restart Asterisk.',
  };
}

/** The endpoint behind a dial string: 'PJSIP/{number}@carrier' is 'carrier' of PJSIP. */
async function checkTrunk(ari: AriTransport, check: string, endpoint: string): Promise<Finding> {
  const [tech = '', rest = ''] = endpoint.split('/', 2);
  const resource = rest.includes('@') ? (rest.split('@')[1] ?? '') : rest.replace('{number}', '');
  try {
    const found = await ari.call('endpoints.get', { tech, resource });
    if (found.state === 'offline')
      return {
        check,
        verdict: 'warning',
        detail: `${tech}/${resource} is offline`,
        remedy: 'The carrier does not answer OPTIONS: check address, firewall and registration of the trunk.',
      };
    return { check, verdict: 'ok', detail: `${tech}/${resource} is ${found.state ?? 'known'}` };
  } catch (error) {
    return {
      check,
      verdict: 'failed',
      detail: `${tech}/${resource}: ${errorText(error)}`,
      remedy: `Define the endpoint '${resource}' in pjsip.conf, or correct telephony.trunks.`,
    };
  }
}
