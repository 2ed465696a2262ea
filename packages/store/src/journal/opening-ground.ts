/**
 * What an attempt finds before it takes its keys: lease, kill switch, campaign, lead, numbers, and where its
 * agent works. One statement, because an attempt is opened between two calls, and every round trip to the
 * database counts.
 */
import type { Db, Tx } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { lockLead, readPhonesOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import { instanceOfAgent } from '../presence/presence.js';
import { fenceOf, readFence } from './lease.js';
import type { Fence } from './lease.js';

/** What an attempt finds. */
export interface OpeningGround {
  readonly fence: Fence;
  /** Undefined: the store has no such lead. */
  readonly lead: AttemptLeadRow | undefined;
  /** In dial order. */
  readonly phones: readonly LeadNumber[];
  /** The instance at which the agent works; null: nowhere, or no agent was named. */
  readonly agentAt: string | null;
}

/** The attempt that is to be opened. */
export interface Opening {
  readonly campaignId: string;
  readonly epoch: number;
  readonly leadId: string;
  readonly agentId: string | undefined;
}

/** No agent has this id. */
const NOBODY = '';

/** One row a number of the lead. */
const shareGround = preparedQuery(
  (db: Db, { campaignId, leadId, agentId }: Given<{ campaignId: string; leadId: string; agentId: string }>) =>
    db
      .selectFrom('leases as l')
      .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
      .leftJoin('campaigns as c', 'c.campaign_id', 'l.campaign_id')
      .innerJoin('leads as d', (join) => join.on('d.lead_id', '=', leadId))
      .innerJoin('phones as p', 'p.lead_id', 'd.lead_id')
      .leftJoin('presences as a', (join) => join.on('a.agent_id', '=', agentId))
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
        'a.instance as agent_at',
      ])
      .where('l.campaign_id', '=', campaignId)
      .forShare(),
);

/**
 * Reads all of it and keeps it from changing until the transaction ends. The lead is shared and not locked
 * for writing: the keys in progress keep rivals away, and an opening that is allowed does not change it.
 */
export async function readGround(tx: Tx, opening: Opening): Promise<OpeningGround> {
  const { campaignId, epoch, leadId, agentId = NOBODY } = opening;
  const rows = await shareGround.all(tx, { campaignId, leadId, agentId });
  const [first] = rows;
  if (!first) return readApart(tx, opening);
  const { kill_reason: reason, law_seller: seller, law_facts: facts, agent_at: agentAt } = first;
  const fence = fenceOf({ ...first, reason, seller, facts }, epoch);
  return { fence, lead: first, phones: rows.sort((a, b) => a.position - b.position), agentAt };
}

/** Lease, lead or numbers are missing: which of them, statements of their own say. */
async function readApart(tx: Tx, opening: Opening): Promise<OpeningGround> {
  const { leadId, agentId } = opening;
  const fence = await readFence(tx, opening);
  const agentAt = agentId === undefined ? null : await instanceOfAgent(tx, agentId);
  const lead = await lockLead(tx, leadId);
  return { fence, lead, phones: lead ? await readPhonesOf(tx, lead.lead_id) : [], agentAt };
}
