/** The campaigns of a server without the server: for the doctor, and for commands in its folder. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isoInstant } from '@outdial/core';
import {
  listCampaignDocuments,
  listCampaignVersions,
  readCampaignVersion,
  readLatestAttemptAt,
  type Store,
} from '@outdial/store';
import {
  floorSection,
  openCampaignStore,
  parseCampaignFile,
  type FloorSection,
  type LoadedCampaign,
} from 'outdial';
import { readServerFile, SERVER_FILE, type ServerFile } from '../folder/server-file.js';
import { simulatedStart } from '../folder/simulated-day.js';
import { pathOfDocument } from './served-campaigns.js';

/** A campaign by the name that findings carry. */
export interface NamedText {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The campaigns of the next start, and the files that cannot be used. */
export interface ServerTexts {
  readonly campaigns: readonly NamedText[];
  readonly unusable: readonly { readonly name: string; readonly error: unknown }[];
}

/**
 * The campaigns of the server in a folder, for a command there: their store is that of the server, and the
 * present of a demonstration is that of its newest call. Throws where a file or a version cannot be used.
 */
export async function campaignsOfServer({
  folder,
  env,
}: {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<readonly LoadedCampaign[]> {
  const { file, section } = await readServer(folder);
  const path = join(folder, SERVER_FILE);
  const store = await openCampaignStore({ path, folder, file: section }, { env, writer: 'command-line' });
  try {
    const { campaigns, unusable } = await textsOf(store, folder, file);
    const [first] = unusable;
    if (first !== undefined) throw first.error;
    const latest = await readLatestAttemptAt(store);
    const { simulation } = section;
    const startsAt =
      latest === null ? simulation.startsAt : isoInstant(Math.max(latest, Date.parse(simulation.startsAt)));
    const own = {
      ...section,
      store: fromFolder(section.store, folder),
      simulation: { ...simulation, startsAt },
    };
    return campaigns.map(({ text, path: at }) => servedCampaign(text, at, own));
  } finally {
    await store.close();
  }
}

/** A store whose files are found from any folder. */
function fromFolder(store: FloorSection['store'], folder: string): FloorSection['store'] {
  const [, file] = /^sqlite:(?!:memory:)(.+)$/.exec(store.url) ?? [];
  return {
    ...store,
    ...(file === undefined ? {} : { url: `sqlite:${resolve(folder, file)}` }),
    ...(store.tls?.ca === undefined ? {} : { tls: { ...store.tls, ca: resolve(folder, store.tls.ca) } }),
  };
}

/** The clock of the next start: a demonstration has one of its own. */
export async function clockOf({ telephony, simulation }: FloorSection, store: Store): Promise<() => number> {
  if (telephony.kind !== 'simulated') return Date.now;
  const at = simulatedStart(simulation.startsAt, await readLatestAttemptAt(store));
  return () => at;
}

/** The settings of the server in a folder. */
export async function readServer(
  folder: string,
): Promise<{ readonly file: ServerFile; readonly section: FloorSection }> {
  const file = await readServerFile(folder);
  return { file, section: floorSection(file, join(folder, SERVER_FILE)) };
}

/** The campaign as the server dials it: store and telephony are those of the server. */
export function servedCampaign(
  text: string,
  path: string,
  { store, telephony, simulation }: FloorSection,
): LoadedCampaign {
  const file = { ...parseCampaignFile(text, path), store, telephony, simulation, control: null };
  return { path, folder: dirname(path), file };
}

/**
 * The campaigns that the next start puts on the floor. A file that has changed since it was taken becomes the
 * newest version; else the newest version in the store is dialed, by a file or a person.
 */
export async function textsOf(store: Store, folder: string, { campaigns }: ServerFile): Promise<ServerTexts> {
  const unusable: { readonly name: string; readonly error: unknown }[] = [];
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
      unusable.push({ name, error });
    }
  }
  return { campaigns: [...texts.values()], unusable };
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
