/** `outdial run`: dials a campaign, with its log and its control interface. */
import { appendFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { countOf } from '@outdial/core';
import { countOpenAttempts, readKillSwitch } from '@outdial/store';
import { makeFolder, makePrivateFile } from '@outdial/lists';
import type { Logger } from 'pino';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { tokenFrom } from '../../control/authorization.js';
import { startControlServer } from '../../control/control-server.js';
import type { ControlServer } from '../../control/listen.js';
import { instantText } from '../../local-time/instant-in-zone.js';
import { listText } from '../../gate/do-not-call-lists.js';
import { createDialer } from '../../dialer/create-dialer.js';
import type { Dialer } from '../../dialer/dialer.js';
import { openCampaignStore } from '../../records/open-campaign-store.js';
import { titledRule } from '../../report/titled-rule.js';
import { openLog } from '../../runtime/event-log.js';
import { CLOCK_SHIFTED } from '../../runtime/shifted-clock.js';
import { campaignClock, clockOffset } from '../clock.js';
import { CommandError } from '../command-errors.js';
import type { ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { RunGiven } from '../syntax/run-commands.js';
import { writing } from '../outside-faults.js';
import { runCampaign } from '../run-campaign.js';

const MINUTE = 60_000;

/** `outdial run`. */
export async function run(io: CommandIo, options: RunGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  await refuseWhileKilled(io, campaign);
  const { file } = campaign;
  const token = controlToken(io, campaign);
  const log = await logOf(campaign);
  const offsetMs = file.telephony.kind === 'simulated' ? 0 : clockOffset(io);
  if (offsetMs !== 0) log.warn({ offsetMs, live: file.live }, CLOCK_SHIFTED);
  const dialer = await createDialer({
    pace: options.pace,
    takeOver: options.takeOver,
    onLease: ({ kind, text }) => {
      log.warn({ kind }, text);
      io.err.write(`notice: ${text}\n`);
    },
    campaign: campaign.path,
    env: io.env,
    clockOffset: offsetMs,
    onFault: ({ where, detail }) => log.error({ where, detail }, 'fault'),
    onList: (list) => {
      log.info({ list: list.name, date: list.date, numbers: list.size }, 'do-not-call list in use');
      io.err.write(`do-not-call: ${listText(list)}\n`);
    },
    onNotice: ({ rule, message, remedy, blocks }) => {
      log.warn({ rule, blocks }, message);
      io.err.write(`notice: ${message} ${remedy} (${titledRule(rule)})\n`);
    },
  });
  const control = await controlOf(io, campaign, dialer, token);
  let stuckWith: ExitCode | undefined;
  try {
    const { end, exitCode, isWritten } = await runCampaign(io, dialer, {
      file,
      log,
      untilDry: options.untilDry,
      isRehearsal: false,
      stopAfter: options.for === undefined ? null : options.for * MINUTE,
    });
    if (end.reason !== undefined) io.err.write(`The campaign has ${end.state}: ${end.reason}\n`);
    if (!isWritten) stuckWith = exitCode;
    return exitCode;
  } finally {
    await control?.close();
    log.flush();
    if (stuckWith !== undefined) io.leave?.(stuckWith);
  }
}

/**
 * Under the kill switch a run has nothing to do, unless a process that died has left calls: those are
 * settled, nothing is dialed, and the run ends as halted.
 */
async function refuseWhileKilled(io: CommandIo, campaign: LoadedCampaign): Promise<void> {
  const store = await openCampaignStore(campaign, {
    env: io.env,
    clock: campaignClock(io, campaign.file),
    writer: 'command-line',
    by: 'cli',
  });
  try {
    const killSwitch = await readKillSwitch(store);
    if (!killSwitch.on) return;
    const since = instantText(killSwitch.at, campaign.file.timeZone);
    const open = await countOpenAttempts(store, campaign.file.id);
    if (open === 0) throw new CommandError('kill-switch-on', { since, reason: killSwitch.reason });
    io.err.write(
      `notice: the kill switch has been on since ${since}: ${killSwitch.reason}. Nothing is dialed; ` +
        `${countOf(open, 'attempt')} that an earlier run left open ${open === 1 ? 'is' : 'are'} settled.\n`,
    );
  } finally {
    await store.close();
  }
}

/** The token of the control interface, checked before anything is opened; null where there is none. */
function controlToken(io: CommandIo, { file: { control } }: LoadedCampaign): string | null {
  return control === null ? null : tokenFrom(io.env, control.tokenEnvironment);
}

/**
 * Starts the control interface; closes the dialer where the port cannot be had. A second run of a campaign
 * finds its port taken as well: it is told first who runs the campaign.
 */
async function controlOf(
  io: CommandIo,
  { file: { control } }: LoadedCampaign,
  dialer: Dialer,
  token: string | null,
): Promise<ControlServer | null> {
  if (control === null || token === null) return null;
  const { host, port } = control;
  try {
    await dialer.reserve();
    const server = await startControlServer({ dialer, host, port, token });
    io.err.write(`control interface at ${server.url}\n`);
    return server;
  } catch (cause) {
    await dialer.close();
    throw cause;
  }
}

/** Opens the log of the run; a file that cannot be written is said before anything is dialed. */
async function logOf({ file, folder }: LoadedCampaign): Promise<Logger> {
  const path = file.log.file === '-' ? '-' : resolve(folder, file.log.file);
  if (path !== '-') {
    await writing(path, async () => {
      makeFolder(dirname(path));
      makePrivateFile(path);
      await appendFile(path, '');
    });
  }
  return openLog({ ...file.log, file: path }, { campaignId: file.id });
}
