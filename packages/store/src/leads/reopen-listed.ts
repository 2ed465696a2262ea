/** Opens what a mistaken entry of the do-not-call list, or a fact that was withdrawn, closed. */
import type { Tx } from '../database/engine.js';
import type { StoreSecret } from '../store-secret.js';
import { inChunks } from '../database/in-chunks.js';
import { readBars } from './bars.js';
import type { Bars } from './bars.js';
import { counted } from './lead-counts.js';
import { nextOpenPhone, readPhones } from './lead-row.js';
import { placeByOpenNumbers } from './outside-countries.js';
import { reopenAll } from './reopen-leads.js';
import type { LeadToOpen } from './reopen-leads.js';

/** Why a number or lead is closed that the do-not-call list closed. */
const LISTED = 'do-not-call';

/** A mistaken entry that was taken off the list. */
export interface TakenOff {
  /** Numbers that are on the list no more. */
  readonly phones: readonly string[];
  /** Persons who are on the list no more. */
  readonly personIds: readonly string[];
  readonly why: string;
  /** Epoch ms. */
  readonly at: number;
  readonly secret: StoreSecret;
}

/** A fact that was withdrawn, and what it closed. */
export interface Withdrawn extends TakenOff {
  /** Reasons that numbers and leads were closed for. */
  readonly closedWhy: readonly string[];
}

/** A number of a lead that the entry was about. */
interface NumberOfLead {
  readonly lead_id: string;
  readonly person_id: string;
  readonly phone: string;
  readonly position: number;
  readonly open: number;
  readonly closed_why: string | null;
}

/**
 * Opens numbers and leads that the list had closed. What a flag of an upload closed stays closed, and so does
 * everything of a person who asked by themselves, or whom another fact bars. Returns the leads that are open
 * again.
 */
export async function reopenListed(tx: Tx, taken: TakenOff): Promise<string[]> {
  return reopenClosed(tx, { ...taken, closedWhy: [LISTED] });
}

/**
 * {@link reopenListed}, for numbers and leads that were closed for these reasons. What another fact bars
 * stays closed for that one, so that its withdrawal opens it.
 */
export async function reopenClosed(tx: Tx, taken: Withdrawn): Promise<string[]> {
  const all = await readNumbers(tx, taken);
  const bars = await readBars(tx, taken.secret, all);
  const numbers = all.filter((number) => bars.ofNumber(number) === null);
  for (const { lead_id, position, open, closed_why } of numbers) {
    if (open === 1 || closed_why === null || !taken.closedWhy.includes(closed_why)) continue;
    await tx
      .updateTable('phones')
      .set({ open: 1, closed_why: null })
      .where('lead_id', '=', lead_id)
      .where('position', '=', position)
      .execute();
  }
  const leadIds = [...new Set(numbers.map(({ lead_id }) => lead_id))];
  await placeByOpenNumbers(tx, leadIds);
  const reopened = await reopenLeadsOf(tx, leadIds, taken);
  await closeForOthers(tx, all, bars, taken);
  return reopened;
}

/** Numbers that another fact bars, and leads without any other, are closed for that fact from now on. */
async function closeForOthers(
  tx: Tx,
  numbers: readonly NumberOfLead[],
  bars: Bars,
  { at, closedWhy }: Withdrawn,
): Promise<void> {
  const reasons = new Map<string, string>();
  for (const number of numbers) {
    const bar = bars.ofNumber(number);
    if (bar === null) continue;
    const { lead_id, position, closed_why } = number;
    if (!reasons.has(lead_id)) reasons.set(lead_id, bar);
    if (closed_why === null || closed_why === bar || !closedWhy.includes(closed_why)) continue;
    await tx
      .updateTable('phones')
      .set({ closed_why: bar })
      .where('lead_id', '=', lead_id)
      .where('position', '=', position)
      .where('open', '=', 0)
      .execute();
  }
  for (const chunk of inChunks([...reasons.keys()])) {
    const leads = await closedFor(tx, chunk, closedWhy).execute();
    for (const { lead_id: leadId } of leads) {
      const why = reasons.get(leadId) ?? '';
      const change = tx.updateTable('leads').set({ why, updated_at: at }).where('lead_id', '=', leadId);
      await counted(tx, [leadId], () => change.execute());
    }
  }
}

/** Leads of these that the list or a fact closed for one of these reasons. */
function closedFor(tx: Tx, leadIds: readonly string[], closedWhy: readonly string[]) {
  return tx
    .selectFrom('leads')
    .select('lead_id')
    .where('lead_id', 'in', leadIds)
    .where('state', '=', 'closed')
    .where('closed_by', 'in', ['do-not-call', 'refused'])
    .where('why', 'in', [...closedWhy, ...closedWhy.map((reason) => `refused: store.${reason}`)])
    .forUpdate();
}

async function readNumbers(tx: Tx, { phones, personIds }: TakenOff): Promise<NumberOfLead[]> {
  const numbers: NumberOfLead[] = [];
  for (const [column, keys] of [
    ['p.phone', phones],
    ['l.person_id', personIds],
  ] as const) {
    for (const chunk of inChunks(keys))
      numbers.push(
        ...(await tx
          .selectFrom('leads as l')
          .innerJoin('phones as p', 'p.lead_id', 'l.lead_id')
          .select(['p.lead_id', 'p.person_id', 'p.phone', 'p.position', 'p.open', 'p.closed_why'])
          .where(column, 'in', chunk)
          .execute()),
      );
  }
  return numbers;
}

async function reopenLeadsOf(
  tx: Tx,
  leadIds: readonly string[],
  { why, at, closedWhy }: Withdrawn,
): Promise<string[]> {
  const phones = await readPhones(tx, leadIds);
  const reopened: LeadToOpen[] = [];
  for (const chunk of inChunks(leadIds)) {
    const leads = await closedFor(tx, chunk, closedWhy).execute();
    for (const { lead_id: leadId } of leads) {
      const number = nextOpenPhone(phones.get(leadId) ?? [], -1);
      if (number === null) continue;
      reopened.push({ leadId, number });
    }
  }
  await reopenAll(tx, reopened, { why, at });
  return reopened.map(({ leadId }) => leadId);
}
