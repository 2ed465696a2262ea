/** `outdial demo`: the demonstration that `npm start` runs. */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCampaignFile } from '../../campaign-file/read-campaign-file.js';
import type { ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { DemoGiven } from '../syntax/run-commands.js';
import { makeOutputFolder } from '../outside-faults.js';
import { simulatedRun } from '../simulated-run.js';

/** Where the demonstration lies in the repository, seen from dist/cli/commands. */
const SHIPPED = fileURLToPath(new URL('../../../../../examples/demo/', import.meta.url));

/** `outdial demo`: what `npm start` runs. */
export async function demo(io: CommandIo, options: DemoGiven): Promise<ExitCode> {
  const campaign = await readCampaignFile(
    join(options.folder === undefined ? SHIPPED : resolve(io.cwd, options.folder), 'campaign.yaml'),
  );
  const keep = resolve(io.cwd, options.keep ?? join('.outdial', 'demo'));
  // The demonstration always begins with an empty store; only its own files are removed.
  for (const name of ['outdial.db', 'outdial.db-wal', 'outdial.db-shm'])
    await rm(join(keep, name), { force: true });
  makeOutputFolder(keep);
  return simulatedRun(io, campaign, { keep, html: join(keep, 'report.html') });
}
