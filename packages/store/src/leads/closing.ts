/** Closes leads and numbers from outside an attempt, and tells the campaigns that have claimed them. */
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany } from '../database/insert-many.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given, PreparedQuery } from '../database/prepared.js';
import type { ClosedBy, LeadState } from '../database/tables.js';
import { noAttemptOpen } from '../journal/in-progress.js';
import { COUNTED_COLUMNS, countMoves, counted } from './lead-counts.js';
import type { CountedLead, LeadMove } from './lead-counts.js';
import { nextOpenPhone, readPhones } from './lead-row.js';
import type { LeadRow } from './lead-row.js';

/** Why a number is closed that an upload flags: no entry of the do-not-call list closed it. */
export const FLAGGED = 'do-not-call flag';

/** Why leads or numbers are closed from outside an attempt, and by whom. */
export interface Closing {
  readonly why: string;
  readonly closedBy: ClosedBy;
  /** Epoch ms. */
  readonly at: number;
  /** The lead whose own attempt is being closed. Its campaign is not told. */
  readonly except?: string;
}

/** A lead that is open, and the campaign that has claimed it. */
export type Holder = CountedLead & Pick<LeadRow, 'lead_id' | 'claim_campaign' | 'phone_index'>;

/** Reads the leads of these that are open, for writing. */
export const lockHolders: PreparedQuery<{ leadIds: readonly string[] }, Holder> = preparedQuery(
  (db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
    db
      .selectFrom('leads')
      .select(['lead_id', 'claim_campaign', 'phone_index', ...COUNTED_COLUMNS])
      .where('lead_id', 'in', leadIds)
      .where('state', '<>', 'closed')
      .forUpdate(),
);

/** Closes leads for good and tells the campaigns that have claimed one. Returns how many were open. */
export async function closeLeadRows(tx: Tx, leadIds: readonly string[], closing: Closing): Promise<number> {
  let closed = 0;
  for (const chunk of inChunks(leadIds)) {
    const holders = await lockHolders.all(tx, { leadIds: chunk });
    if (holders.length === 0) continue;
    await tx
      .updateTable('leads')
      .set({
        state: 'closed',
        closed_by: closing.closedBy,
        why: closing.why,
        next_dialable_at: null,
        claim_epoch: null,
        claim_campaign: null,
        updated_at: closing.at,
      })
      .where(
        'lead_id',
        'in',
        holders.map((holder) => holder.lead_id),
      )
      .execute();
    await countMoves(
      tx,
      holders.map((row): LeadMove => [row, { ...row, state: 'closed', why: closing.why }]),
    );
    await reportToHolders(tx, holders, closing);
    closed += holders.length;
  }
  return closed;
}

/**
 * Of leads that are closed already, those that calls had closed: they count as closed from outside now, so
 * that no rule opens them again. Returns how many.
 */
export async function withdrawClosed(tx: Tx, leadIds: readonly string[], closing: Closing): Promise<number> {
  let withdrawn = 0;
  for (const chunk of inChunks(leadIds)) {
    const found = await tx
      .selectFrom('leads')
      .select('lead_id')
      .where('lead_id', 'in', chunk)
      .where('state', '=', 'closed')
      .where('closed_by', 'in', CLOSED_BY_CALLS)
      .execute();
    const closedIds = found.map(({ lead_id: leadId }) => leadId);
    if (closedIds.length === 0) continue;
    const { closedBy, why, at } = closing;
    const change = tx
      .updateTable('leads')
      .set({ closed_by: closedBy, why, updated_at: at })
      .where('lead_id', 'in', closedIds);
    await counted(tx, closedIds, () => change.execute());
    withdrawn += closedIds.length;
  }
  return withdrawn;
}

/** How a lead was closed whose last call says why: not by an order from outside, the law or a request. */
export const CLOSED_BY_CALLS: readonly ClosedBy[] = ['outcome', 'released'];

/** Closes every number of these persons and every lead of theirs, in all lists. */
export async function closePersons(tx: Tx, personIds: readonly string[], closing: Closing): Promise<number> {
  let closed = 0;
  for (const chunk of inChunks(personIds)) {
    // Numbers are found by their leads: no index has them by person.
    const rows = await tx
      .selectFrom('leads')
      .select(['lead_id', 'state'])
      .where('person_id', 'in', chunk)
      .execute();
    for (const leadIds of inChunks(rows.map((row) => row.lead_id)))
      await tx
        .updateTable('phones')
        .set({ open: 0, closed_why: closing.why })
        .where('lead_id', 'in', leadIds)
        .where('open', '=', 1)
        .execute();
    const open = rows.filter((row) => row.state !== 'closed');
    closed += await closeLeadRows(
      tx,
      open.map((row) => row.lead_id),
      closing,
    );
  }
  return closed;
}

/**
 * Closes numbers: of one person (a wrong or dead number), or of everyone who has them (do-not-call). Leads
 * without another number are closed.
 */
export async function closeNumbers(
  tx: Tx,
  target: { readonly phones: readonly string[]; readonly personId?: string },
  closing: Closing,
): Promise<void> {
  const { personId } = target;
  for (const chunk of inChunks(target.phones)) {
    const affected = await tx
      .selectFrom('phones')
      .select('lead_id')
      .distinct()
      .where('phone', 'in', chunk)
      .where('open', '=', 1)
      .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
      .execute();
    if (affected.length === 0) continue;
    await tx
      .updateTable('phones')
      .set({ open: 0, closed_why: closing.why })
      .where('phone', 'in', chunk)
      .where('open', '=', 1)
      .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
      .execute();
    await settleLeads(
      tx,
      affected.map((row) => row.lead_id),
      closing,
    );
  }
}

async function settleLeads(tx: Tx, leadIds: readonly string[], closing: Closing): Promise<void> {
  const phones = await readPhones(tx, leadIds);
  const withoutNumber: string[] = [];
  for (const chunk of inChunks(leadIds)) {
    const moved: Holder[] = [];
    for (const holder of await lockHolders.all(tx, { leadIds: chunk })) {
      if (holder.lead_id === closing.except) continue;
      const own = phones.get(holder.lead_id) ?? [];
      if (own[holder.phone_index]?.open === 1) continue;
      const next = nextOpenPhone(own, holder.phone_index);
      if (next === null) {
        withoutNumber.push(holder.lead_id);
        continue;
      }
      await moveToNumber(tx, { leadId: holder.lead_id, phoneIndex: next, at: closing.at });
      moved.push(holder);
    }
    await takeBack(tx, moved, closing);
  }
  await closeLeadRows(tx, withoutNumber, closing);
}

const moveToNumber = preparedCommand(
  (db: Db, { leadId, phoneIndex, at }: Given<{ leadId: string; phoneIndex: number; at: number }>) =>
    db.updateTable('leads').set({ phone_index: phoneIndex, updated_at: at }).where('lead_id', '=', leadId),
);

/**
 * Releases leads that a campaign has claimed with a number that is closed now. They wait in their list with
 * the next number.
 */
export async function takeBack(tx: Tx, holders: readonly Holder[], closing: Closing): Promise<void> {
  const held = holders.filter((holder) => holder.state === 'claimed');
  if (held.length === 0) return;
  const leadIds = held.map((holder) => holder.lead_id);
  const unclaimed = tx
    .updateTable('leads')
    .set((eb) => ({
      state: eb
        .case()
        .when('reason', '=', 'callback')
        .then<LeadState>('callback')
        .else<LeadState>('waiting')
        .end(),
      claim_campaign: null,
      claim_epoch: null,
    }))
    .where('lead_id', 'in', leadIds)
    .where(noAttemptOpen);
  await counted(tx, leadIds, () => unclaimed.execute());
  await reportToHolders(tx, held, closing);
}

/** Stores the change for the campaigns that have claimed the leads. */
async function reportToHolders(tx: Tx, holders: readonly Holder[], closing: Closing): Promise<void> {
  const changes = holders.flatMap(({ state, claim_campaign, lead_id }) =>
    state === 'claimed' && claim_campaign !== null && lead_id !== closing.except
      ? [{ campaign_id: claim_campaign, lead_id, reason: closing.why, at: closing.at }]
      : [],
  );
  await insertMany(tx, 'changes', changes);
}
