/** Releases claimed leads: they return to their lists. */
import type { ReleaseCommand } from '@outdial/core';
import type { Expression, ExpressionBuilder, UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { keptReason } from '../database/kept-values.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database, LeadState } from '../database/tables.js';
import { noAttemptOpen } from '../journal/in-progress.js';
import { readAllLists } from './lists-of-campaign.js';

/** State of an open lead by its reason and its instant, as seen at `at`. */
export function stateByInstant(
  eb: ExpressionBuilder<Database, 'leads'>,
  at: Expression<number>,
): Expression<LeadState> {
  return eb
    .case()
    .when('reason', '=', 'callback')
    .then<LeadState>('callback')
    .when('next_dialable_at', '<=', at)
    .then<LeadState>('ready')
    .else<LeadState>('waiting')
    .end();
}

/** Which leads are released: only those that this epoch of the campaign has claimed. */
interface Held {
  readonly leadIds: readonly string[];
  readonly campaignId: string;
  readonly epoch: number;
  readonly at: number;
}

type HeldUpdate = UpdateQueryBuilder<Database, 'leads', 'leads', UpdateResult>;

/** What a lead is without its claim. */
const UNCLAIMED = { claim_campaign: null, claim_epoch: null } as const;

/** Those of the leads that this epoch of the campaign has claimed and that have no attempt open. */
function heldLeads(db: Db, { leadIds, campaignId, epoch }: Given<Held>): HeldUpdate {
  return db
    .updateTable('leads')
    .where('lead_id', 'in', leadIds)
    .where('state', '=', 'claimed')
    .where('claim_campaign', '=', campaignId)
    .where('claim_epoch', '=', epoch)
    .where(noAttemptOpen);
}

const close = preparedCommand((db: Db, given: Given<Held & { readonly why: string }>) =>
  heldLeads(db, given).set({
    state: 'closed',
    closed_by: 'released',
    why: given.why,
    next_dialable_at: null,
    updated_at: given.at,
    ...UNCLAIMED,
  }),
);

const releaseNow = preparedCommand((db: Db, given: Given<Held>) =>
  heldLeads(db, given).set((eb) => ({
    state: stateByInstant(eb, given.at),
    updated_at: given.at,
    ...UNCLAIMED,
  })),
);

/** MySQL assigns from left to right, SQLite all at once: `next_dialable_at` comes after what reads it. */
const releaseUntil = preparedCommand(
  (db: Db, given: Given<Held & { readonly why: string; readonly notBefore: number }>) =>
    heldLeads(db, given).set((eb) => ({
      state: eb
        .case()
        .when('reason', '=', 'callback')
        .then<LeadState>('callback')
        .when(eb.and([eb('next_dialable_at', '<=', given.at), eb(given.notBefore, '<=', given.at)]))
        .then<LeadState>('ready')
        .else<LeadState>('waiting')
        .end(),
      why: given.why,
      next_dialable_at: eb
        .case()
        .when('next_dialable_at', '>', given.notBefore)
        .then(eb.ref('next_dialable_at'))
        .else(given.notBefore)
        .end(),
      updated_at: given.at,
      ...UNCLAIMED,
    })),
);

/**
 * Releases claimed leads. Only leads that this epoch of the campaign holds, and that are not being
 * dialed, are touched: doing it twice, or after the lead was closed from outside, changes nothing.
 */
export async function releaseLeads(tx: Tx, command: ReleaseCommand, epoch: number): Promise<void> {
  const { campaignId, at, notBefore } = command;
  const why = keptReason(command.why);
  for (const leadIds of inChunks(command.leadIds)) {
    const held = { leadIds, campaignId, epoch, at };
    if (notBefore === null) await close(tx, { ...held, why });
    else if (notBefore === undefined) await releaseNow(tx, held);
    else await releaseUntil(tx, { ...held, why, notBefore });
  }
}

/** A claim of which it is not known whether it was committed. */
export interface UnsureClaim {
  readonly campaignId: string;
  readonly epoch: number;
  /** `at` of its command: what its rows carry. */
  readonly at: number;
}

interface UnsureHeld {
  readonly lists: readonly string[];
  readonly campaignId: string;
  readonly epoch: number;
  readonly claimedAt: number;
  readonly at: number;
}

const releaseClaim = preparedCommand(
  (db: Db, { lists, campaignId, epoch, claimedAt, at }: Given<UnsureHeld>) =>
    db
      .updateTable('leads')
      .set((eb) => ({ state: stateByInstant(eb, at), updated_at: at, ...UNCLAIMED }))
      .where('list_id', 'in', lists)
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('claim_epoch', '=', epoch)
      .where('claimed_at', '=', claimedAt)
      .where(noAttemptOpen),
);

/** Releases what an unsure claim may have claimed: the campaign was told that it has nothing. */
export async function undoClaim(tx: Tx, claim: UnsureClaim, at: number): Promise<void> {
  const { campaignId, epoch, at: claimedAt } = claim;
  for (const lists of inChunks(await readAllLists(tx)))
    await releaseClaim(tx, { lists, campaignId, epoch, claimedAt, at });
}
