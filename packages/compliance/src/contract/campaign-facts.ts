/** What is known of the campaign, as in force for one call. */
import type { Registration, RegistryProof } from './registration.js';
import type { DialingMode, Purpose, Voice } from './terms.js';

/** Abandonment figures of the current period of the applicable rule. */
export interface AbandonmentFigures {
  /** 'YYYY-MM-DD'. */
  readonly periodStart: string;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** A declared state of emergency during which some states forbid solicitation. */
export interface DeclaredEmergency {
  /** US state, such as 'LA' or 'NY'. */
  readonly region: string;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive; absent while it lasts. */
  readonly until?: number | undefined;
}

/** Facts about the campaign, as in force for this one call. */
export interface CampaignFacts {
  readonly purpose: Purpose;
  readonly mode: DialingMode;
  /** A person's click starts this one call. Always so for 'manual'; absent for 'preview' reads as a timer. */
  readonly humanInitiated?: boolean | undefined;
  readonly voice: Voice;
  readonly subject?: string | undefined;
  readonly debtId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly seller?: string | undefined;
  /**
   * Content class for exemptions: 'appointment-reminder', 'billing', 'fraud-alert', 'package-delivery' ...
   */
  readonly content?: string | undefined;
  readonly firstParty?: boolean | undefined;
  readonly taxExempt?: boolean | undefined;
  readonly freeToEndUser?: boolean | undefined;
  /** Numbers are randomly or sequentially generated (ATDS). List dialing is not. */
  readonly autodialer?: boolean | undefined;
  /** An agentless flow that transfers to agents. Absent: true when abandonment figures are given. */
  readonly transfersToAgent?: boolean | undefined;
  /** Epoch ms at which the registry copy was obtained; its age counts local dates. */
  readonly doNotCallVersionAt?: number | undefined;
  /** What the review of a sales campaign asks for, by registry. */
  readonly registryProof?: readonly RegistryProof[] | undefined;
  /** Registrations, permits and subscriptions of the caller, which the review asks for. */
  readonly registrations?: readonly Registration[] | undefined;
  /** Emergencies declared where the campaign calls, besides those given to `createCompliance()`. */
  readonly emergencies?: readonly DeclaredEmergency[] | undefined;
  /** ms an unanswered call rings before it is given up. */
  readonly ringTimeout?: number | undefined;
  readonly abandonment?: AbandonmentFigures | undefined;
}
