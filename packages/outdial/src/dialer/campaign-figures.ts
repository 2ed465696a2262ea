/** What the engine says of one campaign: settings, statistics, agents, calls, obstacles. */
import {
  invariant,
  type AgentView,
  type CallView,
  type CampaignSettings,
  type CampaignStatistics,
  type DialingObstacle,
  type Engine,
} from '@outdial/core';

/** The figures of a campaign. Once it is closed, and no longer on the floor, the last ones stay. */
export class CampaignFigures {
  readonly #engine: Engine;
  readonly #campaignId: string;
  #last: { readonly settings: CampaignSettings; readonly statistics: CampaignStatistics } | undefined;

  constructor(engine: Engine, campaignId: string) {
    this.#engine = engine;
    this.#campaignId = campaignId;
  }

  /** True once the campaign is closed. */
  get areLast(): boolean {
    return this.#last !== undefined;
  }

  /** The settings in force. */
  get settings(): CampaignSettings {
    if (this.#last) return this.#last.settings;
    const campaign = this.#engine.floor.campaign(this.#campaignId);
    invariant(campaign, `campaign ${this.#campaignId} is not on the floor`);
    return campaign.settings;
  }

  /** Live figures. */
  statistics(): CampaignStatistics {
    return this.#last?.statistics ?? this.#engine.statistics(this.#campaignId);
  }

  /** The agents as they stand; none once the campaign is closed. */
  agents(): readonly AgentView[] {
    return this.#last ? [] : this.#engine.agents(this.#campaignId);
  }

  /** The calls as they stand; none once the campaign is closed. */
  calls(): readonly CallView[] {
    return this.#last ? [] : this.#engine.calls(this.#campaignId);
  }

  /** What keeps calls from being placed; nothing once the campaign is closed. */
  obstacles(): readonly DialingObstacle[] {
    return this.#last ? [] : this.#engine.obstacles(this.#campaignId);
  }

  /** Keeps settings and statistics as they are: the campaign is about to leave the floor. */
  keepLast(): void {
    this.#last ??= { settings: this.settings, statistics: this.statistics() };
  }
}
