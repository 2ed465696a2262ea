/** The campaigns of a floor, by id and by place. */
import { CampaignSide } from './campaign-side.js';
import type { CampaignSurroundings } from './campaign-side.js';
import { CountedAgents } from './floor-agents.js';
import type { PacerPriors } from './contract.js';
import type { PacedCampaignOptions } from './floor-contract.js';

/** A campaign with what only the floor knows of it. */
export interface FloorCampaign {
  options: PacedCampaignOptions;
  readonly side: CampaignSide;
  place: number;
  /** The campaign's id; another than the own one for a part of it: its leads that ask for the same skills. */
  readonly partOf: string;
  /** Skills that these leads ask for, beyond those of the campaign. */
  readonly leadSkills: readonly string[];
  /** Whether there are leads of this part to dial; always, where the campaign has one part. */
  isAtHand: boolean;
  /** Instant since which the campaign has been asked for calls and placed none. */
  askedSince: number | undefined;
  /** Whether it placed none for so long that it has no leads, until it places one. */
  isDry: boolean;
}

/** Most parts of a campaign: each is decided on, and beside all others. */
export const MOST_PARTS = 12;

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
    this.#enter(options, around, { partOf: options.campaignId, leadSkills: [] });
  }

  /** The parts of a campaign: first the one whose leads ask for no skills. */
  partsOf(campaignId: string): readonly FloorCampaign[] {
    return [...this.#byId.values()].filter(({ partOf }) => partOf === campaignId);
  }

  /** The part whose leads ask for these skills; undefined: there is none as yet. */
  part(campaignId: string, skills: readonly string[]): FloorCampaign | undefined {
    return this.#byId.get(partId(campaignId, skills));
  }

  /**
   * Takes in the part of a campaign whose leads ask for these skills, without a place as yet. Where there are
   * too many, the first without leads and calls makes room. Returns whether the part was taken in.
   */
  openPart(campaignId: string, skills: readonly string[], around: CampaignSurroundings): boolean {
    const parts = this.partsOf(campaignId);
    const [whole] = parts;
    if (whole === undefined) return false;
    if (parts.length >= MOST_PARTS) {
      const unused = parts.slice(1).find(({ isAtHand, side }) => !isAtHand && side.ledger.inFlight === 0);
      if (unused === undefined) return false;
      this.#byId.delete(unused.options.campaignId);
    }
    const options = {
      ...whole.options,
      campaignId: partId(campaignId, skills),
      skills: [...(whole.options.skills ?? []), ...skills],
      priors: priorsFrom(parts, whole.options.priors),
    };
    this.#enter(options, around, { partOf: campaignId, leadSkills: [...skills] });
    return true;
  }

  #enter(
    options: PacedCampaignOptions,
    around: CampaignSurroundings,
    part: Pick<FloorCampaign, 'partOf' | 'leadSkills'>,
  ): void {
    this.#byId.set(options.campaignId, {
      options,
      side: new CampaignSide(options, around, new CountedAgents()),
      place: -1,
      ...part,
      isAtHand: true,
      askedSince: undefined,
      isDry: false,
    });
  }

  /** @throws RangeError when the campaign is not on the floor or an option is out of range. */
  configure(campaignId: string, changes: Partial<Omit<PacedCampaignOptions, 'campaignId'>>): void {
    const options = checked({ ...this.known(campaignId).options, ...changes, campaignId });
    for (const part of this.partsOf(campaignId)) {
      part.side.configure(changes);
      const skills = [...(options.skills ?? []), ...part.leadSkills];
      part.options =
        part.partOf === part.options.campaignId
          ? options
          : { ...options, campaignId: part.options.campaignId, skills };
    }
  }

  /** @throws RangeError when the campaign is not on the floor. */
  remove(campaignId: string): void {
    for (const part of [this.known(campaignId), ...this.partsOf(campaignId)])
      this.#byId.delete(part.options.campaignId);
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

/** The id of a part: that of the campaign where no skills are asked for. */
function partId(campaignId: string, skills: readonly string[]): string {
  return skills.length === 0 ? campaignId : [campaignId, ...new Set(skills.toSorted())].join('\n');
}

/** What is known of the part with most calls, as what to expect of a new one. */
function priorsFrom(parts: readonly FloorCampaign[], given: PacerPriors = {}): PacerPriors {
  const known = parts
    .filter(({ side }) => side.isKnown)
    .toSorted((a, b) => b.side.learning.resolved - a.side.learning.resolved)[0]?.side;
  if (known === undefined) return given;
  const { wrapUp } = known.options.priors;
  const { ringTime, handleTime } = known.outlook.meanTimes;
  return {
    answerRate: known.outlook.answerRate,
    ringTime,
    talkTime: Math.max(1, handleTime - wrapUp),
    wrapUp,
  };
}
