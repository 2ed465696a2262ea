import type { CampaignLaw } from '../campaigns.js';
import { parseJson } from '../parse-json.js';
import type { Engine, Tx } from '../database/engine.js';
import { execute, query } from '../database/statements.js';

/**
 * Default life of a lease, ms: longer than a dial command's life plus a request time-out, so that a dialer
 * that lost it has stopped dialing.
 */
export const LEASE_LIFE = 30_000;

/** What came of asking for a campaign. */
export type LeaseAnswer =
  | { readonly taken: true; readonly epoch: number }
  | { readonly taken: false; readonly node: string; readonly expiresAt: number };

/**
 * Takes the campaign under a new epoch: at once when it is free, expired, or this node's own; else says who
 * has it and until when.
 */
export async function takeLease(
  engine: Engine,
  tx: Tx,
  lease: { readonly campaignId: string; readonly node: string; readonly now: number; readonly life: number },
): Promise<LeaseAnswer> {
  await execute(
    tx,
    `${engine.insertIgnore} into leases (campaign_id, node, epoch, expires_at) values (?, '', 0, 0)`,
    [lease.campaignId],
  );
  const [row] = await query<{ node: string; epoch: number; expires_at: number }>(
    tx,
    `select node, epoch, expires_at from leases where campaign_id = ?${engine.forUpdate}`,
    [lease.campaignId],
  );
  if (row && row.node !== lease.node && row.expires_at > lease.now)
    return { taken: false, node: row.node, expiresAt: row.expires_at };
  const epoch = (row?.epoch ?? 0) + 1;
  await execute(tx, 'update leases set node = ?, epoch = ?, expires_at = ? where campaign_id = ?', [
    lease.node,
    epoch,
    lease.now + lease.life,
    lease.campaignId,
  ]);
  return { taken: true, epoch };
}

/** Lengthens a lease. False when it is lost: another epoch runs the campaign. */
export async function renewLease(
  engine: Engine,
  lease: { readonly campaignId: string; readonly epoch: number; readonly expiresAt: number },
): Promise<boolean> {
  return (
    (await execute(engine.db, 'update leases set expires_at = ? where campaign_id = ? and epoch = ?', [
      lease.expiresAt,
      lease.campaignId,
      lease.epoch,
    ])) > 0
  );
}

/** What a transaction must know before it writes for a campaign. */
export interface Fence {
  /** The campaign's facts for history and consent. */
  readonly law: CampaignLaw;
  /** True while this epoch still runs the campaign; it cannot change before the transaction ends. */
  readonly current: boolean;
  readonly killed: string | null;
}

/**
 * Reads lease and kill switch and keeps both from changing until the transaction ends: the fence against a
 * process that was overtaken.
 */
export async function readFence(
  engine: Engine,
  tx: Tx,
  lease: { readonly campaignId: string; readonly epoch: number },
): Promise<Fence> {
  const [row] = await query<FenceRow>(
    tx,
    `select l.epoch, k.is_on, k.reason, c.purpose, c.seller, c.facts from leases l left join kill_switch k on k.id = 1 left join campaigns c on c.campaign_id = l.campaign_id where l.campaign_id = ?${engine.forShare}`,
    [lease.campaignId],
  );
  return {
    current: row?.epoch === lease.epoch,
    killed: row?.is_on ? (row.reason ?? '') : null,
    law: {
      purpose: row?.purpose ?? null,
      seller: row?.seller ?? null,
      facts: parseJson<Record<string, string>>(row?.facts, {}),
    },
  };
}

interface FenceRow {
  epoch: number;
  is_on: number | null;
  reason: string | null;
  purpose: string | null;
  seller: string | null;
  facts: string | null;
}
