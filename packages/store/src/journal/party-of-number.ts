/** What an attempt to call a number would find: for explanations, without placing a call. */
import { readCampaignLaw } from '../campaigns.js';
import type { LeadState } from '../database/tables.js';
import { toJson } from '../database/json-text.js';
import { readPhonesOf, timeZoneOf, type LeadNumber, type LeadRow } from '../leads/lead-row.js';
import type { StoredLeadFacts } from '../leads/lead-facts.js';
import type { Store } from '../open-store.js';
import { calledParty } from './called-party.js';
import { historyOf } from './history.js';
import type { HistoryEntry } from './history.js';
import { readKnownFacts } from './known-facts.js';

/** What is known of a number, with a lead or without one. */
export interface KnownNumber {
  /** The called party in the compliance module's terms (`lead.*`). */
  readonly facts: StoredLeadFacts & Readonly<Record<string, unknown>>;
  /** All attempts and contacts, as history entries. */
  readonly history: readonly HistoryEntry[];
  /** Rule id of the store's own refusal, e.g. 'store.do-not-call'; null when there is none. */
  readonly barredBy: string | null;
}

/** What the gate would be asked about a number now, and what the store itself has against the call. */
export interface PartyOfNumber extends KnownNumber {
  readonly leadId: string;
  readonly listId: string;
  readonly account: string | null;
  readonly state: LeadState;
  /** False where this number of the lead was closed. */
  readonly open: boolean;
}

/** The call that is asked about. */
interface CallToNumber {
  /** E.164. */
  readonly phone: string;
  readonly campaignId: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Reads a number (E.164) as an attempt to call it would: from the lead of the campaign that has it, else of
 * any list; null when no lead has it.
 */
export async function readPartyOfNumber(store: Store, call: CallToNumber): Promise<PartyOfNumber | null> {
  const { db } = store.engine;
  const lead = await db
    .selectFrom('leads as l')
    .innerJoin('phones as p', 'p.lead_id', 'l.lead_id')
    .leftJoin('campaign_lists as c', (join) =>
      join.onRef('c.list_id', '=', 'l.list_id').on('c.campaign_id', '=', call.campaignId),
    )
    .selectAll('l')
    .where('p.phone', '=', call.phone)
    .orderBy((eb) => eb.case().when('c.campaign_id', 'is', null).then(1).else(0).end())
    .orderBy((eb) => eb.case().when('l.state', '=', 'closed').then(1).else(0).end())
    .orderBy('l.created_at')
    .orderBy('l.lead_id')
    .limit(1)
    .executeTakeFirst();
  if (!lead) return null;
  const phones = await readPhonesOf(db, lead.lead_id);
  return {
    ...(await knownOf(store, lead, phones, call)),
    leadId: lead.lead_id,
    listId: lead.list_id,
    account: lead.account,
    state: lead.state,
    open: phones.find((phone) => phone.phone === call.phone)?.open === 1,
  };
}

/** What is known of a number that no lead has: of it, and of the person who is known by it alone. */
export async function readUnlistedNumber(store: Store, call: CallToNumber): Promise<KnownNumber> {
  const person_id = store.secret.personIdOf({ phone: call.phone });
  return knownOf(store, { person_id, seller: null, account: null, facts: toJson({}) }, [], call);
}

async function knownOf(
  store: Store,
  lead: Pick<LeadRow, 'person_id' | 'seller' | 'account' | 'facts'>,
  phones: readonly LeadNumber[],
  { campaignId, phone, at }: CallToNumber,
): Promise<KnownNumber> {
  const { db } = store.engine;
  const law = await readCampaignLaw(db, campaignId);
  const known = await readKnownFacts(db, store.secret, { personId: lead.person_id, phone, campaignId });
  const { facts, contacts, barredBy } = calledParty(known, lead, phones, { phone, law, at });
  return { facts, history: [...historyOf(known.attempts, timeZoneOf(lead)), ...contacts], barredBy };
}
