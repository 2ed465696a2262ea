/** Closes several attempts in one transaction: what each of them would read and write anew is done once. */
import { isOfList, type AttemptResult } from '@outdial/core';
import type { Append, AuditEntry } from '../audit/chain.js';
import type { Tx } from '../database/engine.js';
import { countMoves } from '../leads/lead-counts.js';
import type { LeadMove } from '../leads/lead-counts.js';
import type { StoreSecret } from '../store-secret.js';
import { CLOSED, closeAttempt, closedEntry, lockAttempts, writeEnd } from './close-attempt.js';
import type { CloseAnswer, OpenAttemptOfLead } from './close-attempt.js';
import { dropKeys } from './in-progress.js';
import { readFence } from './lease.js';
import { moveLead } from './settle-lead.js';

/** An attempt to be closed. */
export interface ClosingRequest {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly result: AttemptResult;
  /** The epoch under which this process runs the campaign; null when it does not. */
  readonly epoch: number | null;
  /** Epoch ms. */
  readonly at: number;
}

/** Of the process: its name, and the store's secret. */
export interface ClosingProcess {
  readonly node: string;
  readonly secret: StoreSecret;
}

/**
 * Closes attempts as {@link closeAttempt} does each of them. Those at whose end nothing was said or learned,
 * and that have not ended before, are written together; the others one by one after them. Answers in the
 * order of the requests.
 */
export async function closeTogether(
  process: ClosingProcess,
  tx: Tx,
  append: Append,
  requests: readonly ClosingRequest[],
): Promise<readonly CloseAnswer[]> {
  const plain = await plainOnes(tx, requests);
  await writePlain(process, tx, append, plain);
  const written = new Set(plain.map(({ request }) => request));
  const answers: CloseAnswer[] = [];
  for (const request of requests) {
    const { attemptId, result, epoch, at } = request;
    const answer = written.has(request)
      ? CLOSED
      : await closeAttempt({ ...process, epoch, at }, tx, append, attemptId, result);
    answers.push(answer);
  }
  return answers;
}

interface PlainClosing {
  readonly request: ClosingRequest;
  readonly row: OpenAttemptOfLead;
}

/** Nothing of the end concerns more than its attempt and its lead. */
function isPlain({ closes, learned, variables }: AttemptResult): boolean {
  return closes === 'none' && learned.length === 0 && Object.keys(variables ?? {}).length === 0;
}

/** Requests that are written together, with what they close: each lead and each attempt once. */
async function plainOnes(tx: Tx, requests: readonly ClosingRequest[]): Promise<readonly PlainClosing[]> {
  const candidates = requests.filter(({ result }) => isPlain(result));
  const rows = await lockAttempts(tx, candidates.map(({ attemptId }) => attemptId).sort());
  const rowOf = new Map(rows.map((row) => [row.attempt_id, row]));
  const current = await currentEpochs(tx, new Set(rows.map(({ campaign_id }) => campaign_id)), candidates);
  const leads = new Set<string>();
  return candidates.flatMap((request) => {
    const row = rowOf.get(request.attemptId);
    if (!row || row.ended_at !== null || !isOfList(row.mode) || leads.has(row.lead_id)) return [];
    if (request.epoch === null || current.get(row.campaign_id) !== request.epoch) return [];
    leads.add(row.lead_id);
    return [{ request, row }];
  });
}

/** The epoch of each campaign that this process runs; it cannot change before the transaction ends. */
async function currentEpochs(
  tx: Tx,
  campaigns: ReadonlySet<string>,
  requests: readonly ClosingRequest[],
): Promise<ReadonlyMap<string, number>> {
  const current = new Map<string, number>();
  for (const campaignId of [...campaigns].sort()) {
    const epoch = requests.find((request) => request.campaignId === campaignId)?.epoch ?? null;
    if (epoch !== null && (await readFence(tx, { campaignId, epoch })).current)
      current.set(campaignId, epoch);
  }
  return current;
}

async function writePlain(
  { secret }: ClosingProcess,
  tx: Tx,
  append: Append,
  closings: readonly PlainClosing[],
): Promise<void> {
  if (closings.length === 0) return;
  const entries: AuditEntry[] = [];
  const moves: LeadMove[] = [];
  for (const { request, row } of closings) {
    const { result, at } = request;
    const end = await writeEnd(tx, row, result, at);
    moves.push(await moveLead(tx, { row, lead: row }, result, result.lead, at));
    entries.push(closedEntry({ secret, at }, row, end));
  }
  const holders = closings.map(({ row }) => ({
    attemptId: row.attempt_id,
    phone: row.phone,
    personId: row.person_id,
  }));
  await dropKeys(tx, ...holders);
  await countMoves(tx, moves);
  await append(...entries);
}
