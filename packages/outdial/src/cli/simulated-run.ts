/** Dials a campaign in virtual time in a store of its own: what simulate and demo do. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defined } from '@outdial/core';
import type { Store } from '@outdial/store';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignFile } from '../campaign-file/types.js';
import { createDialer } from '../dialer/create-dialer.js';
import { importListFile } from '../leads/import-list.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { openLog } from '../runtime/event-log.js';
import { unusableList } from './commands/import.js';
import { reportText } from './commands/report.js';
import { campaignFigures } from '../report/campaign-figures.js';
import type { ExitCode } from './exit-codes.js';
import { importText } from './import-text.js';
import type { CommandIo } from './io.js';
import { runCampaign } from './run-campaign.js';
import { writeOutput } from './write-output.js';

/** How a campaign is run in virtual time. */
export interface SimulatedRunOptions {
  /** Virtual minutes; absent: as the file says. */
  readonly minutes?: number;
  readonly seed?: number;
  /** Where database, rejected rows and log stay; absent: a temporary folder that is removed. */
  readonly keep?: string;
  /** The report as a page is written here, too. */
  readonly html?: string;
}

const MINUTE = 60_000;

/**
 * Imports the lists' files into a store of its own, dials them in virtual time on the simulated carrier, and
 * reports.
 */
export async function simulatedRun(
  io: CommandIo,
  campaign: LoadedCampaign,
  options: SimulatedRunOptions,
): Promise<ExitCode> {
  const folder = options.keep ?? (await mkdtemp(join(tmpdir(), 'outdial-')));
  const file = simulatedFile(campaign.file, folder, options);
  const loaded: LoadedCampaign = { ...campaign, file };
  const startsAt = Date.parse(file.simulation.startsAt);
  let now = (): number => startsAt;
  const store = await openCampaignStore(loaded, { env: io.env, clock: () => now(), writer: 'simulation' });
  try {
    await importLists(io, loaded, store, { folder, keeps: options.keep !== undefined });
    const dialer = await createDialer({
      campaign: file,
      folder: campaign.folder,
      store,
      env: io.env,
    });
    now = () => dialer.now();
    const log = openLog(
      { level: file.log.level, file: join(folder, 'outdial.log') },
      { campaignId: file.id },
    );
    const wallStart = performance.now();
    const run = await runCampaign(io, dialer, {
      file,
      log,
      untilDry: false,
      isRehearsal: true,
      stopAfter: (options.minutes ?? file.simulation.durationMinutes) * MINUTE,
    });
    const virtual = (dialer.now() - startsAt) / MINUTE;
    io.out.write(
      `${virtual.toFixed(0)} virtual minutes in ${((performance.now() - wallStart) / 1000).toFixed(1)} s\n\n`,
    );
    await writeReport(io, loaded, store, options.html);
    return run.exitCode;
  } finally {
    await store.close();
    if (options.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** The same campaign on the simulated carrier: everything is dialable, nothing is real. */
function simulatedFile(file: CampaignFile, folder: string, options: SimulatedRunOptions): CampaignFile {
  return {
    ...file,
    live: true,
    store: { url: `sqlite:${join(folder, 'outdial.db')}` },
    telephony: { kind: 'simulated' },
    control: null,
    simulation: { ...file.simulation, ...defined({ seed: options.seed }) },
  };
}

async function importLists(
  io: CommandIo,
  campaign: LoadedCampaign,
  store: Store,
  { folder, keeps }: { readonly folder: string; readonly keeps: boolean },
): Promise<void> {
  for (const list of campaign.file.lists) {
    const { file } = list;
    if (file === undefined) continue;
    const rejectedFile = join(folder, `${list.id}.rejected.csv`);
    const done = await importListFile(
      store,
      campaign,
      { ...list, rejectedFile },
      defined({ file, doNotCallFile: list.doNotCallFile }),
    ).catch((cause: unknown) => unusableList(resolve(campaign.folder, file), cause));
    io.out.write(importText(done, keeps));
  }
}

async function writeReport(
  io: CommandIo,
  campaign: LoadedCampaign,
  store: Store,
  html: string | undefined,
): Promise<void> {
  const figures = await campaignFigures(store, campaign);
  io.out.write(reportText(figures, 'table'));
  if (html === undefined) return;
  await writeOutput(html, campaign, [reportText(figures, 'html')]);
  io.out.write(`\nThe same with plots: ${html}\n`);
}
