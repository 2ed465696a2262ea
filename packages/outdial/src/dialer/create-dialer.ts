import { resolve } from 'node:path';
import type { CampaignSettings, EngineFault, Pacer } from '@outdial/core';
import type { Store } from '@outdial/store';
import { loadFlows } from '../campaign-file/load-flows.js';
import { checkCampaign, readCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { toSettings } from '../campaign-file/to-settings.js';
import type { CampaignInput } from '../campaign-file/types.js';
import { createCampaignLaw, type CampaignLaw } from '../gate/campaign-law.js';
import { CampaignRefused, type ReviewFinding } from '../gate/campaign-refused.js';
import { openDoNotCallLists, type DoNotCallLists, type ListInUse } from '../gate/do-not-call-lists.js';
import { importRows, type LeadRecord } from '../records/import-list.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { firstAttemptAt } from '../records/first-attempt.js';
import { createStoreRecords } from '../records/store-records.js';
import { createFollowedClock } from '../runtime/followed-clock.js';
import { createAsteriskPlatform } from '../platform/asterisk-platform.js';
import { createSimulatedPlatform } from '../platform/simulated-platform.js';
import type { PlatformFactory } from '../platform/platform.js';
import { assembleDialer } from './assemble-dialer.js';
import { journalStaffing } from './journal-staffing.js';
import type { Dialer } from './dialer.js';
import { errorText } from '../error-text.js';

/** Everything an embedder may say. Only `campaign` is needed. */
export interface DialerOptions {
  /** Path of a campaign file, or its content as data. Settings: docs/reference/campaign-file.md. */
  readonly campaign: string | CampaignInput;
  /** Folder that relative paths count from, when the campaign is given as data. Default: the current one. */
  readonly folder?: string;
  /** Where credentials are read. Default: the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * Leads to add to the campaign's first list before it starts; a lead that is there already is left alone.
   */
  readonly leads?: readonly LeadRecord[];
  /** An open store instead of `store.url`; it stays open. */
  readonly store?: Store;
  /** An own pacing law instead of the mode's. */
  readonly pacer?: Pacer;
  /** Own telephony and time instead of `telephony`. */
  readonly platform?: PlatformFactory;
  /** ms added to the clock of a run on Asterisk: for rehearsals and tests at another instant than now. */
  readonly clockOffset?: number;
  /** Simulated telephony: virtual ms that pass in one real ms. Default: as fast as the work allows. */
  readonly pace?: number;
  /**
   * Told of what went wrong beside the calls: a listener that threw, a broken invariant, a store or telephony
   * in trouble.
   */
  readonly onFault?: (fault: DialerFault) => void;
  /** Told of each notice of the law's review: duties that do not keep the campaign from starting. */
  readonly onNotice?: (finding: ReviewFinding) => void;
  /** Told of each do-not-call list that was taken in use: at the start, and when its file was replaced. */
  readonly onList?: (list: ListInUse) => void;
}

/** Something that went wrong and was survived. It names no person and no number. */
export interface DialerFault {
  readonly where: EngineFault['where'] | 'store' | 'telephony' | 'do-not-call';
  readonly detail: string;
  readonly error?: unknown;
}

/**
 * Makes a dialer for one campaign: reads and checks the campaign, asks the law's review, opens the store, and
 * joins engine, store and telephony. Nothing is dialed before `start()`.
 *
 * @throws CampaignFileError naming path, value and remedy; CampaignRefused when the law forbids the campaign
 *   as it is; DoNotCallListUnavailable; StoreUnavailable; TelephonyUnavailable.
 * @example
 * const dialer = await createDialer({ campaign: 'campaign.yaml' });
 * dialer.on('call.connected', ({ agentId, lead }) => showLead(agentId, lead));
 * await dialer.start();
 */
export async function createDialer(options: DialerOptions): Promise<Dialer> {
  const env = options.env ?? process.env;
  const campaign = await loadCampaign(options);
  const flows = await loadFlows(campaign);
  const lists = await openDoNotCallLists(campaign, {
    ...(options.onList ? { onLoaded: options.onList } : {}),
    onRefused: (detail) => options.onFault?.({ where: 'do-not-call', detail }),
  });
  const law = createCampaignLaw(campaign.file, flows, lists);
  const startsAt = startOf(campaign, options.clockOffset ?? 0);
  const review = law.review(startsAt);
  if (review.some((finding) => finding.blocks)) throw new CampaignRefused(review);
  for (const finding of review) options.onNotice?.(finding);
  const clock = createFollowedClock(startsAt);
  const store =
    options.store ?? (await openCampaignStore(campaign, { env, clock: clock.now, writer: 'outdial' }));
  try {
    if (options.leads) await importRows(store, campaign, options.leads);
    const firstCallAt = (await firstAttemptAt(store, campaign.file.id)) ?? startsAt;
    const made: { dialer?: Dialer } = {};
    const { dialer, platform, records } = assembleDialer({
      settings: toSettings(campaign.file, flows, law.duties(startsAt, firstCallAt)),
      platform: options.platform ?? platformOf(campaign, options, env),
      records: (sink, platform) =>
        createStoreRecords(
          {
            store,
            owned: options.store === undefined,
            ...recordsOf(campaign, law, options),
            abandonment: () => law.countsOf(made.dialer?.statistics().abandonment ?? [], platform.legalNow()),
          },
          sink,
          platform,
        ),
      ...(options.pacer ? { pacer: options.pacer } : {}),
      onFault: (fault) =>
        options.onFault?.({ where: fault.where, detail: errorText(fault.error), error: fault.error }),
    });
    clock.follow(() => platform.legalNow());
    made.dialer = dialer;
    journalStaffing(dialer, records.journal);
    followTheLists(dialer, lists, campaign.file.doNotCall.reloadSeconds);
    followThePeriods(dialer, (now) => toSettings(campaign.file, flows, law.duties(now, firstCallAt)).limits);
    return dialer;
  } catch (error) {
    if (options.store === undefined) await store.close();
    throw error;
  }
}

const LOOK_AT_PERIODS_MS = 3_600_000;

/**
 * Months differ in length and laws have dates: limits are read anew while the campaign runs, and changed
 * where they differ.
 */
function followThePeriods(dialer: Dialer, limitsAt: (now: number) => CampaignSettings['limits']): void {
  const look = (): void => {
    const limits = limitsAt(dialer.now());
    if (JSON.stringify(limits) !== JSON.stringify(dialer.settings.limits)) dialer.configure({ limits });
    if (dialer.state !== 'stopped') dialer.after(LOOK_AT_PERIODS_MS, look);
  };
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    dialer.after(LOOK_AT_PERIODS_MS, look);
  });
}

/** Files of lists are replaced in real time, whatever time the dialer lives in. */
function followTheLists(dialer: Dialer, lists: DoNotCallLists, seconds: number): void {
  if (lists.inUse.length === 0) return;
  let looking: Promise<void> | null = null;
  const timer = setInterval(() => {
    looking ??= lists.refresh().finally(() => (looking = null));
  }, seconds * 1000);
  timer.unref();
  dialer.onClose(() => clearInterval(timer));
}

async function loadCampaign(options: DialerOptions): Promise<LoadedCampaign> {
  if (typeof options.campaign === 'string')
    return readCampaignFile(resolve(options.folder ?? '.', options.campaign));
  const folder = resolve(options.folder ?? '.');
  return { path: 'campaign', folder, file: checkCampaign(options.campaign) };
}

/** The instant the run begins at, epoch ms: virtual or real. */
function startOf(campaign: LoadedCampaign, clockOffset: number): number {
  return campaign.file.telephony.kind === 'simulated'
    ? Date.parse(campaign.file.simulation.startsAt)
    : Date.now() + clockOffset;
}

function platformOf(
  campaign: LoadedCampaign,
  options: DialerOptions,
  env: NonNullable<DialerOptions['env']>,
): PlatformFactory {
  const { telephony, simulation, dialing } = campaign.file;
  if (telephony.kind === 'simulated') {
    return (sink) =>
      createSimulatedPlatform(
        {
          simulation,
          lines: dialing.lines,
          callsPerSecond: dialing.callsPerSecond,
          ...(options.pace === undefined ? {} : { pace: options.pace }),
        },
        sink,
      );
  }
  return (sink) =>
    createAsteriskPlatform(
      {
        telephony,
        env,
        ...(options.clockOffset === undefined ? {} : { clockOffsetMs: options.clockOffset }),
        report: ({ level, code, message }) => {
          if (level !== 'info') options.onFault?.({ where: 'telephony', detail: `${code}: ${message}` });
        },
      },
      sink,
    );
}

function recordsOf(
  campaign: LoadedCampaign,
  law: CampaignLaw,
  options: DialerOptions,
): Pick<Parameters<typeof createStoreRecords>[0], 'definition' | 'node' | 'gate' | 'windowOf' | 'onFault'> {
  const { file } = campaign;
  const { purpose, seller, subject } = file.compliance;
  return {
    definition: {
      campaignId: file.id,
      lists: file.lists.map((list) => list.id),
      purpose,
      ...(seller === undefined ? {} : { seller }),
      ...(subject === undefined ? {} : { facts: { subject } }),
    },
    node: file.telephony.kind === 'asterisk' ? file.telephony.node : 'simulation',
    gate: law.gate,
    windowOf: law.windowOf,
    onFault: ({ what, detail }) => options.onFault?.({ where: 'store', detail: `${what}: ${detail}` }),
  };
}
