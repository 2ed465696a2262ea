import type { ReleaseCommand } from '@outdial/core';
import type { Tx } from '../database/engine.js';
import { execute, inChunks, marks } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import { NO_ATTEMPT_OPEN } from '../journal/in-progress.js';

/** Longest reason kept. */
const WHY_MOST = 128;

/** State of an open lead by its reason and instant, as SQL; takes the present as its one parameter. */
export const STATE_BY_INSTANT =
  "case when reason = 'callback' then 'callback' when next_dialable_at <= ? then 'ready' else 'waiting' end";

/**
 * Gives claimed leads back. Only leads that this epoch of the campaign holds, and that have no attempt open,
 * are touched: doing it twice, or after the lead was closed from outside, changes nothing.
 */
export async function releaseLeads(tx: Tx, command: ReleaseCommand, epoch: number): Promise<void> {
  for (const chunk of inChunks(command.leadIds)) {
    const { set, values } = assignment(command);
    await execute(
      tx,
      `update leads set ${set}, claim_campaign = null, claim_epoch = null, updated_at = ? where lead_id in (${marks(chunk.length)}) and state = 'claimed'` +
        ' and claim_campaign = ? and claim_epoch = ? and ' +
        NO_ATTEMPT_OPEN,
      [...values, command.at, ...chunk, command.campaignId, epoch],
    );
  }
}

/** A claim of which it is not known whether it was committed. */
export interface UnsureClaim {
  readonly campaignId: string;
  readonly epoch: number;
  /** `at` of its command: what its rows carry. */
  readonly at: number;
}

/** Gives back what an unsure claim may hold: its answer told the campaign that it has nothing. */
export async function undoClaim(tx: Tx, claim: UnsureClaim, at: number): Promise<void> {
  await execute(
    tx,
    `update leads set state = ${STATE_BY_INSTANT}, claim_campaign = null, claim_epoch = null, updated_at = ? where state = 'claimed'` +
      ' and claim_campaign = ? and claim_epoch = ? and claimed_at = ? and ' +
      NO_ATTEMPT_OPEN,
    [at, at, claim.campaignId, claim.epoch, claim.at],
  );
}

/**
 * MySQL assigns from left to right, SQLite all at once: `next_dialable_at` is set last, and the state does
 * not read it after.
 */
function assignment(command: ReleaseCommand): { set: string; values: Parameter[] } {
  const why = command.why.slice(0, WHY_MOST);
  if (command.notBefore === null)
    return {
      set: "state = 'closed', closed_by = 'released', why = ?, next_dialable_at = null",
      values: [why],
    };
  if (command.notBefore === undefined) return { set: `state = ${STATE_BY_INSTANT}`, values: [command.at] };
  const state =
    "case when reason = 'callback' then 'callback' when next_dialable_at <= ? and ? <= ? then 'ready' else 'waiting' end";
  return {
    set: `state = ${state}, why = ?, next_dialable_at = case when next_dialable_at > ? then next_dialable_at else ? end`,
    values: [command.at, command.notBefore, command.at, why, command.notBefore, command.notBefore],
  };
}
