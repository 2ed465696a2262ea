/** `outdial init`: writes a campaign file and a list that run as they are. */
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '@outdial/core';
import { writingError } from '@outdial/lists';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { startingCampaign, startingList } from '../starting-files/campaign-text.js';
import { makeOutputFolder } from '../outside-faults.js';
import type { InitGiven } from '../syntax/list-commands.js';

/** `outdial init`: a campaign file and a list that run as they are, on the simulated carrier. */
export async function init(io: CommandIo, options: InitGiven): Promise<ExitCode> {
  const where = resolve(io.cwd, options.where);
  const [folder, name] = /\.ya?ml$/i.test(where)
    ? [dirname(where), basename(where)]
    : [where, 'campaign.yaml'];
  makeOutputFolder(folder);
  await writeNew(join(folder, name), startingCampaign(options), options.force);
  await writeNew(join(folder, 'leads.csv'), startingList(options), options.force);
  const { purpose, mode } = options;
  io.out.write(
    `Wrote ${name} and leads.csv to ${folder}, for ${purpose} in ${mode} mode.\n` +
      'Next: outdial import, outdial simulate, outdial doctor; ' +
      'then set telephony to your Asterisk, and live to true.\n',
  );
  return EXIT.done;
}

async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: unknown) => {
    if (errorCode(cause) === 'EEXIST') throw new CommandError('output-exists', { path }, cause);
    throw writingError(cause, path);
  });
}
