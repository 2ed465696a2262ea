/** The campaigns of a floor, by id and by place. */
import { CampaignSide } from './campaign-side.js';
import type { CampaignSurroundings } from './campaign-side.js';
import { CountedAgents } from './floor-agents.js';
import type { PacedCampaignOptions } from './floor-contract.js';

/** A campaign with what only the floor knows of it. */
export interface FloorCampaign {
  options: PacedCampaignOptions;
  readonly side: CampaignSide;
  place: number;
  /** Instant since which the campaign has been asked for calls and placed none. */
  askedSince: number | undefined;
  /** Whether it placed none for so long that it has no leads, until it places one. */
  isDry: boolean;
}

/** The campaigns that share a floor's agents. Places are dealt by {@link FloorCampaigns.layOut}. */
export class FloorCampaigns {
  readonly #byId = new Map<string, FloorCampaign>();
  #inOrder: readonly FloorCampaign[] = [];

  /** By place, as they were laid out last. */
  get inOrder(): readonly FloorCampaign[] {
    return this.#inOrder;
  }

  get sides(): readonly CampaignSide[] {
    return this.#inOrder.map(({ side }) => side);
  }

  /** The shortest grace, ms: agents come free within it for every campaign. */
  get graceMs(): number {
    const graces = this.#inOrder.map(({ side }) => side.options.connectGrace);
    return graces.length === 0 ? 0 : Math.min(...graces);
  }

  get(campaignId: string): FloorCampaign | undefined {
    return this.#byId.get(campaignId);
  }

  has(campaignId: string): boolean {
    return this.#byId.has(campaignId);
  }

  /** @throws RangeError when the campaign is not on the floor. */
  known(campaignId: string): FloorCampaign {
    const campaign = this.#byId.get(campaignId);
    if (campaign !== undefined) return campaign;
    throw new RangeError(
      `floor pacer: campaign ${JSON.stringify(campaignId)} is not on the floor; add it first`,
    );
  }

  /**
   * Takes a campaign in, without a place as yet.
   *
   * @param around what the campaign sees of the floor
   * @throws RangeError when an option is out of range or the id is taken.
   */
  open(given: PacedCampaignOptions, around: CampaignSurroundings): void {
    const options = checked(given);
    if (this.#byId.has(options.campaignId))
      throw new RangeError(
        `floor pacer: campaign id ${JSON.stringify(options.campaignId)} is given twice; use an id once`,
      );
    this.#byId.set(options.campaignId, {
      options,
      side: new CampaignSide(options, around, new CountedAgents()),
      place: -1,
      askedSince: undefined,
      isDry: false,
    });
  }

  /** @throws RangeError when the campaign is not on the floor or an option is out of range. */
  configure(campaignId: string, changes: Partial<Omit<PacedCampaignOptions, 'campaignId'>>): void {
    const campaign = this.known(campaignId);
    const options = checked({ ...campaign.options, ...changes, campaignId });
    campaign.side.configure(changes);
    campaign.options = options;
  }

  /** @throws RangeError when the campaign is not on the floor. */
  remove(campaignId: string): void {
    this.#byId.delete(this.known(campaignId).options.campaignId);
  }

  /** Gives every campaign its place. */
  layOut(): void {
    this.#inOrder = [...this.#byId.values()];
    this.#inOrder.forEach((campaign, place) => {
      campaign.place = place;
      campaign.side.busyAgents = 0;
    });
  }
}

function checked(options: PacedCampaignOptions): PacedCampaignOptions {
  const { campaignId, priority = 1 } = options;
  if (priority > 0 && priority < Infinity) return options;
  throw new RangeError(
    `floor pacer option priority of campaign ${JSON.stringify(campaignId)} is ${priority}; ` +
      'give a finite number above 0',
  );
}
