import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { CommandError } from './command-error.js';
import { EXIT } from './exit-codes.js';
import type { CommandIo } from './io.js';
import { USUAL_NAMES } from './syntax/general-options.js';

/** Reads the campaign file given by `--campaign`, or the one of the usual name in the current folder. */
export async function findCampaign(io: CommandIo, given: string | undefined): Promise<LoadedCampaign> {
  if (given !== undefined) return readCampaignFile(resolve(io.cwd, given));
  for (const name of USUAL_NAMES) {
    const path = resolve(io.cwd, name);
    if (await exists(path)) return readCampaignFile(path);
  }
  throw new CommandError({
    exitCode: EXIT.usage,
    what: 'No campaign',
    why: `there is no ${USUAL_NAMES.join(', ')} in ${io.cwd}`,
    remedy: "Write one with 'outdial init', or name one with --campaign <file>.",
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
