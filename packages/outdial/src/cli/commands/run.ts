import { resolve } from 'node:path';
import { readKillSwitch } from '@outdial/store';
import { isoInstant } from '@outdial/core';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { startControlServer, type ControlServer } from '../../control/control-server.js';
import { listText } from '../../gate/do-not-call-lists.js';
import { createDialer } from '../../dialer/create-dialer.js';
import type { Dialer } from '../../dialer/dialer.js';
import { openCampaignStore } from '../../records/open-campaign-store.js';
import { openLog } from '../../runtime/event-log.js';
import { campaignClock, clockOffset } from '../clock.js';
import { CommandError } from '../command-error.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { RunGiven } from '../syntax/run-commands.js';
import { runCampaign } from '../run-campaign.js';

const MINUTE = 60_000;

/** `outdial run`. */
export async function run(io: CommandIo, options: RunGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  await refuseWhileKilled(io, campaign);
  const { file } = campaign;
  const log = openLog(
    { ...file.log, file: file.log.file === '-' ? '-' : resolve(campaign.folder, file.log.file) },
    { campaignId: file.id },
  );
  const dialer = await createDialer({
    pace: options.pace,
    campaign: campaign.path,
    env: io.env,
    clockOffset: clockOffset(io),
    onFault: ({ where, detail }) => log.error({ where, detail }, 'fault'),
    onList: (list) => {
      log.info({ list: list.name, date: list.date, numbers: list.size }, 'do-not-call list in use');
      io.err.write(`do-not-call: ${listText(list)}\n`);
    },
    onNotice: (finding) =>
      void io.err.write(`notice: ${finding.message} ${finding.remedy} (${finding.rule})\n`),
  });
  const control = await controlOf(io, campaign, dialer);
  try {
    const { end, exitCode } = await runCampaign(io, dialer, {
      file,
      log,
      untilDry: options.untilDry,
      stopAfter: options.for === undefined ? null : options.for * MINUTE,
    });
    if (end.reason !== undefined) io.err.write(`The campaign has ${end.state}: ${end.reason}\n`);
    return exitCode;
  } finally {
    await control?.close();
    log.flush();
  }
}

async function refuseWhileKilled(io: CommandIo, campaign: LoadedCampaign): Promise<void> {
  const store = await openCampaignStore(campaign, {
    env: io.env,
    clock: campaignClock(io, campaign.file),
    writer: 'command-line',
  });
  try {
    const killSwitch = await readKillSwitch(store);
    if (!killSwitch.on) return;
    throw new CommandError({
      exitCode: EXIT.refused,
      what: 'Nothing is dialed',
      why: `the kill switch of this store is on since ${isoInstant(killSwitch.at)}: ${killSwitch.reason}`,
      remedy: "Lift it with 'outdial stop --release' when its reason is gone.",
    });
  } finally {
    await store.close();
  }
}

async function controlOf(
  io: CommandIo,
  campaign: LoadedCampaign,
  dialer: Dialer,
): Promise<ControlServer | null> {
  const { control } = campaign.file;
  if (control === null) return null;
  const token = io.env[control.tokenEnvironment];
  if (token === undefined || token === '') {
    throw new CommandError({
      exitCode: EXIT.usage,
      what: 'The control interface was not started',
      why: `the environment variable ${control.tokenEnvironment} is not set`,
      remedy: 'Set it to a secret of at least 16 characters, or remove the section control.',
    });
  }
  const server = await startControlServer({ dialer, host: control.host, port: control.port, token });
  io.err.write(`control interface at ${server.url}\n`);
  return server;
}
