/** Finds the campaign file of a command. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';
import { choiceText } from './syntax/command-syntax.js';
import { USUAL_NAMES } from './syntax/general-options.js';

/** Reads the campaign file given by `--campaign`, or the one of the usual name in the current folder. */
export async function findCampaign(io: CommandIo, given: string | undefined): Promise<LoadedCampaign> {
  if (given !== undefined) return readCampaignFile(resolve(io.cwd, given));
  for (const name of USUAL_NAMES) {
    const path = resolve(io.cwd, name);
    if (await exists(path)) return readCampaignFile(path);
  }
  throw new CommandError('campaign-missing', { names: choiceText(USUAL_NAMES), folder: io.cwd });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
