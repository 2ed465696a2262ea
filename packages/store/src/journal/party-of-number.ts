/** What an attempt to call a number would find: for explanations, without placing a call. */
import { readCampaignLaw } from '../campaigns.js';
import type { LeadState } from '../database/tables.js';
import { readPhonesOf, timeZoneOf } from '../leads/lead-row.js';
import type { StoredLeadFacts } from '../leads/lead-facts.js';
import type { Store } from '../open-store.js';
import { calledParty } from './called-party.js';
import { historyOf } from './history.js';
import type { HistoryEntry } from './history.js';
import { readKnownFacts } from './known-facts.js';

/** What the gate would be asked about a number now, and what the store itself has against the call. */
export interface PartyOfNumber {
  readonly leadId: string;
  readonly listId: string;
  readonly account: string | null;
  readonly state: LeadState;
  /** The called party in the compliance module's terms (`lead.*`). */
  readonly facts: StoredLeadFacts & Readonly<Record<string, unknown>>;
  /** All attempts and contacts, as history entries. */
  readonly history: readonly HistoryEntry[];
  /** Rule id of the store's own refusal, e.g. 'store.do-not-call'; null when there is none. */
  readonly barredBy: string | null;
  /** False where this number of the lead was closed. */
  readonly open: boolean;
}

/**
 * Reads a number (E.164) as an attempt to call it would: from the lead of the campaign that has it, else of
 * any list; null when no lead has it.
 */
export async function readPartyOfNumber(
  store: Store,
  call: { readonly phone: string; readonly campaignId: string; readonly at: number },
): Promise<PartyOfNumber | null> {
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
    .limit(1)
    .executeTakeFirst();
  if (!lead) return null;
  const phones = await readPhonesOf(db, lead.lead_id);
  const law = await readCampaignLaw(db, call.campaignId);
  const { campaignId, phone, at } = call;
  const known = await readKnownFacts(db, store.secret, { personId: lead.person_id, phone, campaignId });
  const party = calledParty(known, lead, phones, { phone, law, at });
  const attempts = historyOf(known.attempts, timeZoneOf(lead));
  return {
    leadId: lead.lead_id,
    listId: lead.list_id,
    account: lead.account,
    state: lead.state,
    facts: party.facts,
    history: [...attempts, ...party.contacts],
    barredBy: party.barredBy,
    open: phones.find((phone) => phone.phone === call.phone)?.open === 1,
  };
}
