/**
 * What an attempt finds before it takes its keys: lease, kill switch, campaign, lead and numbers. One
 * statement, because an attempt is opened between two calls, and every round trip to the database counts.
 */
import type { Db, Tx } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { lockLead, readPhonesOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import { fenceOf, readFence } from './lease.js';
import type { Fence } from './lease.js';

/** What an attempt finds. */
export interface OpeningGround {
  readonly fence: Fence;
  /** Undefined: the store has no such lead. */
  readonly lead: AttemptLeadRow | undefined;
  /** In dial order. */
  readonly phones: readonly LeadNumber[];
}

/** One row a number of the lead. */
const shareGround = preparedQuery(
  (db: Db, { campaignId, leadId }: Given<{ campaignId: string; leadId: string }>) =>
    db
      .selectFrom('leases as l')
      .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
      .leftJoin('campaigns as c', 'c.campaign_id', 'l.campaign_id')
      .innerJoin('leads as d', (join) => join.on('d.lead_id', '=', leadId))
      .innerJoin('phones as p', 'p.lead_id', 'd.lead_id')
      .select([
        'l.epoch',
        'k.is_on',
        'k.reason as kill_reason',
        'c.purpose',
        'c.seller as law_seller',
        'c.facts as law_facts',
        'd.lead_id',
        'd.person_id',
        'd.list_id',
        'd.entry',
        'd.state',
        'd.claim_campaign',
        'd.claim_epoch',
        'd.reason',
        'd.phone_index',
        'd.dial_order',
        'd.attempts',
        'd.outcomes',
        'd.recent_attempts',
        'd.account',
        'd.seller',
        'd.facts',
        'p.position',
        'p.phone',
        'p.line_type',
        'p.open',
      ])
      .where('l.campaign_id', '=', campaignId)
      .forShare(),
);

/**
 * Reads all of it and keeps it from changing until the transaction ends. The lead is shared and not locked
 * for writing: the keys in progress keep rivals away, and an opening that is allowed does not change it.
 */
export async function readGround(
  tx: Tx,
  opening: { readonly campaignId: string; readonly epoch: number; readonly leadId: string },
): Promise<OpeningGround> {
  const { campaignId, epoch, leadId } = opening;
  const rows = await shareGround.all(tx, { campaignId, leadId });
  const [first] = rows;
  if (!first) return readApart(tx, opening);
  const { kill_reason: reason, law_seller: seller, law_facts: facts } = first;
  const fence = fenceOf({ ...first, reason, seller, facts }, epoch);
  return { fence, lead: first, phones: rows.sort((a, b) => a.position - b.position) };
}

/** Lease, lead or numbers are missing: which of them, three statements say. */
async function readApart(
  tx: Tx,
  opening: { readonly campaignId: string; readonly epoch: number; readonly leadId: string },
): Promise<OpeningGround> {
  const fence = await readFence(tx, opening);
  const lead = await lockLead(tx, opening.leadId);
  return { fence, lead, phones: lead ? await readPhonesOf(tx, lead.lead_id) : [] };
}
