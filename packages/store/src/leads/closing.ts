import type { Tx } from '../database/engine.js';
import { execute, inChunks, insertRows, marks, query } from '../database/statements.js';
import type { ClosedBy } from '../database/tables.js';
import { NO_ATTEMPT_OPEN } from '../journal/in-progress.js';
import { nextOpenPhone, readPhones } from './lead-row.js';

/** Why leads or numbers are closed from outside an attempt, and by whom. */
export interface Closing {
  readonly why: string;
  readonly closedBy: ClosedBy;
  readonly at: number;
  /** The lead whose own attempt is just being closed: its campaign knows already. */
  readonly except?: string;
}

interface Holder {
  readonly lead_id: string;
  readonly state: string;
  readonly claim_campaign: string | null;
  readonly phone_index: number;
}

const CLOSE =
  "state = 'closed', closed_by = ?, why = ?, next_dialable_at = null, claim_epoch = null, updated_at = ?";

/**
 * Closes leads for good; campaigns that hold one learn of it. Returns how many were open. `forUpdate`: the
 * engine's suffix.
 */
export async function closeLeadRows(
  tx: Tx,
  forUpdate: string,
  leadIds: readonly string[],
  closing: Closing,
): Promise<number> {
  let closed = 0;
  for (const chunk of inChunks(leadIds)) {
    const holders = await query<Holder>(
      tx,
      `select lead_id, state, claim_campaign, phone_index from leads where lead_id in (${marks(chunk.length)}) and state <> 'closed'${forUpdate}`,
      chunk,
    );
    if (holders.length === 0) continue;
    const ids = holders.map((holder) => holder.lead_id);
    await execute(
      tx,
      `update leads set ${CLOSE}, claim_campaign = null where lead_id in (${marks(ids.length)})`,
      [closing.closedBy, closing.why, closing.at, ...ids],
    );
    await tellHolders(tx, holders, closing);
    closed += holders.length;
  }
  return closed;
}

/** Closes every number of these persons and every lead of theirs, in all lists. */
export async function closePersons(
  tx: Tx,
  forUpdate: string,
  personIds: readonly string[],
  closing: Closing,
): Promise<number> {
  let closed = 0;
  for (const chunk of inChunks(personIds)) {
    await execute(
      tx,
      `update phones set open = 0, closed_why = ? where person_id in (${marks(chunk.length)}) and open = 1`,
      [closing.why, ...chunk],
    );
    const rows = await query<{ lead_id: string }>(
      tx,
      `select lead_id from leads where person_id in (${marks(chunk.length)}) and state <> 'closed'`,
      chunk,
    );
    closed += await closeLeadRows(
      tx,
      forUpdate,
      rows.map((row) => row.lead_id),
      closing,
    );
  }
  return closed;
}

/**
 * Closes numbers: of one person (a wrong or dead number), or whoever has them (do-not-call). Leads without
 * another number are closed.
 */
export async function closeNumbers(
  tx: Tx,
  forUpdate: string,
  target: { readonly phones: readonly string[]; readonly personId?: string },
  closing: Closing,
): Promise<void> {
  for (const chunk of inChunks(target.phones)) {
    const own =
      target.personId === undefined
        ? { text: '', values: [] }
        : { text: ' and person_id = ?', values: [target.personId] };
    const affected = await query<{ lead_id: string }>(
      tx,
      `select distinct lead_id from phones where phone in (${marks(chunk.length)}) and open = 1${own.text}`,
      [...chunk, ...own.values],
    );
    if (affected.length === 0) continue;
    await execute(
      tx,
      `update phones set open = 0, closed_why = ? where phone in (${marks(chunk.length)}) and open = 1${own.text}`,
      [closing.why, ...chunk, ...own.values],
    );
    await settleLeads(
      tx,
      forUpdate,
      affected.map((row) => row.lead_id),
      closing,
    );
  }
}

async function settleLeads(
  tx: Tx,
  forUpdate: string,
  leadIds: readonly string[],
  closing: Closing,
): Promise<void> {
  const phones = await readPhones(tx, leadIds);
  const done: string[] = [];
  for (const chunk of inChunks(leadIds)) {
    const holders = await query<Holder>(
      tx,
      `select lead_id, state, claim_campaign, phone_index from leads where lead_id in (${marks(chunk.length)}) and state <> 'closed'${forUpdate}`,
      chunk,
    );
    const moved: Holder[] = [];
    for (const holder of holders) {
      if (holder.lead_id === closing.except) continue;
      const own = phones.get(holder.lead_id) ?? [];
      if (own[holder.phone_index]?.open === 1) continue;
      const next = nextOpenPhone(own, holder.phone_index);
      if (next === null) done.push(holder.lead_id);
      else {
        await execute(tx, 'update leads set phone_index = ?, updated_at = ? where lead_id = ?', [
          next,
          closing.at,
          holder.lead_id,
        ]);
        moved.push(holder);
      }
    }
    await takeBack(tx, moved, closing);
  }
  await closeLeadRows(tx, forUpdate, done, closing);
}

/**
 * A campaign holds the lead with a number that is closed now: it drops the lead, which waits in the list with
 * its next number.
 */
async function takeBack(tx: Tx, holders: readonly Holder[], closing: Closing): Promise<void> {
  const held = holders.filter((holder) => holder.state === 'claimed');
  if (held.length === 0) return;
  await execute(
    tx,
    `update leads set state = case when reason = 'callback' then 'callback' else 'waiting' end, claim_campaign = null, claim_epoch = null where lead_id in (${marks(held.length)})` +
      ` and ${NO_ATTEMPT_OPEN}`,
    held.map((holder) => holder.lead_id),
  );
  await tellHolders(tx, held, closing);
}

async function tellHolders(tx: Tx, holders: readonly Holder[], closing: Closing): Promise<void> {
  const rows = holders
    .filter(
      (holder) =>
        holder.state === 'claimed' && holder.claim_campaign !== null && holder.lead_id !== closing.except,
    )
    .map((holder) => [holder.claim_campaign, holder.lead_id, closing.why, closing.at]);
  await insertRows(tx, 'insert into', 'changes', ['campaign_id', 'lead_id', 'reason', 'at'], rows);
}
