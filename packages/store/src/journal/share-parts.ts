/**
 * The part that each share of a campaign has of its limits. The parts of all shares are never more than the
 * whole: one that is given less says so only when it uses no more, and one grows only by what is free.
 */
import type { OpenAttempt } from '@outdial/core';
import type { Tx } from '../database/engine.js';
import type { JournalParts } from './journal-parts.js';
import type { LeaseHolder } from './lease-holder.js';
import { holderOf } from './lease-holder.js';
import { isLiving, lockLeasesOf } from './lease.js';
import type { LeaseRow } from './lease.js';
import { endGoneShares, isGone } from './recover.js';
import { leasesOf, shareOf } from './share-lease.js';

/** All of a campaign's limits: every number of shares up to the most divides it. */
export const WHOLE_PART = 720_720;

/** What a dialer uses of the limits as it asks for its part, in units of {@link WHOLE_PART}. */
export interface PartUse {
  /** What it keeps to. */
  readonly applied: number;
  /** What its calls take of the lines. */
  readonly busy: number;
}

/** What a share may use from now on. */
export interface HeldPart {
  /** Which share it is, from 0. */
  readonly share: number;
  /** What it has, in units of {@link WHOLE_PART}: nobody else uses any of it. */
  readonly part: number;
  /** What it should come to: its even share among those at work. */
  readonly target: number;
  /** Shares at work, this one included. */
  readonly living: number;
  /** A dialer that spreads the campaign in another way, at the same time; null: there is none. */
  readonly stranger: LeaseHolder | null;
}

interface Asking extends Pick<JournalParts, 'store' | 'instance' | 'clock' | 'chain'> {
  readonly leaseClock: () => number;
  readonly shares: number;
}

/** Settles the part of this instance's share; `open`: calls that shares left whose dialers are gone. */
export async function holdPart(
  parts: Asking,
  campaignId: string,
  use: PartUse,
): Promise<{ readonly part: HeldPart | null; readonly open: readonly OpenAttempt[] }> {
  const { store, instance, leaseClock, shares } = parts;
  const rows = await store.engine.db
    .selectFrom('leases')
    .selectAll()
    .where('campaign_id', 'in', leasesOf(campaignId))
    .execute();
  const seen = standingOf(parts, rows, use);
  if (!seen) return { part: null, open: [] };
  const isSettled = seen.own.part === seen.part && !rows.some((row) => isGone(row, instance, leaseClock()));
  if (isSettled) return { part: heldPart(seen, shares), open: [] };
  return settle(parts, campaignId, use);
}

/** What is settled while no other dialer settles. */
async function settle(
  parts: Asking,
  campaignId: string,
  use: PartUse,
): Promise<{ readonly part: HeldPart | null; readonly open: readonly OpenAttempt[] }> {
  const { instance, chain, clock, leaseClock, shares } = parts;
  return chain.within(async (tx, append) => {
    await changeParts(tx, campaignId);
    const before = standingOf(parts, await lockLeasesOf(tx, campaignId), use);
    if (!before) return { part: null, open: [] };
    const heir = { campaignId, instance, epoch: before.own.epoch, at: clock() };
    // A share that is only reserved has no epoch under which calls could go on.
    const isTaken = parts.store.leases.epochOf(campaignId, instance.id) === before.own.epoch;
    const open = isTaken ? await endGoneShares(tx, append, heir, leaseClock()) : [];
    const after = standingOf(parts, await lockLeasesOf(tx, campaignId), use);
    if (!after) return { part: null, open };
    await tx
      .updateTable('leases')
      .set({ part: after.part })
      .where('campaign_id', '=', after.own.campaign_id)
      .execute();
    return { part: heldPart(after, shares), open };
  });
}

/** Two members of a cluster that change parts at once write this row, and one of them begins again. */
async function changeParts(tx: Tx, campaignId: string): Promise<void> {
  await tx
    .updateTable('spreads')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('campaign_id', '=', campaignId)
    .execute();
}

interface Standing {
  readonly own: LeaseRow;
  readonly others: readonly LeaseRow[];
  readonly target: number;
  readonly part: number;
}

/** What this instance's share should have, by the leases; null: it has none. */
function standingOf(
  { instance, leaseClock }: Asking,
  rows: readonly LeaseRow[],
  { applied, busy }: PartUse,
): Standing | null {
  const own = rows.find((row) => row.instance === instance.id);
  if (!own) return null;
  const now = leaseClock();
  const others = rows.filter((row) => row !== own && isLiving(row, instance, now));
  const target = Math.floor(WHOLE_PART / (others.length + 1));
  // A share that is gone and was not ended yet may still have calls under way: its part is not free.
  const free = rows.reduce((left, row) => (row === own ? left : left - row.part), WHOLE_PART);
  const kept = Math.min(own.part, Math.max(applied, busy));
  return { own, others, target, part: Math.max(kept, Math.min(target, free), 0) };
}

function heldPart({ own, others, target, part }: Standing, shares: number): HeldPart {
  const stranger = others.find((row) => row.shares !== shares);
  return {
    ...{ share: shareOf(own.epoch), part, target },
    living: others.length + 1,
    stranger: stranger ? holderOf(stranger) : null,
  };
}
