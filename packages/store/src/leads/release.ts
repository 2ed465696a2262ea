/** Releases claimed leads: they return to their lists. */
import type { ReleaseCommand } from '@outdial/core';
import type { Expression, ExpressionBuilder, UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { keptReason } from '../database/kept-values.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database, LeadState } from '../database/tables.js';
import { noAttemptOpen } from '../journal/in-progress.js';
import { counted } from './lead-counts.js';
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
    await counted(tx, leadIds, () => {
      if (notBefore === null) return close(tx, { ...held, why });
      if (notBefore === undefined) return releaseNow(tx, held);
      return releaseUntil(tx, { ...held, why, notBefore });
    });
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
}

const lockClaim = preparedQuery((db: Db, { lists, campaignId, epoch, claimedAt }: Given<UnsureHeld>) =>
  db
    .selectFrom('leads')
    .select('lead_id')
    .where('list_id', 'in', lists)
    .where('state', '=', 'claimed')
    .where('claim_campaign', '=', campaignId)
    .where('claim_epoch', '=', epoch)
    .where('claimed_at', '=', claimedAt)
    .where(noAttemptOpen)
    .forUpdate(),
);

/** Releases what an unsure claim may have claimed: the campaign was told that it has nothing. */
export async function undoClaim(tx: Tx, claim: UnsureClaim, at: number): Promise<void> {
  const { campaignId, epoch, at: claimedAt } = claim;
  for (const lists of inChunks(await readAllLists(tx))) {
    const rows = await lockClaim.all(tx, { lists, campaignId, epoch, claimedAt });
    for (const chunk of inChunks(rows.map(({ lead_id }) => lead_id))) {
      const held = { leadIds: chunk, campaignId, epoch, at };
      await counted(tx, chunk, () => releaseNow(tx, held));
    }
  }
}
