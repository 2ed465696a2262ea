/** Checks the modules of Asterisk that calls need; names the line of modules.conf for each missing one. */
import type { AriTransport } from '@outdial/asterisk-adapter';
import type { Finding } from '../finding.js';

/** Modules that every campaign needs. */
const NEEDED = [
  'app_amd.so',
  'app_playback.so',
  'app_stack.so',
  'app_stasis.so',
  'app_waitforsilence.so',
  'func_channel.so',
  'func_db.so',
  'func_hangupcause.so',
  'func_logic.so',
  'func_strings.so',
  'pbx_config.so',
  'res_ari.so',
  'res_ari_applications.so',
  'res_ari_asterisk.so',
  'res_ari_bridges.so',
  'res_ari_channels.so',
  'res_ari_endpoints.so',
  'res_ari_events.so',
  'res_ari_playbacks.so',
  'res_ari_recordings.so',
  'res_http_websocket.so',
  'res_musiconhold.so',
  'res_stasis_playback.so',
  'res_stasis_recording.so',
  'res_stasis_snoop.so',
] as const;
/** Modules by which the doctor itself looks further. */
const HELPFUL = ['func_dialplan.so', 'func_pjsip_endpoint.so'] as const;

/** Missing modules, and what the doctor cannot see without others. */
export async function checkModules(ari: AriTransport): Promise<readonly Finding[]> {
  const loaded = new Set(
    (await ari.call('asterisk.listModules', {}))
      .filter((module) => module.status === 'Running')
      .map((module) => module.name),
  );
  const check = 'Asterisk modules';
  const [missing, unhelpful] = [NEEDED, HELPFUL].map((names) => names.filter((name) => !loaded.has(name)));
  const needed: Finding =
    missing?.length === 0
      ? { check, verdict: 'ok', detail: `${NEEDED.length} needed, all running` }
      : {
          check,
          verdict: 'failed',
          detail: `not running: ${missing?.join(', ')}`,
          remedy: `Put into modules.conf: ${linesFor(missing ?? [])}; then restart Asterisk.`,
        };
  if (unhelpful?.length === 0) return [needed];
  return [
    needed,
    {
      check,
      verdict: 'warning',
      detail: `not running: ${unhelpful?.join(', ')}; dialplan or endpoints are not checked`,
      remedy: `Put into modules.conf: ${linesFor(unhelpful ?? [])}.`,
    },
  ];
}

function linesFor(modules: readonly string[]): string {
  return modules.map((name) => `load=${name}`).join(', ');
}
