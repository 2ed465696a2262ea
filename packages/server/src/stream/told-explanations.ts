/**
 * What the stream has told of why nothing is dialed. An explanation that says the same as before keeps the
 * instant at which it was found first: with a new one each second, every campaign would be sent to every
 * board each second.
 */
import type { z } from 'zod';
import type * as schemas from '../api/schemas.js';

type CampaignDocument = z.input<typeof schemas.campaign>;

/** The explanations that were told last, by campaign. */
export class ToldExplanations {
  readonly #told = new Map<string, CampaignDocument['explanation']>();

  /** The document with the instant of its explanation as it was told, where nothing else of it is new. */
  steady(document: CampaignDocument): CampaignDocument {
    const { campaignId, explanation } = document;
    const told = this.#told.get(campaignId);
    if (told !== undefined && JSON.stringify({ ...explanation, at: told.at }) === JSON.stringify(told))
      return { ...document, explanation: told };
    this.#told.set(campaignId, explanation);
    return document;
  }

  /** Forgets a campaign that was taken off the floor. */
  forget(campaignId: string): void {
    this.#told.delete(campaignId);
  }
}
