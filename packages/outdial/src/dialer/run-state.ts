/** Where a campaign is in its life, as its events say. */
import type { AgentView, CampaignEvent, CampaignRunState, CampaignStatistics } from '@outdial/core';

/** How a run ended. */
export interface RunEnd {
  readonly state: Extract<CampaignRunState, 'stopped' | 'halted'>;
  /** Why, where the engine or an order gave a reason. */
  readonly reason?: string;
  readonly statistics: CampaignStatistics;
}

/** The run state of one campaign. */
export class RunState {
  #state: CampaignRunState = 'created';
  #reason: string | undefined;
  /** True once the campaign was started. */
  hasBegun = false;

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

  /**
   * True when nothing more comes: a halted campaign ends when its last call has, and when everybody has said
   * what theirs was or their time for it is over.
   */
  hasEnded(statistics: () => CampaignStatistics, agents: () => readonly AgentView[]): boolean {
    if (this.#state === 'stopped') return true;
    if (this.#state !== 'halted') return false;
    const { callsInFlight, callsWithAgents } = statistics();
    return callsInFlight === 0 && callsWithAgents === 0 && agents().every(({ state }) => state !== 'wrap-up');
  }
}
