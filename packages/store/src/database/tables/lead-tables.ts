/** Tables of lists, leads and their numbers. */
import type { LeadPhone, LeadReason, Outcome } from '@outdial/core';
import type { Generated } from 'kysely';
import type { ImportTotals } from '../../import/import-totals.js';
import type { JsonText } from '../json-text.js';
import type { Flag } from './flags.js';

/** Every state of a lead. */
export const LEAD_STATES = ['ready', 'waiting', 'callback', 'claimed', 'closed'] as const;

/**
 * State of a lead. 'waiting' becomes 'ready' when its instant comes; 'callback' waits for its time (and
 * perhaps an agent).
 */
export type LeadState = (typeof LEAD_STATES)[number];

/**
 * What closed a lead: an outcome, a recall from outside, the law, a do-not-call request, or the campaign
 * when it gave the lead up.
 */
export type ClosedBy = 'outcome' | 'withdrawn' | 'refused' | 'do-not-call' | 'released';

/** Lists of leads. */
export interface ListsTable {
  list_id: string;
  created_at: number;
}

/** Campaigns, with what the law must know of them when their attempts are read back as history. */
export interface CampaignsTable {
  campaign_id: string;
  purpose: string | null;
  seller: string | null;
  /** The facts given to `registerCampaign`, complete. */
  facts: JsonText<Readonly<Record<string, string>>>;
  updated_at: number;
}

/** Which lists a campaign dials. */
export interface CampaignListsTable {
  campaign_id: string;
  list_id: string;
}

/** Campaigns as documents: a row a version, which is never changed. */
export interface CampaignVersionsTable {
  campaign_id: string;
  /** From 1. */
  version: number;
  author: string;
  at: number;
  /** Path of the campaign file it was read from; null: a person wrote it. */
  source: string | null;
  /** Text of the campaign file. */
  document: string;
}

/** The distinct places of a list's leads: calling windows are asked once a place. */
export interface PlacesTable {
  list_id: string;
  place: string;
}

/** One row a lead. */
export interface LeadsTable {
  lead_id: string;
  list_id: string;
  person_id: string;
  /** Which of the person's entries in the list it is: '' for the only one, else a digest of the account. */
  entry: string;
  state: LeadState;
  /** Null once closed. */
  next_dialable_at: number | null;
  place: string;
  /** The priority negated, so that an ascending index gives the dial order. See `leads/dial-order.ts`. */
  dial_order: number;
  /** Age within the store: smaller is older. */
  seq: number;
  reason: LeadReason;
  phone_index: number;
  callback_at: number | null;
  callback_agent_id: string | null;
  callback_note: string | null;
  owner_agent_id: string | null;
  skills: JsonText<readonly string[]>;
  answer_probability: number | null;
  attempts: number;
  /** 1 after the first attempt, whether it counted or not. */
  touched: Flag;
  /** How often it was closed and recycled: by a rule of a campaign, or by a person's order. */
  recycled: Generated<number>;
  /** How often each outcome came since the last contact. */
  outcomes: JsonText<Readonly<Partial<Record<Outcome, number>>>>;
  /** Epoch ms of the attempts of the last 24 hours that counted. */
  recent_attempts: JsonText<readonly number[]>;
  last_outcome: Outcome | null;
  last_disposition: string | null;
  last_attempt_at: number | null;
  /** Reason of the state, for reports. */
  why: string;
  closed_by: ClosedBy | null;
  claim_campaign: string | null;
  claim_epoch: number | null;
  claimed_at: number | null;
  account: string | null;
  seller: string | null;
  /** Facts of the lead in the compliance module's terms (region, timeZone, relationship ...). */
  facts: JsonText<Readonly<Record<string, unknown>>>;
  /** Name, account and custom fields for the agent's screen. */
  fields: JsonText<Readonly<Record<string, string>>>;
  import_id: string | null;
  import_line: number | null;
  created_at: number;
  updated_at: number;
}

/**
 * How many leads stand where. Several rows of one kind add up: a transaction that moves leads writes what it
 * adds and takes away, and the rows are folded now and then. See `leads/lead-counts.ts`.
 */
export interface LeadCountsTable {
  id: Generated<number>;
  list_id: string;
  state: LeadState;
  /** '' for closed leads. */
  place: string;
  /** Of leads that are closed or wait; '' for the others. */
  why: string;
  touched: Flag;
  /** May be negative in one row; the sum is not. */
  n: number;
}

/** Numbers of a lead, in dial order. */
export interface PhonesTable {
  lead_id: string;
  position: number;
  phone: string;
  person_id: string;
  line_type: NonNullable<LeadPhone['lineType']> | null;
  open: Flag;
  closed_why: string | null;
}

/** How far an import got: written in the transaction of each batch. */
export interface ImportsTable {
  import_id: string;
  list_id: string;
  /** Records committed. */
  position: number;
  rejects_bytes: number;
  totals: JsonText<Partial<ImportTotals>>;
  done: Flag;
  started_at: number;
  updated_at: number;
}
