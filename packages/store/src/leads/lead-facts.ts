/**
 * The facts of a lead that the store itself writes, in the compliance module's terms: their names and values
 * are typed, so that a misspelt fact does not compile instead of being a law ignored.
 */
import type { LeadPhone } from '@outdial/core';
import type { ImportedFacts } from '@outdial/lists';
import type { ConsentFact } from '../law/consent-fact.js';
import type { InconvenientHours } from '../law/inconvenient-hours.js';

/** A number of the called party other than the one dialed. */
export interface OtherPhone {
  readonly phone: string;
  readonly lineType?: NonNullable<LeadPhone['lineType']>;
}

/** Facts that come with the campaign, where the lead has none of its own. */
export interface CampaignFacts {
  readonly subject?: string;
  readonly debtId?: string;
  readonly eventId?: string;
}

/** Facts learned on calls, or stored by an operator. */
export interface LearnedFacts {
  readonly inconvenient?: readonly InconvenientHours[];
  readonly attorney?: { readonly known: true };
  readonly bankrupt?: true;
  readonly deceased?: true;
  readonly minor?: true;
  readonly ceaseMailedAt?: number;
  readonly ceaseReceivedAt?: number;
  readonly employerProhibits?: true;
  readonly mediumOptOut?: readonly string[];
  readonly reassigned?: { readonly queriedAt: number; readonly answer: 'yes' | 'no' | 'no-data' };
  readonly timeZone?: string;
  readonly timeZoneSource?: 'confirmed';
}

/** Facts of the very call: its number and what is known of it. */
export interface CallFacts {
  readonly phone: string;
  readonly lineType?: NonNullable<LeadPhone['lineType']>;
  readonly otherPhones: readonly OtherPhone[];
  readonly consent?: ConsentFact;
}

/** Every fact of a lead that the store writes. */
export type StoredLeadFacts = ImportedFacts & CampaignFacts & LearnedFacts & CallFacts;

/** Names of the facts the store writes: keys of the law's own facts, which a test of outdial checks. */
export type LeadFactName = keyof StoredLeadFacts;
