/** What the doctor finds of a server: its file, and each campaign as the next start would dial it. */
import { join } from 'node:path';
import { errorText } from '@outdial/core';
import { examine, openCampaignStore, type Finding } from 'outdial';
import {
  clockOf,
  readServer,
  servedCampaign,
  textsOf,
  type NamedText,
} from '../campaigns/campaigns-of-server.js';
import { SERVER_FILE, type ServerFile } from '../folder/server-file.js';

/** Which server, and where its secrets are. */
export interface ExamineServerOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Looks at the file of a server and at all of its campaigns: those of its files, and those that were made or
 * changed at the console. Places no call and changes nothing but the schema of the store. It may run beside
 * the server.
 */
export async function examineServer({ folder, env }: ExamineServerOptions): Promise<readonly Finding[]> {
  const path = join(folder, SERVER_FILE);
  const read = await readServer(folder).catch(failed('server file'));
  if ('verdict' in read) return [read];
  const { file, section } = read;
  const place = { path, folder, file: section };
  const found: Finding[] = [{ check: 'server file', verdict: 'ok', detail: path }, checkAddress(file)];

  const store = await openCampaignStore(place, { env, writer: 'doctor' }).catch(failed('store'));
  if ('verdict' in store) return [...found, store];
  let campaigns: readonly NamedText[];
  let clock: () => number;
  try {
    const texts = await textsOf(store, folder, file);
    campaigns = texts.campaigns;
    found.push(...texts.unusable.map(({ name, error }) => failed(name)(error)));
    clock = await clockOf(section, store);
  } finally {
    await store.close();
  }
  if (campaigns.length === 0)
    found.push({
      check: 'campaigns',
      verdict: 'warning',
      detail: 'there is none',
      remedy: 'Name a file under campaigns, or make one at the console.',
    });
  for (const { name, path: at, text } of campaigns) {
    const loaded = await Promise.resolve()
      .then(() => servedCampaign(text, at, section))
      .catch(failed(name));
    if ('verdict' in loaded) found.push(loaded);
    else
      for (const finding of await examine(loaded, { env, clock, servedFrom: place }))
        add(found, { ...finding, check: `${name}: ${finding.check}` }, finding);
  }
  return found;
}

/** What all campaigns share is said once, without the name of one. */
const SHARED = /^(store|database .*|kill switch|counts of leads|telephony|time-zone data)$/;

function add(found: Finding[], named: Finding, finding: Finding): void {
  if (!SHARED.test(finding.check)) found.push(named);
  else if (!found.some(({ check }) => check === finding.check)) found.push(finding);
}

function checkAddress({ http: { host, port, behindProxy } }: ServerFile): Finding {
  const [check, detail] = ['address', `${host}:${port}`];
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (isLoopback || behindProxy) return { check, verdict: 'ok', detail };
  return {
    check,
    verdict: 'warning',
    detail: `${detail} is reachable from elsewhere, without encryption: passwords and leads can be read`,
    remedy: 'Put a proxy with TLS before it and set http.behindProxy, or listen on 127.0.0.1.',
  };
}

/** An error as a finding. */
function failed(check: string): (error: unknown) => Finding {
  return (error) => {
    const [detail = '', ...rest] = errorText(error).split('\n');
    const remedy = rest.join(' ').trim() || 'Correct what is named here.';
    return { check, verdict: 'failed', detail, remedy };
  };
}
