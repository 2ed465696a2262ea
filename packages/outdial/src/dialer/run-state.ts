/** Where a campaign stands in its life: as its events say, and as it stood when it was closed. */
import {
  type CampaignEvent,
  type CampaignRunState,
  type CampaignSettings,
  type CampaignStatistics,
} from '@outdial/core';

/** What stood when a campaign was closed: from then on it is no longer on the floor. */
export interface LastFigures {
  readonly statistics: CampaignStatistics;
  readonly settings: CampaignSettings;
}

/** The run state of one campaign. */
export class RunState {
  #state: CampaignRunState = 'created';
  #reason: string | undefined;
  /** True once the campaign was started. */
  hasBegun = false;
  /** Set when the campaign was closed. */
  last: LastFigures | undefined;

  get state(): CampaignRunState {
    return this.#state;
  }

  /** Why the campaign is in this state, where the engine or an order gave a reason. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** Takes the newest state from the event. */
  take({ state, reason }: Extract<CampaignEvent, { readonly type: 'campaign.state' }>): void {
    this.#state = state;
    this.#reason = reason;
  }

  /** True when nothing more comes: a halted campaign ends when its last call has. */
  hasEnded(statistics: () => CampaignStatistics): boolean {
    if (this.#state === 'stopped') return true;
    if (this.#state !== 'halted') return false;
    const { callsInFlight, callsWithAgents } = statistics();
    return callsInFlight === 0 && callsWithAgents === 0;
  }
}
