/**
 * Leases: which node runs a campaign, under which epoch. Every transaction of a campaign reads its lease
 * first, so that a node that lost its lease writes nothing more.
 */
import type { CampaignLaw } from '../campaigns.js';
import type { Db, Engine, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';

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
 * Takes the campaign under a new epoch: at once when it is free, expired, or this node's own; else answers
 * which node has it and until when.
 */
export async function takeLease(
  tx: Tx,
  lease: { readonly campaignId: string; readonly node: string; readonly now: number; readonly life: number },
): Promise<LeaseAnswer> {
  const { campaignId, node } = lease;
  await insertMany(tx, 'leases', [{ campaign_id: campaignId, node: '', epoch: 0, expires_at: 0 }], {
    ifAbsent: true,
  });

  const row = await tx
    .selectFrom('leases')
    .select(['node', 'epoch', 'expires_at'])
    .where('campaign_id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst();
  if (row && row.node !== node && row.expires_at > lease.now) {
    return { taken: false, node: row.node, expiresAt: row.expires_at };
  }

  const epoch = (row?.epoch ?? 0) + 1;
  await tx
    .updateTable('leases')
    .set({ node, epoch, expires_at: lease.now + lease.life })
    .where('campaign_id', '=', campaignId)
    .execute();
  return { taken: true, epoch };
}

/** A lease to be renewed, or given up with `expiresAt` 0. */
export interface LeaseRenewal {
  readonly campaignId: string;
  readonly epoch: number;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const setExpiry = preparedCommand((db: Db, { campaignId, epoch, expiresAt }: Given<LeaseRenewal>) =>
  db
    .updateTable('leases')
    .set({ expires_at: expiresAt })
    .where('campaign_id', '=', campaignId)
    .where('epoch', '=', epoch),
);

/** Renews a lease. False when it is lost: another epoch runs the campaign. */
export async function renewLease(engine: Engine, lease: LeaseRenewal): Promise<boolean> {
  return (await setExpiry(engine.db, lease)) > 0;
}

/** What a transaction must know before it writes for a campaign. */
export interface Fence {
  /** The campaign's facts for history and consent. */
  readonly law: CampaignLaw;
  /** True while this epoch still runs the campaign; it cannot change before the transaction ends. */
  readonly current: boolean;
  /** The reason of the kill switch while it is on; else null. */
  readonly killed: string | null;
}

const readFenceRow = preparedQuery((db: Db, { campaignId }: Given<{ campaignId: string }>) =>
  db
    .selectFrom('leases as l')
    .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
    .leftJoin('campaigns as c', 'c.campaign_id', 'l.campaign_id')
    .select(['l.epoch', 'k.is_on', 'k.reason', 'c.purpose', 'c.seller', 'c.facts'])
    .where('l.campaign_id', '=', campaignId)
    .forShare(),
);

/**
 * Reads lease and kill switch and keeps both from changing until the transaction ends: the fence against a
 * process that lost its lease.
 */
export async function readFence(
  tx: Tx,
  lease: { readonly campaignId: string; readonly epoch: number },
): Promise<Fence> {
  const row = await readFenceRow.first(tx, { campaignId: lease.campaignId });
  return {
    current: row?.epoch === lease.epoch,
    killed: row?.is_on ? (row.reason ?? '') : null,
    law: {
      purpose: row?.purpose ?? null,
      seller: row?.seller ?? null,
      facts: parseJson(row?.facts, {}),
    },
  };
}
