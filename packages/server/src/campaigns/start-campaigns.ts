/** Starts the campaigns of a server, and spreads them over the servers of its store from then on. */
import { randomUUID } from 'node:crypto';
import { faultText, type CampaignRunState } from '@outdial/core';
import type { ServerParts } from '../api/server-parts.js';
import type { ServedCampaign } from './served-campaigns.js';
import { Spread, type NodePlace } from './spread.js';
import { Standby } from './standby.js';

/** What starting the campaigns needs. */
export interface StartParts {
  /** Name of this server among those on the store. */
  readonly node: string;
  /** Where browsers reach it; null: nobody said. */
  readonly address: string | null;
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
  readonly onFault: (detail: string) => void;
}

/** The campaigns of a server, spread over those of its store. */
export interface SpreadCampaigns {
  /** The servers of the store that spoke lately, this one first. */
  readonly places: () => readonly NodePlace[];
  readonly end: () => Promise<void>;
}

/** How often servers say how they stand. */
const BEAT_EVERY_MS = 1_000;

/** Starts every campaign, or stands by where another server runs it; spreads them from then on. */
export async function startCampaigns(
  { floor, served, store }: ServerParts,
  { node, address, isOver, say, onFault }: StartParts,
): Promise<SpreadCampaigns> {
  const ofFiles = (): readonly ServedCampaign[] =>
    served.all().filter(({ dialer }) => served.startsWithServer(dialer.campaignId));
  const running = (): readonly ServedCampaign[] =>
    served.all().filter(({ dialer }) => dialer.hasStarted && !ENDED.has(dialer.state));
  const spread = new Spread({
    ...{ store, node, address, nodeId: randomUUID(), isLeaving: isOver },
    offers: () => ofFiles().map(({ dialer }) => dialer.campaignId),
    runs: () => running().map(({ dialer }) => dialer.campaignId),
    silentTelephonyMs: () =>
      floor.telephonyDownSince === null ? null : floor.now() - floor.telephonyDownSince,
  });
  const standby = new Standby({
    ...{ spread, isOver, say },
    connect: () => floor.connect(),
    start: (campaign) => served.start(campaign),
    current: (campaignId) => served.get(campaignId),
    renew: (campaignId) => served.put(campaignId),
    refresh: (campaignId) => served.refresh(campaignId),
  });
  let beating: Promise<void> | null = null;
  const beat = async (): Promise<void> => {
    await spread.beat();
    if (isOver()) return;
    standby.renewEnded(ofFiles());
    void standby.giveOne(running().filter((campaign) => mayMove(ofFiles(), campaign)));
    for (const { dialer } of running()) if (dialer.share !== null) await served.follow(dialer.campaignId);
  };
  const timer = setInterval(() => {
    beating ??= beat()
      .catch((error: unknown) => onFault(`nodes: ${faultText(error)}`))
      .finally(() => (beating = null));
  }, BEAT_EVERY_MS);
  timer.unref();
  // A database that is silent now is asked again every second.
  await spread.beat().catch((error: unknown) => onFault(`nodes: ${faultText(error)}`));
  floor.attend();
  for (const campaign of served.all()) {
    const { campaignId } = campaign.dialer;
    if (served.startsWithServer(campaignId)) await standby.start(campaign);
    else say(`${campaignId} was made at the console: start it there`);
  }
  return {
    places: () => spread.places(),
    end: async () => {
      clearInterval(timer);
      const left = Promise.resolve(beating).then(() => spread.leave());
      const reported = left.catch((error: unknown) => onFault(`nodes: ${faultText(error)}`));
      // A store that does not answer is not waited for: the row grows old by itself.
      await Promise.race([reported, new Promise((resolve) => setTimeout(resolve, BEAT_EVERY_MS).unref())]);
    },
  };
}

const ENDED: ReadonlySet<CampaignRunState> = new Set(['stopped', 'halted']);

/** People are not sent from one server to another: a campaign moves while nobody is logged in for it. */
function mayMove(ofFiles: readonly ServedCampaign[], { dialer, team }: ServedCampaign): boolean {
  const isOfFile = ofFiles.some((campaign) => campaign.dialer === dialer);
  return isOfFile && dialer.state === 'running' && (team !== null || dialer.agents().length === 0);
}
