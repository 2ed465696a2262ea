/** What the doctor finds of a server: its file, and each campaign as the next start would dial it. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorText } from '@outdial/core';
import { listCampaignDocuments, listCampaignVersions, readCampaignVersion, type Store } from '@outdial/store';
import {
  examine,
  floorSection,
  openCampaignStore,
  parseCampaignFile,
  type Finding,
  type FloorSection,
  type LoadedCampaign,
} from 'outdial';
import { pathOfDocument } from '../campaigns/served-campaigns.js';
import { readServerFile, SERVER_FILE, type ServerFile } from '../folder/server-file.js';

/** Which server, and where its secrets are. */
export interface ExamineServerOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A campaign by the name that findings carry. */
interface NamedText {
  readonly name: string;
  readonly path: string;
  readonly text: string;
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
  try {
    campaigns = await textsOf(store, folder, file, found);
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
    const loaded = await readText(text, at, section).catch(failed(name));
    if ('verdict' in loaded) found.push(loaded);
    else
      for (const finding of await examine(loaded, { env, clock: Date.now, servedFrom: place }))
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

async function readServer(
  folder: string,
): Promise<{ readonly file: ServerFile; readonly section: FloorSection }> {
  const file = await readServerFile(folder);
  return { file, section: floorSection(file, join(folder, SERVER_FILE)) };
}

/** The campaign as the server dials it: store and telephony are those of the server. */
async function readText(
  text: string,
  path: string,
  { store, telephony, simulation }: FloorSection,
): Promise<LoadedCampaign> {
  const file = { ...parseCampaignFile(text, path), store, telephony, simulation, control: null };
  return { path, folder: dirname(path), file };
}

/**
 * The campaigns that the next start puts on the floor. A file that has changed since it was taken becomes the
 * newest version; else the newest version in the store is dialed, by a file or a person.
 */
async function textsOf(
  store: Store,
  folder: string,
  { campaigns }: ServerFile,
  found: Finding[],
): Promise<readonly NamedText[]> {
  const texts = new Map<string, NamedText>();
  for (const campaignId of await listCampaignDocuments(store)) {
    const document = await readCampaignVersion(store, campaignId);
    const path = await pathOfDocument(store, folder, campaignId);
    if (document) texts.set(campaignId, { name: campaignId, path, text: document.document });
  }
  for (const name of campaigns) {
    const path = resolve(folder, name);
    try {
      const text = await readFile(path, 'utf8');
      const { id } = parseCampaignFile(text, path);
      if (!(await isTaken(store, { campaignId: id, name, text }))) texts.set(id, { name: id, path, text });
    } catch (error) {
      found.push(failed(name)(error));
    }
  }
  return [...texts.values()];
}

/** Whether the file is in the store as it is now. */
async function isTaken(
  store: Store,
  { campaignId, name, text }: { readonly campaignId: string; readonly name: string; readonly text: string },
): Promise<boolean> {
  const versions = await listCampaignVersions(store, campaignId);
  const taken = versions.find(({ source }) => source === name);
  return (
    taken !== undefined && (await readCampaignVersion(store, campaignId, taken.version))?.document === text
  );
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
