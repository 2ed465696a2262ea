/**
 * What an attempt finds before it takes its keys: lease, kill switch, campaign, lead, numbers, and where its
 * agent works. One statement, because an attempt is opened between two calls, and every round trip to the
 * database counts.
 */
import type { Db, Tx } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { lockLead, readPhonesOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import { instanceOfAgent } from '../presence/presence.js';
import { fenceOf, readFence } from './lease.js';
import type { Fence } from './lease.js';
import { leaseOf, shareOf } from './share-lease.js';

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
  (
    db: Db,
    given: Given<{
      campaignId: string;
      lease: string;
      leadIds: readonly string[];
      agentId: string;
    }>,
  ) =>
    db
      .selectFrom('leases as l')
      .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
      .leftJoin('campaigns as c', (join) => join.on('c.campaign_id', '=', given.campaignId))
      .innerJoin('leads as d', (join) => join.on('d.lead_id', 'in', given.leadIds))
      .innerJoin('phones as p', 'p.lead_id', 'd.lead_id')
      .leftJoin('presences as a', (join) => join.on('a.agent_id', '=', given.agentId))
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
      .where('l.campaign_id', '=', given.lease)
      .forShare(),
);

type GroundRow = RowOf<typeof shareGround>;

/**
 * Reads all of it and keeps it from changing until the transaction ends. The lead is shared and not locked
 * for writing: the keys in progress keep rivals away, and an opening that is allowed does not change it.
 */
export async function readGround(tx: Tx, opening: Opening): Promise<OpeningGround> {
  const { campaignId, epoch, leadId, agentId = NOBODY } = opening;
  const lease = leaseOf(campaignId, shareOf(epoch));
  const rows = await shareGround.all(tx, { campaignId, lease, leadIds: [leadId], agentId });
  return groundOf(rows, epoch) ?? readApart(tx, opening);
}

/** Attempts that are opened together. */
export interface OpeningOfMany {
  readonly campaignId: string;
  readonly epoch: number;
  readonly leadIds: readonly string[];
}

/**
 * As {@link readGround}, for leads of one campaign that no agent waits for, by lead. Those of which anything
 * is missing are left out.
 */
export async function readGrounds(
  tx: Tx,
  { campaignId, epoch, leadIds }: OpeningOfMany,
): Promise<ReadonlyMap<string, OpeningGround>> {
  const lease = leaseOf(campaignId, shareOf(epoch));
  const rowsOf = new Map<string, GroundRow[]>();
  for (const row of await shareGround.all(tx, { campaignId, lease, leadIds, agentId: NOBODY })) {
    const known = rowsOf.get(row.lead_id);
    if (known) known.push(row);
    else rowsOf.set(row.lead_id, [row]);
  }
  const grounds = new Map<string, OpeningGround>();
  for (const [leadId, rows] of rowsOf) {
    const ground = groundOf(rows, epoch);
    if (ground) grounds.set(leadId, ground);
  }
  return grounds;
}

/** What the rows of one lead say; null: there is none. */
function groundOf(rows: GroundRow[], epoch: number): OpeningGround | null {
  const [first] = rows;
  if (!first) return null;
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
