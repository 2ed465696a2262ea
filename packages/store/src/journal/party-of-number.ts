import { readCampaignLaw } from '../campaigns.js';
import { query } from '../database/statements.js';
import type { LeadState } from '../database/tables.js';
import { readPhones } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';
import { readCalledParty } from './called-party.js';
import { readHistory } from './history.js';
import { timeZoneOf } from './open-attempt.js';

/** What the gate would be told of a number now, and what the store itself holds against the call. */
export interface PartyOfNumber {
  readonly leadId: string;
  readonly listId: string;
  readonly account: string | null;
  readonly state: LeadState;
  /** The called party in the compliance module's words (`lead.*`). */
  readonly facts: Readonly<Record<string, unknown>>;
  /** All attempts and contacts, as history entries. */
  readonly history: readonly Readonly<Record<string, unknown>>[];
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
  const [lead] = await query<LeadRow>(
    db,
    'select l.* from leads l join phones p on p.lead_id = l.lead_id left join campaign_lists c on c.list_id = l.list_id and c.campaign_id = ? where p.phone = ?' +
      " order by case when c.campaign_id is null then 1 else 0 end, case when l.state = 'closed' then 1 else 0 end, l.created_at limit 1",
    [call.campaignId, call.phone],
  );
  if (!lead) return null;
  const phones = (await readPhones(db, [lead.lead_id])).get(lead.lead_id) ?? [];
  const law = await readCampaignLaw(db, call.campaignId);
  const party = await readCalledParty(db, lead, phones, { ...call, law });
  const history = [
    ...(await readHistory(db, { personId: lead.person_id, phone: call.phone, timeZone: timeZoneOf(lead) })),
    ...party.contacts,
  ];
  return {
    leadId: lead.lead_id,
    listId: lead.list_id,
    account: lead.account,
    state: lead.state as LeadState,
    facts: party.facts,
    history,
    barredBy: party.barredBy,
    open: phones.find((phone) => phone.phone === call.phone)?.open === 1,
  };
}
