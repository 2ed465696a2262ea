/** Gives claimed leads back to their lists. */
import { LIMITS } from '@outdial/core';
import type { ReleaseCommand } from '@outdial/core';
import type { Expression, ExpressionBuilder } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database, LeadState } from '../database/tables.js';
import { noAttemptOpen } from '../journal/in-progress.js';

/** Longest reason kept. */
const WHY_MOST = LIMITS.code.max;

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

/** Which leads go back: only those that this epoch of the campaign holds. */
interface Held {
  readonly leadIds: readonly string[];
  readonly campaignId: string;
  readonly epoch: number;
  readonly at: number;
}

const close = preparedCommand(
  (db: Db, { leadIds, campaignId, epoch, at, why }: Given<Held & { readonly why: string }>) =>
    db
      .updateTable('leads')
      .set({
        state: 'closed',
        closed_by: 'released',
        why,
        next_dialable_at: null,
        claim_campaign: null,
        claim_epoch: null,
        updated_at: at,
      })
      .where('lead_id', 'in', leadIds)
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('claim_epoch', '=', epoch)
      .where(noAttemptOpen),
);

const giveBack = preparedCommand((db: Db, { leadIds, campaignId, epoch, at }: Given<Held>) =>
  db
    .updateTable('leads')
    .set((eb) => ({
      state: stateByInstant(eb, at),
      claim_campaign: null,
      claim_epoch: null,
      updated_at: at,
    }))
    .where('lead_id', 'in', leadIds)
    .where('state', '=', 'claimed')
    .where('claim_campaign', '=', campaignId)
    .where('claim_epoch', '=', epoch)
    .where(noAttemptOpen),
);

/** MySQL assigns from left to right, SQLite all at once: `next_dialable_at` comes after what reads it. */
const giveBackUntil = preparedCommand(
  (
    db: Db,
    {
      leadIds,
      campaignId,
      epoch,
      at,
      why,
      notBefore,
    }: Given<Held & { readonly why: string; readonly notBefore: number }>,
  ) =>
    db
      .updateTable('leads')
      .set((eb) => ({
        state: eb
          .case()
          .when('reason', '=', 'callback')
          .then<LeadState>('callback')
          .when(eb.and([eb('next_dialable_at', '<=', at), eb(notBefore, '<=', at)]))
          .then<LeadState>('ready')
          .else<LeadState>('waiting')
          .end(),
        why,
        next_dialable_at: eb
          .case()
          .when('next_dialable_at', '>', notBefore)
          .then(eb.ref('next_dialable_at'))
          .else(notBefore)
          .end(),
        claim_campaign: null,
        claim_epoch: null,
        updated_at: at,
      }))
      .where('lead_id', 'in', leadIds)
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('claim_epoch', '=', epoch)
      .where(noAttemptOpen),
);

/**
 * Gives claimed leads back. Only leads that this epoch of the campaign holds, and that have no attempt open,
 * are touched: doing it twice, or after the lead was closed from outside, changes nothing.
 */
export async function releaseLeads(tx: Tx, command: ReleaseCommand, epoch: number): Promise<void> {
  const { campaignId, at, notBefore } = command;
  const why = command.why.slice(0, WHY_MOST);
  for (const leadIds of inChunks(command.leadIds)) {
    const held = { leadIds, campaignId, epoch, at };
    if (notBefore === null) await close(tx, { ...held, why });
    else if (notBefore === undefined) await giveBack(tx, held);
    else await giveBackUntil(tx, { ...held, why, notBefore });
  }
}

/** A claim of which it is not known whether it was committed. */
export interface UnsureClaim {
  readonly campaignId: string;
  readonly epoch: number;
  /** `at` of its command: what its rows carry. */
  readonly at: number;
}

const giveBackClaim = preparedCommand(
  (
    db: Db,
    {
      campaignId,
      epoch,
      claimedAt,
      at,
    }: Given<{
      readonly campaignId: string;
      readonly epoch: number;
      readonly claimedAt: number;
      readonly at: number;
    }>,
  ) =>
    db
      .updateTable('leads')
      .set((eb) => ({
        state: stateByInstant(eb, at),
        claim_campaign: null,
        claim_epoch: null,
        updated_at: at,
      }))
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('claim_epoch', '=', epoch)
      .where('claimed_at', '=', claimedAt)
      .where(noAttemptOpen),
);

/** Gives back what an unsure claim may hold: its answer said that the campaign has nothing. */
export async function undoClaim(tx: Tx, claim: UnsureClaim, at: number): Promise<void> {
  const { campaignId, epoch, at: claimedAt } = claim;
  await giveBackClaim(tx, { campaignId, epoch, claimedAt, at });
}
