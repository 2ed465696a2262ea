/** Finds the campaign of a command: a file, or one of the server whose folder this is. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';
import { loadServer } from './server-package.js';
import { choiceText } from './syntax/command-syntax.js';
import { USUAL_NAMES } from './syntax/general-options.js';

/** The file of a server's settings: in its folder, the store is that of the server. */
const SERVER_FILE = 'outdial.yaml';

/**
 * Reads the campaign file given by `--campaign`, or the one of the usual name in the current folder. In the
 * folder of a server it is the server's campaign, by its id or its file; without one, the only one there is.
 */
export async function findCampaign(io: CommandIo, given: string | undefined): Promise<LoadedCampaign> {
  if (await exists(resolve(io.cwd, SERVER_FILE))) {
    const found = await ofServer(io, given);
    if (found) return found;
  }
  if (given !== undefined) return readCampaignFile(resolve(io.cwd, given));
  for (const name of USUAL_NAMES) {
    const path = resolve(io.cwd, name);
    if (await exists(path)) return readCampaignFile(path);
  }
  throw new CommandError('campaign-missing', { names: choiceText(USUAL_NAMES), folder: io.cwd });
}

/** A campaign of the server in the current folder, with the server's store; undefined: it has no such one. */
async function ofServer(io: CommandIo, given: string | undefined): Promise<LoadedCampaign | undefined> {
  const { campaignsOfServer } = await loadServer();
  const campaigns = await campaignsOfServer({ folder: io.cwd, env: io.env });
  if (given !== undefined)
    return campaigns.find(({ path, file }) => file.id === given || path === resolve(io.cwd, given));
  if (campaigns.length < 2) return campaigns[0];
  throw new CommandError('campaign-of-several', { ids: campaigns.map(({ file }) => file.id).join(', ') });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
