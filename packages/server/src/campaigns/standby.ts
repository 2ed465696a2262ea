/**
 * Runs campaigns that no other server runs, and stands by for those that another one does: each is started
 * once the other has let it go. One that this server lost is stood by for again.
 */
import { faultText, isOutdialError } from '@outdial/core';
import type { ServedCampaign } from './served-campaigns.js';
import type { Spread } from './spread.js';

/** What standing by needs. */
export interface StandbyParts {
  /** Connects telephony. Rejects where it is out of reach. */
  readonly connect: () => Promise<void>;
  /** Starts a campaign that is this server's now. */
  readonly start: (campaign: ServedCampaign) => Promise<void>;
  /** The campaign as it is on the floor now; undefined: it has been taken off. */
  readonly current: (campaignId: string) => ServedCampaign | undefined;
  /** Puts a campaign that has ended on the floor anew, without a lease. */
  readonly renew: (campaignId: string) => Promise<unknown>;
  /** Puts a campaign that waits on the floor anew, where its document has a newer version. */
  readonly refresh: (campaignId: string) => Promise<unknown>;
  /** Who should run which campaign. */
  readonly spread: Pick<Spread, 'isNext' | 'isForAnother' | 'canDial'>;
  /** True once the server takes no campaign any more. */
  readonly isOver: () => boolean;
  /** Takes lines for the person who started the server. */
  readonly say: (line: string) => void;
}

/** ms between looks whether the other server has let a campaign go. */
const LOOK_EVERY_MS = 1_000;
/** Where another server should take a campaign, this one tries at every look of so many only. */
const LOOKS_FOR_OTHERS = 3;
/** ms between two campaigns that this server lets go, so that the others' words tell of the first. */
const GIVE_EVERY_MS = 5_000;
/** How a halt begins that nobody ordered: the campaign goes on wherever its lease is. */
const LOST = ['lease-lost', 'database-silent', 'telephony-lost'] as const;

/** Starts campaigns, at once or when the server that runs them has ended; lets go those of another one. */
export class Standby {
  readonly #parts: StandbyParts;
  #gaveAt = -Infinity;
  #isGiving = false;
  /** Dialers that ended by an order for all that work their campaign. */
  readonly #ended = new WeakSet<ServedCampaign['dialer']>();

  constructor(parts: StandbyParts) {
    this.#parts = parts;
  }

  /**
   * Starts a campaign. Where another server runs it, or should, resolves all the same, and starts it later:
   * within a second where that server gave it up, within some seconds where its process has ended on this
   * machine, and when its lease has ended where the other machine is silent. A campaign that cannot start is
   * said.
   */
  async start(campaign: ServedCampaign): Promise<void> {
    const { campaignId } = campaign.dialer;
    const { spread, say } = this.#parts;
    try {
      if (!spread.canDial) say(`${campaignId}: telephony is out of reach. This server stands by`);
      else if (!spread.isNext(campaignId))
        say(`${campaignId}: a server that runs fewer campaigns comes first. This server stands by`);
      else if (await this.#try(campaign)) return;
    } catch (error) {
      if (!isPassing(error)) return say(`${campaignId} was not started: ${faultText(error)}`);
      say(`${campaignId}: ${faultText(error)}. This server stands by`);
    }
    void this.#wait(campaignId);
  }

  /**
   * Lets one of these campaigns go where another server should run it: no new calls, and when the last one
   * has ended, the lease is free.
   */
  async giveOne(campaigns: readonly ServedCampaign[]): Promise<void> {
    const { spread, say } = this.#parts;
    // One that drains still counts as run here: a second one would be one too many.
    if (this.#isGiving || performance.now() - this.#gaveAt < GIVE_EVERY_MS) return;
    const campaign = campaigns
      .filter(({ dialer }) => spread.isForAnother(dialer.campaignId))
      .sort((a, b) => a.dialer.calls().length - b.dialer.calls().length)[0];
    if (!campaign) return;
    this.#isGiving = true;
    const { dialer } = campaign;
    say(`${dialer.campaignId} goes to a server that runs fewer campaigns`);
    await dialer.letGo();
    await this.#againAfter(campaign);
    this.#gaveAt = performance.now();
    this.#isGiving = false;
  }

  /** Stands by again for campaigns that are spread and were ended by an order: it gives its share back. */
  renewEnded(campaigns: readonly ServedCampaign[]): void {
    for (const campaign of campaigns) {
      const { dialer } = campaign;
      if (!dialer.isEndedByOrder || !hasEnded(campaign) || this.#ended.has(dialer)) continue;
      this.#ended.add(dialer);
      void this.#againAfter(campaign);
    }
  }

  async #wait(campaignId: string): Promise<void> {
    const { spread, say } = this.#parts;
    let said = '';
    for (let look = 1; ; look += 1) {
      await pause();
      const waiting = this.#parts.current(campaignId);
      if (this.#parts.isOver() || !waiting || waiting.dialer.hasStarted) return;
      if (!spread.canDial) continue;
      if (!spread.isNext(campaignId) && look % LOOKS_FOR_OTHERS !== 0) continue;
      try {
        await this.#parts.refresh(campaignId);
        const campaign = this.#parts.current(campaignId);
        if (!campaign || campaign.dialer.hasStarted) return;
        if (await this.#try(campaign)) return say(`${campaignId} is run by this server now`);
      } catch (error) {
        // The store was closed meanwhile.
        if (this.#parts.isOver()) return;
        const text = `${campaignId} was not started: ${faultText(error)}`;
        // What lasts is said once.
        if (!isHeld(error) && text !== said) say(text);
        said = text;
      }
    }
  }

  /**
   * Keeps the campaign for this server and starts it. False: the server ends. Telephony is asked for after
   * the lease: a server of this name that stands still is replaced then, and not before.
   */
  async #try(campaign: ServedCampaign): Promise<boolean> {
    await campaign.dialer.reserve({ joins: true });
    try {
      await this.#parts.connect();
    } catch (error) {
      // A server that cannot dial keeps no campaign from one that can.
      await this.#parts.renew(campaign.dialer.campaignId);
      throw error;
    }
    if (this.#parts.isOver()) return false;
    const stop = this.#watch(campaign);
    try {
      await this.#parts.start(campaign);
    } catch (error) {
      stop();
      throw error;
    }
    return true;
  }

  /** Says when the campaign is halted, and stands by again where nobody ordered it. Returns how to stop. */
  #watch(campaign: ServedCampaign): () => void {
    const { dialer } = campaign;
    const stop = dialer.on('campaign.state', ({ state, reason = '' }) => {
      if (state !== 'halted') return;
      const isLost = LOST.some((lost) => reason.startsWith(lost));
      this.#parts.say(`${dialer.campaignId} was halted: ${reason}${isLost ? '. This server stands by' : ''}`);
      if (!isLost) return;
      stop();
      void this.#againAfter(campaign);
    });
    return stop;
  }

  /** Stands by again, once the calls of the campaign have ended. */
  async #againAfter(campaign: ServedCampaign): Promise<void> {
    const { campaignId } = campaign.dialer;
    while (!hasEnded(campaign)) await pause();
    const isSame = (): boolean => this.#parts.current(campaignId)?.dialer === campaign.dialer;
    for (let said = ''; !this.#parts.isOver() && isSame();) {
      try {
        await this.#parts.renew(campaignId);
        break;
      } catch (error) {
        const text = `${campaignId} does not stand by: ${faultText(error)}`;
        if (text !== said) this.#parts.say(text);
        said = text;
        await pause();
      }
    }
    void this.#wait(campaignId);
  }
}

/** Whether a campaign that was stopped or halted has no call any more. */
export function hasEnded({ dialer }: Pick<ServedCampaign, 'dialer'>): boolean {
  const { callsInFlight, callsWithAgents } = dialer.statistics();
  const isOver = dialer.state === 'stopped' || dialer.state === 'halted';
  return isOver && callsInFlight === 0 && callsWithAgents === 0;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref());
}

/** Whether a later try may succeed without anybody's doing. */
function isPassing(error: unknown): boolean {
  return isHeld(error) || (isOutdialError(error) && error.retryable);
}

function isHeld(error: unknown): boolean {
  return isOutdialError(error) && (error.code === 'campaign-held' || error.code === 'campaign-ended');
}
