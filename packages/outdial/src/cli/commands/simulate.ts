/** `outdial simulate`: dials a campaign in virtual time. */
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import type { ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { SimulateGiven } from '../syntax/run-commands.js';
import { simulatedRun } from '../simulated-run.js';

/** `outdial simulate`. */
export async function simulate(io: CommandIo, options: SimulateGiven): Promise<ExitCode> {
  const { campaign, html, ...rest } = options;
  return simulatedRun(io, await findCampaign(io, campaign), {
    ...rest,
    ...defined({ html: html === undefined ? undefined : resolve(io.cwd, html) }),
  });
}
