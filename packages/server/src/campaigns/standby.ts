/** Campaigns that another server runs: this one stands by, and runs each once the other has let it go. */
import { faultText, isOutdialError } from '@outdial/core';
import type { ServedCampaign } from './served-campaigns.js';

/** What standing by needs. */
export interface StandbyParts {
  /** Starts a campaign that is this server's now. */
  readonly start: (campaign: ServedCampaign) => Promise<void>;
  /** The campaign as it is on the floor now; undefined: it has been taken off. */
  readonly current: (campaignId: string) => ServedCampaign | undefined;
  /** True once the server takes no campaign any more. */
  readonly isOver: () => boolean;
  /** Takes lines for the person who started the server. */
  readonly say: (line: string) => void;
}

/** ms between looks whether the other server has let a campaign go. */
const LOOK_EVERY_MS = 1_000;

/** Starts campaigns, at once or when the server that runs them has ended. */
export class Standby {
  readonly #parts: StandbyParts;

  constructor(parts: StandbyParts) {
    this.#parts = parts;
  }

  /**
   * Starts a campaign. Where another server runs it, resolves all the same, and starts it later: within a
   * second where that server gave it up or its process has ended on this machine, and when its lease has
   * ended where the other machine is silent. A campaign that cannot start is said.
   */
  async start(campaign: ServedCampaign): Promise<void> {
    const { campaignId } = campaign.dialer;
    try {
      if (await this.#try(campaign)) return;
    } catch (error) {
      if (!isHeld(error)) return this.#parts.say(`${campaignId} was not started: ${faultText(error)}`);
      this.#parts.say(`${campaignId}: ${faultText(error)}. This server stands by`);
    }
    void this.#wait(campaignId);
  }

  async #wait(campaignId: string): Promise<void> {
    let said = '';
    for (;;) {
      await new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref());
      const campaign = this.#parts.current(campaignId);
      if (this.#parts.isOver() || !campaign || campaign.dialer.hasStarted) return;
      try {
        if (await this.#try(campaign)) return this.#parts.say(`${campaignId} is run by this server now`);
      } catch (error) {
        const text = `${campaignId} was not started: ${faultText(error)}`;
        // What lasts is said once.
        if (!isHeld(error) && text !== said) this.#parts.say(text);
        said = text;
      }
    }
  }

  /** Keeps the campaign for this server and starts it. False: the server ends. */
  async #try(campaign: ServedCampaign): Promise<boolean> {
    await campaign.dialer.reserve();
    if (this.#parts.isOver()) return false;
    await this.#parts.start(campaign);
    return true;
  }
}

function isHeld(error: unknown): boolean {
  return isOutdialError(error) && error.code === 'campaign-held';
}
