import type { AbandonmentLimit } from '@outdial/core';

/** What the law obliges the campaign to, in the engine's words. Durations ms. */
export interface CampaignDuties {
  readonly limits: readonly AbandonmentLimit[];
  /** From the live answer until an agent must have the call. */
  readonly connectGrace: number;
  /** An unanswered call rings at least this long. */
  readonly minimumRingTime: number;
  /** After abandonment the lead is not dialed for this long. */
  readonly abandonedBan: number;
}
