/** Takes a campaign over at the start of a process: lease, leads and open attempts of the process before. */
import { defined, strangerLead, MODES_BESIDE_LISTS, isOfList } from '@outdial/core';
import type { OpenAttempt } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { counted } from '../leads/lead-counts.js';
import { readAllLists } from '../leads/lists-of-campaign.js';
import { leadOf, readLeads, readPhones } from '../leads/lead-row.js';
import { stateByInstant } from '../leads/release.js';
import { toldByLateEnds } from '../report/late-ends.js';
import type { AttemptRow } from './attempt-row.js';
import { readGivenVoices } from './given-voices.js';
import { isLiving, lockLeasesOf, takeLease } from './lease.js';
import type { LeaseHeld, LeaseRequest, LeaseRow, Overtaken } from './lease.js';
import type { LeaseInstance } from './lease-holder.js';
import { firstEpochOf, shareOf } from './share-lease.js';

/** Live answers and abandoned calls since an instant. */
export interface Counter {
  readonly since: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** What the start of a campaign finds in the store. */
export type RecoverAnswer =
  | LeaseHeld
  | {
      readonly taken: true;
      readonly epoch: number;
      readonly overtaken: Overtaken | null;
      readonly open: readonly OpenAttempt[];
      readonly counters: readonly Counter[];
    };

type OpenRow = Pick<
  AttemptRow,
  | 'attempt_id'
  | 'lead_id'
  | 'person_id'
  | 'phone'
  | 'mode'
  | 'agent_id'
  | 'opened_at'
  | 'machine_verdict'
  | 'given_flow'
  | 'live_answer_at'
  | 'connected_at'
  | 'abandoned_at'
>;

/** Which campaign is taken over, by whom. */
export interface RecoverOptions extends LeaseRequest {
  /** Instants (epoch ms) since which live answers and abandoned calls are counted. */
  readonly since: readonly number[];
  readonly at: number;
}

/**
 * Takes the campaign under a new epoch, releases the leads that an earlier epoch had claimed and not
 * dialed, adopts its open attempts, and counts live answers and abandoned calls from the attempts themselves.
 */
export async function recoverCampaign(
  tx: Tx,
  append: Append,
  options: RecoverOptions,
): Promise<RecoverAnswer> {
  const { campaignId, instance, at } = options;
  const lease = await takeLease(tx, options);
  if (!lease.taken) return lease;
  const { epoch, overtaken } = lease;
  const { id, node } = instance;

  if (overtaken) {
    const detail = { epoch, node, instance: id, from: overtaken.holder, because: overtaken.because };
    await append({ at, campaignId, kind: 'campaign.taken-over', detail });
  }
  const heir = { campaignId, instance, epoch, at };
  const own = await adoptShare(tx, append, heir, epoch);
  const others = await endGoneShares(tx, append, heir, options.now);
  return {
    taken: true,
    epoch,
    overtaken,
    open: [...own, ...others],
    counters: await countSince(tx, campaignId, options.since),
  };
}

/** Who takes up what is left of a share, and under which epoch. */
export interface Heir {
  readonly campaignId: string;
  readonly instance: LeaseInstance;
  readonly epoch: number;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * What the epochs before `below` of one share have left: their open attempts go on under the epoch of the
 * heir, and their claims are released.
 */
async function adoptShare(
  tx: Tx,
  append: Append,
  { campaignId, instance, epoch, at }: Heir,
  below: number,
): Promise<readonly OpenAttempt[]> {
  const { id, node } = instance;
  const epochs = { from: firstEpochOf(shareOf(below)), below };
  const rows = await lockOpenAttempts(tx, campaignId, epochs);
  const attemptIds = rows.map((row) => row.attempt_id);
  const leadIds = [...new Set(rows.map((row) => row.lead_id))];
  // The end of a call that came in releases no claim.
  const dialed = rows.filter(({ mode }) => isOfList(mode)).map((row) => row.lead_id);
  await adoptUnder(tx, { campaignId, node, epoch }, attemptIds, [...new Set(dialed)]);
  await giveBackOlder(tx, { campaignId, at, ...epochs });
  const detail = { epoch, node, instance: id, openAttempts: attemptIds };
  const isOther = shareOf(below) !== shareOf(epoch);
  await append({
    at,
    campaignId,
    kind: 'campaign.recovered',
    detail: isOther ? { ...detail, ofShare: shareOf(below) } : detail,
  });
  return openAttemptsOf(tx, rows, leadIds, at);
}

/**
 * Ends the other shares of the campaign whose dialers are gone: their epochs are over, what they left goes to
 * the heir, and their parts of the limits are free.
 */
export async function endGoneShares(
  tx: Tx,
  append: Append,
  heir: Heir,
  now: number,
): Promise<readonly OpenAttempt[]> {
  const { campaignId, instance, epoch } = heir;
  const rows = await lockLeasesOf(tx, campaignId);
  const gone = rows.filter((row) => shareOf(row.epoch) !== shareOf(epoch) && isGone(row, instance, now));
  const open: OpenAttempt[] = [];
  for (const { campaign_id: lease, epoch: last } of gone) {
    const ended = { epoch: last + 1, part: 0, expires_at: 0, instance: null };
    await tx.updateTable('leases').set(ended).where('campaign_id', '=', lease).execute();
    open.push(...(await adoptShare(tx, append, heir, last + 1)));
  }
  return open;
}

/** Whether the dialer of a share is gone, and nobody has ended the share yet. */
export function isGone(row: LeaseRow, instance: LeaseInstance, now: number): boolean {
  return row.instance !== null && !isLiving(row, instance, now);
}

/** Epochs of one share. */
interface Epochs {
  readonly from: number;
  readonly below: number;
}

/**
 * Open attempts are looked for among the keys in progress, which are few. They are read first: in one
 * statement SQLite would begin with every attempt that the campaign ever had.
 */
async function lockOpenAttempts(tx: Tx, campaignId: string, epochs: Epochs): Promise<readonly OpenRow[]> {
  const keys = await tx.selectFrom('in_progress').select('attempt_id').distinct().execute();
  const rows: OpenRow[] = [];
  for (const chunk of inChunks(keys.map((key) => key.attempt_id)))
    rows.push(...(await openAmong(tx, campaignId, epochs, chunk)));
  return rows.sort((a, b) => a.opened_at - b.opened_at || (a.attempt_id < b.attempt_id ? -1 : 1));
}

async function openAmong(
  tx: Tx,
  campaignId: string,
  { from, below }: Epochs,
  attemptIds: readonly string[],
): Promise<OpenRow[]> {
  return tx
    .selectFrom('attempts as a')
    .select([
      'a.attempt_id',
      'a.lead_id',
      'a.person_id',
      'a.phone',
      'a.mode',
      'a.agent_id',
      'a.opened_at',
      'a.machine_verdict',
      'a.given_flow',
      'a.live_answer_at',
      'a.connected_at',
      'a.abandoned_at',
    ])
    .where('a.attempt_id', 'in', attemptIds)
    .where('a.campaign_id', '=', campaignId)
    .where('a.epoch', '>=', from)
    .where('a.epoch', '<', below)
    .where('a.ended_at', 'is', null)
    .forUpdate()
    .execute();
}

/** Open attempts and their leads go on under the new epoch. */
async function adoptUnder(
  tx: Tx,
  owner: { readonly campaignId: string; readonly node: string; readonly epoch: number },
  attemptIds: readonly string[],
  leadIds: readonly string[],
): Promise<void> {
  const { campaignId, node, epoch } = owner;
  for (const chunk of inChunks(attemptIds)) {
    await tx.updateTable('attempts').set({ epoch, node }).where('attempt_id', 'in', chunk).execute();
  }
  for (const chunk of inChunks(leadIds)) {
    await tx
      .updateTable('leads')
      .set({ claim_epoch: epoch })
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('lead_id', 'in', chunk)
      .execute();
  }
}

/** Releases what an earlier epoch had claimed and not dialed. */
async function giveBackOlder(
  tx: Tx,
  owner: Epochs & { readonly campaignId: string; readonly at: number },
): Promise<void> {
  for (const lists of inChunks(await readAllLists(tx))) {
    const older = await tx
      .selectFrom('leads')
      .select('lead_id')
      .where('list_id', 'in', lists)
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', owner.campaignId)
      .where('claim_epoch', '>=', owner.from)
      .where('claim_epoch', '<', owner.below)
      .forUpdate()
      .execute();
    for (const chunk of inChunks(older.map(({ lead_id }) => lead_id))) await giveBack(tx, chunk, owner.at);
  }
}

async function giveBack(tx: Tx, leadIds: readonly string[], at: number): Promise<void> {
  const unclaimed = tx
    .updateTable('leads')
    .set((eb) => ({
      state: stateByInstant(eb, eb.val(at)),
      claim_campaign: null,
      claim_epoch: null,
      updated_at: at,
    }))
    .where('lead_id', 'in', leadIds);
  await counted(tx, leadIds, () => unclaimed.execute());
}

async function openAttemptsOf(
  tx: Tx,
  rows: readonly OpenRow[],
  leadIds: readonly string[],
  at: number,
): Promise<OpenAttempt[]> {
  const leads = await readLeads(tx, leadIds);
  const phones = await readPhones(tx, leadIds);
  const attemptIds = rows.map((row) => row.attempt_id);
  const givenVoices = await readGivenVoices(tx, attemptIds);
  return rows.flatMap((row) => {
    const lead = leads.get(row.lead_id);
    if (!lead) return isOfList(row.mode) ? [] : [openCallOf(row)];
    const numbers = phones.get(row.lead_id) ?? [];
    const dialed = numbers.findIndex((phone) => phone.phone === row.phone);
    // The number may have been closed since: the attempt is still about the one that was dialed.
    const asDialed = dialed < 0 ? lead : { ...lead, phone_index: dialed };
    const marks = defined({
      liveAnswerAt: row.live_answer_at ?? undefined,
      connectedAt: row.connected_at ?? undefined,
      abandonedAt: row.abandoned_at ?? undefined,
    });
    return [
      defined({
        attemptId: row.attempt_id,
        lead: leadOf(asDialed, numbers, at),
        phone: row.phone,
        mode: row.mode,
        agentId: row.agent_id ?? undefined,
        openedAt: row.opened_at,
        machineVerdict: row.machine_verdict ?? undefined,
        flow: row.given_flow ?? undefined,
        givenVoices: givenVoices.get(row.attempt_id),
        marks,
      }),
    ];
  });
}

/** A call that came in from somebody whom no list knows. */
function openCallOf(row: OpenRow): OpenAttempt {
  const { attempt_id: attemptId, phone, person_id: personId, opened_at: openedAt } = row;
  return defined({
    attemptId,
    lead: strangerLead({ phone, personId }),
    phone,
    mode: row.mode,
    agentId: row.agent_id ?? undefined,
    openedAt,
    flow: row.given_flow ?? undefined,
    marks: defined({ connectedAt: row.connected_at ?? undefined }),
  });
}

/** An abandoned call was answered at most this long before it counted as abandoned, ms. */
const LONGEST_WAIT = 3_600_000;

/**
 * Counts the rows of attempts, and the late ends that tell what these do not. No stored counter can disagree
 * with them.
 */
export async function countSince(db: Db, campaignId: string, since: readonly number[]): Promise<Counter[]> {
  const late = await toldLate(db, campaignId);
  const counters: Counter[] = [];
  for (const instant of since) {
    const counted = db
      .selectFrom('attempts')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('campaign_id', '=', campaignId)
      .where('mode', 'not in', MODES_BESIDE_LISTS);
    const live = await counted.where('live_answer_at', '>=', instant).executeTakeFirst();
    const abandoned = await counted
      .where('live_answer_at', '>=', instant - LONGEST_WAIT)
      .where('abandoned_at', '>=', instant)
      .executeTakeFirst();
    const isSince = (at: number | null): boolean => at !== null && at >= instant;
    counters.push({
      since: instant,
      liveAnswers: (live?.n ?? 0) + late.filter((told) => isSince(told.liveAnswerAt)).length,
      abandoned: (abandoned?.n ?? 0) + late.filter((told) => isSince(told.abandonedAt)).length,
    });
  }
  return counters;
}

/** Of attempts with late ends: the instants that only these tell. */
async function toldLate(
  db: Db,
  campaignId: string,
): Promise<readonly { readonly liveAnswerAt: number | null; readonly abandonedAt: number | null }[]> {
  return db
    .selectFrom(toldByLateEnds(db))
    .innerJoin('attempts', 'attempts.attempt_id', 'told.attempt_id')
    .select((eb) => [
      eb
        .case()
        .when('attempts.live_answer_at', 'is', null)
        .then(eb.ref('told.live_answer_at'))
        .end()
        .as('liveAnswerAt'),
      eb
        .case()
        .when('attempts.abandoned_at', 'is', null)
        .then(eb.ref('told.abandoned_at'))
        .end()
        .as('abandonedAt'),
    ])
    .where('attempts.campaign_id', '=', campaignId)
    .where('attempts.mode', 'not in', MODES_BESIDE_LISTS)
    .execute();
}
