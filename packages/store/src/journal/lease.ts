/**
 * Leases: which instance runs a campaign, under which epoch. Every transaction of a campaign reads its lease
 * first, so that an instance that lost its lease dials nothing more.
 */
import type { Selectable } from 'kysely';
import type { CampaignLaw } from '../campaigns.js';
import type { Db, Engine, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { CampaignsTable, Flag, LeasesTable } from '../database/tables.js';
import { holderColumns, holderOf, stateOf } from './lease-holder.js';
import type { HolderState, LeaseHolder, LeaseInstance } from './lease-holder.js';
import { firstEpochOf, leaseOf, leasesOf, shareOf } from './share-lease.js';

/**
 * Default life of a lease, ms: longer than a dial command's life plus a request time-out, so that a dialer
 * that lost it has stopped dialing.
 */
export const LEASE_LIFE = 30_000;

/** Another instance from whom a lease was taken before it had ended. */
export interface Overtaken {
  readonly holder: LeaseHolder;
  /** 'gone': its process had ended. 'forced': it was taken by order. */
  readonly because: 'gone' | 'forced';
}

/** The lease is another instance's. */
export interface LeaseHeld {
  readonly taken: false;
  readonly holder: LeaseHolder;
  readonly state: Exclude<HolderState, 'gone'>;
}

/** What came of asking for a campaign. */
export type LeaseAnswer =
  | {
      readonly taken: true;
      readonly epoch: number;
      readonly overtaken: Overtaken | null;
      /** No other share of the campaign is at work. */
      readonly alone: boolean;
    }
  | LeaseHeld;

/** A campaign that is asked for. */
export interface LeaseRequest {
  readonly campaignId: string;
  readonly instance: LeaseInstance;
  /** Epoch ms by the clock of leases. */
  readonly now: number;
  /** How long the lease lives. */
  readonly lifeMs: number;
  /** Takes the campaign although another instance runs it. @default false */
  readonly force?: boolean;
  /** Which share of the campaign, from 0. @default 0 */
  readonly share?: number;
  /** Over how many dialers the campaign is spread at most. @default 1 */
  readonly shares?: number;
}

const lockLeases = preparedQuery((db: Db, { leases }: Given<{ leases: readonly string[] }>) =>
  db
    .selectFrom('leases')
    .select([
      'campaign_id',
      'node',
      'epoch',
      'expires_at',
      'instance',
      'host',
      'machine',
      'pid',
      'pid_started',
      'since',
      'shares',
      'part',
    ])
    .where('campaign_id', 'in', leases)
    .orderBy('campaign_id')
    .forUpdate(),
);

/** A lease as it stands. */
export type LeaseRow = Selectable<LeasesTable>;

/** The leases of a campaign in the order of their names: every transaction locks them in that one. */
export function lockLeasesOf(tx: Tx, campaignId: string): Promise<LeaseRow[]> {
  return lockLeases.all(tx, { leases: leasesOf(campaignId) });
}

/** Whether the dialer of a lease is at work, as far as anybody knows. */
export function isLiving(row: LeaseRow, instance: LeaseInstance, now: number): boolean {
  return row.expires_at > now && stateOf(row, instance) !== 'gone';
}

/**
 * Takes the campaign under a new epoch: at once when it is free, expired, this instance's own, or left by a
 * process that is gone; else answers which instance has it and until when.
 */
export async function takeLease(tx: Tx, request: LeaseRequest): Promise<LeaseAnswer> {
  return claimLease(tx, request, (epoch) => epoch + 1);
}

/**
 * Keeps the campaign for this instance until it takes it, so that of two that start at once one is refused.
 * The epoch stays, but for a share of several: its part of the limits is given away from now on, so that
 * who had it before must not dial any more.
 */
export async function reserveLease(tx: Tx, request: LeaseRequest): Promise<LeaseAnswer> {
  const { shares = 1 } = request;
  return claimLease(tx, request, (epoch) => (shares === 1 ? epoch : epoch + 1));
}

async function claimLease(
  tx: Tx,
  request: LeaseRequest,
  epochAfter: (epoch: number) => number,
): Promise<LeaseAnswer> {
  const { campaignId, instance, now, lifeMs, share = 0, shares = 1 } = request;
  const lease = leaseOf(campaignId, share);
  // The first share's lease is locked by all: two that start at once with other numbers of shares meet there.
  for (const name of new Set([campaignId, lease])) await addLease(tx, campaignId, name);
  const rows = await lockLeasesOf(tx, campaignId);
  const row = rows.find(({ campaign_id: name }) => name === lease);
  const others = rows.filter((other) => other !== row && isLiving(other, instance, now));
  const stranger = others.find((other) => shares === 1 || other.shares !== shares);
  if (stranger) return { taken: false, holder: holderOf(stranger), state: 'alive' };
  const claim = row ? claimOn(row, request) : { overtaken: null };
  if ('taken' in claim) return claim;

  const epoch = epochAfter(row?.epoch ?? firstEpochOf(share));
  const isOwn = row?.instance === instance.id;
  await tx
    .updateTable('leases')
    .set({
      ...holderColumns(instance, isOwn ? (row.since ?? now) : now),
      epoch,
      expires_at: now + lifeMs,
      shares,
      part: isOwn ? row.part : 0,
    })
    .where('campaign_id', '=', lease)
    .execute();
  return { taken: true, epoch, alone: others.length === 0, ...claim };
}

async function addLease(tx: Tx, campaignId: string, lease: string): Promise<void> {
  const epoch = firstEpochOf(leasesOf(campaignId).indexOf(lease));
  const free = { campaign_id: lease, node: '', epoch, expires_at: 0, shares: 1, part: 0 };
  await insertMany(tx, 'leases', [free], { ifAbsent: true });
}

/** Whether the lease may be taken, and from whom. */
function claimOn(
  row: LeaseRow,
  { instance, now, force = false }: LeaseRequest,
): LeaseHeld | { readonly overtaken: Overtaken | null } {
  if (row.instance === instance.id || row.expires_at <= now) return { overtaken: null };
  const holder = holderOf(row);
  const state = stateOf(row, instance);
  if (state === 'gone') return { overtaken: { holder, because: 'gone' } };
  return force ? { overtaken: { holder, because: 'forced' } } : { taken: false, holder, state };
}

/** A lease that was reserved and is not taken yet: renewed, or given back with `expiresAt` 0. */
export async function renewReserved(
  engine: Engine,
  lease: {
    readonly campaignId: string;
    readonly share: number;
    readonly instance: string;
    readonly expiresAt: number;
  },
): Promise<void> {
  await engine.db
    .updateTable('leases')
    .set({ expires_at: lease.expiresAt })
    .where('campaign_id', '=', leaseOf(lease.campaignId, lease.share))
    .where('instance', '=', lease.instance)
    .execute();
}

/** A lease to be renewed, or given up with `expiresAt` 0. */
export interface LeaseRenewal {
  readonly campaignId: string;
  readonly epoch: number;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const setExpiry = preparedCommand(
  (db: Db, { lease, epoch, expiresAt }: Given<{ lease: string; epoch: number; expiresAt: number }>) =>
    db
      .updateTable('leases')
      .set({ expires_at: expiresAt })
      .where('campaign_id', '=', lease)
      .where('epoch', '=', epoch),
);

/** Renews a lease. False when it is lost: another epoch runs the campaign. */
export async function renewLease(
  engine: Engine,
  { campaignId, epoch, expiresAt }: LeaseRenewal,
): Promise<boolean> {
  const lease = leaseOf(campaignId, shareOf(epoch));
  return (await setExpiry(engine.db, { lease, epoch, expiresAt })) > 0;
}

/** Who runs a share of a campaign now; null when nobody does. */
export async function readHolder(
  db: Db,
  { campaignId, share }: { readonly campaignId: string; readonly share: number },
  now: number,
): Promise<LeaseHolder | null> {
  const row = await db
    .selectFrom('leases')
    .selectAll()
    .where('campaign_id', '=', leaseOf(campaignId, share))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? holderOf(row) : null;
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

/** Lease, kill switch and campaign in one row. */
export interface FenceRow {
  readonly epoch: number;
  readonly is_on: Flag | null;
  /** Of the kill switch. */
  readonly reason: string | null;
  readonly purpose: string | null;
  readonly seller: string | null;
  readonly facts: CampaignsTable['facts'] | null;
}

const readFenceRow = preparedQuery(
  (db: Db, { campaignId, lease }: Given<{ campaignId: string; lease: string }>) =>
    db
      .selectFrom('leases as l')
      .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
      .leftJoin('campaigns as c', (join) => join.on('c.campaign_id', '=', campaignId))
      .select(['l.epoch', 'k.is_on', 'k.reason', 'c.purpose', 'c.seller', 'c.facts'])
      .where('l.campaign_id', '=', lease)
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
  const { campaignId, epoch } = lease;
  return fenceOf(
    await readFenceRow.first(tx, { campaignId, lease: leaseOf(campaignId, shareOf(epoch)) }),
    epoch,
  );
}

/** The fence in a row of lease, kill switch and campaign; undefined: nobody ever ran the campaign. */
export function fenceOf(row: FenceRow | undefined, epoch: number): Fence {
  return {
    current: row?.epoch === epoch,
    killed: row?.is_on ? (row.reason ?? '') : null,
    law: {
      purpose: row?.purpose ?? null,
      seller: row?.seller ?? null,
      facts: parseJson(row?.facts, {}),
    },
  };
}
