/** Puts the campaigns of a server's folder on its floor, with their lists and their automatic agents. */
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import {
  createAutomaticTeam,
  importListFile,
  readCampaignFile,
  type AutomaticTeam,
  type CallFloor,
  type Dialer,
  type LoadedCampaign,
} from 'outdial';
import type { ServerFile } from './server-file.js';

/** A campaign of the server. */
export interface ServedCampaign {
  readonly loaded: LoadedCampaign;
  readonly dialer: Dialer;
  /** Agents that act by themselves; null: the campaign has none. */
  readonly team: AutomaticTeam | null;
}

/** Reads every campaign file of the server, imports its lists and adds it to the floor. */
export async function addCampaigns(
  floor: CallFloor,
  { campaigns }: Pick<ServerFile, 'campaigns'>,
  { folder, say }: { readonly folder: string; readonly say: (line: string) => void },
): Promise<readonly ServedCampaign[]> {
  const served: ServedCampaign[] = [];
  for (const name of campaigns) {
    const loaded = await readCampaignFile(resolve(folder, name));
    await importLists(floor, loaded, say);
    const dialer = await floor.addCampaign(loaded.path, {
      onNotice: ({ message, remedy }) => say(`${loaded.file.id}: ${message} ${remedy}`),
    });
    served.push({ loaded, dialer, team: teamOf(dialer, loaded) });
  }
  return served;
}

/** Imports the files of the lists; one that was imported already, and has not changed, is left alone. */
async function importLists(
  { store }: CallFloor,
  loaded: LoadedCampaign,
  say: (line: string) => void,
): Promise<void> {
  for (const list of loaded.file.lists) {
    const { file, doNotCallFile } = list;
    if (file === undefined) continue;
    const { report } = await importListFile(store, loaded, list, { file, ...defined({ doNotCallFile }) });
    if (report.added > 0) say(`${loaded.file.id}: ${report.added} leads read from ${file}`);
  }
}

function teamOf(dialer: Dialer, { file: { agents } }: LoadedCampaign): AutomaticTeam | null {
  if (agents.automatic === null) return null;
  return createAutomaticTeam({ dialer, agents: agents.people, behaviour: agents.automatic });
}
