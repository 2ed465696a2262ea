import type { DialMode, OpenAttempt } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import type { Db, Engine, Tx } from '../database/engine.js';
import { execute, inChunks, marks, query } from '../database/statements.js';
import { leadOf, readPhones } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import { OPEN_ATTEMPTS } from './in-progress.js';
import { STATE_BY_INSTANT } from '../leads/release.js';
import { takeLease } from './lease.js';
import type { LeaseAnswer } from './lease.js';

/** Live answers and abandoned calls since an instant. */
export interface Counter {
  readonly since: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** What a start of a campaign finds. */
export type RecoverAnswer =
  | Extract<LeaseAnswer, { taken: false }>
  | {
      readonly taken: true;
      readonly epoch: number;
      readonly open: readonly OpenAttempt[];
      readonly counters: readonly Counter[];
    };

interface OpenRow {
  attempt_id: string;
  lead_id: string;
  phone: string;
  mode: string;
  agent_id: string | null;
  opened_at: number;
  live_answer_at: number | null;
  connected_at: number | null;
  abandoned_at: number | null;
}

/**
 * Takes the campaign under a new epoch, gives back the leads that an earlier epoch had claimed and not
 * dialed, adopts its open attempts, and counts live answers and abandoned calls from the attempts themselves.
 */
export async function recoverCampaign(
  engine: Engine,
  tx: Tx,
  append: Append,
  command: {
    readonly campaignId: string;
    readonly node: string;
    readonly since: readonly number[];
    readonly at: number;
    readonly now: number;
    readonly life: number;
  },
): Promise<RecoverAnswer> {
  const { campaignId } = command;
  const lease = await takeLease(engine, tx, command);
  if (!lease.taken) return lease;
  const rows = await query<OpenRow>(
    tx,
    `select a.attempt_id, a.lead_id, a.phone, a.mode, a.agent_id, a.opened_at, a.live_answer_at, a.connected_at, a.abandoned_at from attempts a where ${OPEN_ATTEMPTS} order by a.opened_at, a.attempt_id${engine.forUpdate}`,
    [campaignId],
  );
  for (const chunk of inChunks(rows)) {
    await execute(
      tx,
      `update attempts set epoch = ?, node = ? where attempt_id in (${marks(chunk.length)})`,
      [lease.epoch, command.node, ...chunk.map((row) => row.attempt_id)],
    );
  }
  const held = [...new Set(rows.map((row) => row.lead_id))];
  for (const chunk of inChunks(held)) {
    await execute(
      tx,
      `update leads set claim_epoch = ? where state = 'claimed' and claim_campaign = ? and lead_id in (${marks(chunk.length)})`,
      [lease.epoch, campaignId, ...chunk],
    );
  }
  await execute(
    tx,
    `update leads set state = ${STATE_BY_INSTANT}, claim_campaign = null, claim_epoch = null, updated_at = ? where claim_campaign = ? and claim_epoch < ? and state = 'claimed'`,
    [command.at, command.at, campaignId, lease.epoch],
  );
  await append({
    at: command.now,
    campaignId,
    kind: 'campaign.recovered',
    detail: { epoch: lease.epoch, node: command.node, openAttempts: rows.map((row) => row.attempt_id) },
  });
  return {
    taken: true,
    epoch: lease.epoch,
    open: await adopt(tx, rows, held, command.at),
    counters: await countSince(tx, campaignId, command.since),
  };
}

async function adopt(
  tx: Tx,
  rows: readonly OpenRow[],
  leadIds: readonly string[],
  at: number,
): Promise<OpenAttempt[]> {
  const leads = new Map<string, LeadRow>();
  for (const chunk of inChunks(leadIds)) {
    for (const row of await query<LeadRow>(
      tx,
      `select * from leads where lead_id in (${marks(chunk.length)})`,
      chunk,
    ))
      leads.set(row.lead_id, row);
  }
  const phones = await readPhones(tx, leadIds);
  const open: OpenAttempt[] = [];
  for (const row of rows) {
    const lead = leads.get(row.lead_id);
    if (!lead) continue;
    const numbers = phones.get(row.lead_id) ?? [];
    const dialed = numbers.findIndex((phone) => phone.phone === row.phone);
    open.push({
      attemptId: row.attempt_id,
      // Its number may have been closed since: the attempt still is about the one that was dialed.
      lead: leadOf(dialed < 0 ? lead : { ...lead, phone_index: dialed }, numbers, at),
      phone: row.phone,
      mode: row.mode as DialMode,
      ...(row.agent_id === null ? {} : { agentId: row.agent_id }),
      openedAt: row.opened_at,
      marks: {
        ...(row.live_answer_at === null ? {} : { liveAnswerAt: row.live_answer_at }),
        ...(row.connected_at === null ? {} : { connectedAt: row.connected_at }),
        ...(row.abandoned_at === null ? {} : { abandonedAt: row.abandoned_at }),
      },
    });
  }
  return open;
}

/** An abandoned call was answered at most this long before it counted as abandoned, ms. */
const LONGEST_WAIT = 3_600_000;

/**
 * Counts from rows, never from counters of their own: there is nothing that could disagree with the attempts.
 */
export async function countSince(db: Db, campaignId: string, since: readonly number[]): Promise<Counter[]> {
  const counters: Counter[] = [];
  for (const instant of since) {
    const [live] = await query<{ n: number }>(
      db,
      'select count(*) as n from attempts where campaign_id = ? and live_answer_at >= ?',
      [campaignId, instant],
    );
    const [abandoned] = await query<{ n: number }>(
      db,
      'select count(*) as n from attempts where campaign_id = ? and live_answer_at >= ? and abandoned_at >= ?',
      [campaignId, instant - LONGEST_WAIT, instant],
    );
    counters.push({
      since: instant,
      liveAnswers: Number(live?.n ?? 0),
      abandoned: Number(abandoned?.n ?? 0),
    });
  }
  return counters;
}
