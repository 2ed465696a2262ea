/** Reopens leads that were closed: recycled, closed by mistake. */
import type { LeadReference } from '@outdial/lists';
import { stepBeside } from '../database/beside-dialing.js';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { keptReason } from '../database/kept-values.js';
import type { Store } from '../open-store.js';
import type { StoreSecret } from '../store-secret.js';
import { readBars } from './bars.js';
import type { Bars } from './bars.js';
import { findReferences } from './find-references.js';
import { counted } from './lead-counts.js';
import { nextOpenPhone, readPhones } from './lead-row.js';
import type { LeadRow, PhoneRow } from './lead-row.js';

/** What {@link reopenLeads} did. The counts of leads add up to those that the references name. */
export interface ReopenReport {
  /** References read. */
  readonly references: number;
  /** References that named no lead. */
  readonly unknown: number;
  /** Leads open now that were closed before. */
  readonly reopened: number;
  /** Leads that were open already. */
  readonly open: number;
  /** Leads that stay closed: the person must not be called, or no number is open. */
  readonly barred: number;
  /** The same by reason. */
  readonly barredBy: BarredBy;
}

/**
 * Leads that stay closed, by reason: 'do-not-call', a fact that bars the person ('cease', 'attorney',
 * 'bankrupt', 'deceased'), 'wrong-number', or 'no-number' where every number is closed.
 */
export type BarredBy = Readonly<Record<string, number>>;

/** Adds the leads of one batch to those of another. */
export function addBarred(sum: BarredBy, more: BarredBy): BarredBy {
  const added: Record<string, number> = { ...sum };
  for (const [why, leads] of Object.entries(more)) added[why] = (added[why] ?? 0) + leads;
  return added;
}

/** How leads are reopened. */
export interface ReopenOptions {
  /** Why, for reports and the audit trail. */
  readonly reason: string;
  /** Only leads of that list; absent: of all lists. */
  readonly listId?: string;
}

const BATCH = 200;

/**
 * Reopens closed leads: dialable at once with their first open number. Their attempts still count for every
 * cap and retry limit of the law; a lead whose person must not be called stays closed, and so does one
 * without an open number. Journaled.
 */
export async function reopenLeads(
  store: Store,
  references: Iterable<LeadReference>,
  options: ReopenOptions,
): Promise<ReopenReport> {
  const sums = { references: 0, unknown: 0, reopened: 0, open: 0, barred: 0 };
  let barredBy: BarredBy = {};
  for (const batch of inChunks([...references], BATCH)) {
    const done = await stepBeside(store, () =>
      store.audit.within(async (tx, append) => {
        const found = await findReferences(tx, store.secret, batch, options.listId);
        const leadIds = [...new Set(found.flat())];
        const because = { why: keptReason(options.reason), at: store.clock(), secret: store.secret };
        const { opened, ...counts } = await reopenOf(tx, leadIds, { ...because, countOnly: false });
        if (opened.length > 0) {
          await append({
            at: store.clock(),
            campaignId: '',
            kind: 'leads.reopened',
            detail: { reason: options.reason, reopened: opened.length, leadIds },
          });
        }
        const unknown = found.filter((leads) => leads.length === 0).length;
        return { ...counts, reopened: opened.length, unknown };
      }),
    );
    sums.references += batch.length;
    sums.unknown += done.unknown;
    sums.reopened += done.reopened;
    sums.open += done.open;
    sums.barred += done.barred;
    barredBy = addBarred(barredBy, done.barredBy);
  }
  return { ...sums, barredBy };
}

/** What became of leads that were to be opened. */
export interface Reopened extends Pick<ReopenReport, 'barred' | 'barredBy'> {
  /** Ids of the leads that were closed and are open now. */
  readonly opened: readonly string[];
  /** Leads that were open already. */
  readonly open: number;
}

/** How closed leads are opened. */
export interface ReopenOrder {
  readonly why: string;
  /** Epoch ms. */
  readonly at: number;
  readonly secret: StoreSecret;
  readonly countOnly: boolean;
}

/** Opens the leads that may be opened. `countOnly`: says what would become of them, and changes nothing. */
export async function reopenOf(
  tx: Tx,
  leadIds: readonly string[],
  { why, at, secret, countOnly }: ReopenOrder,
): Promise<Reopened> {
  let open = 0;
  let barredBy: BarredBy = {};
  const leads = await closedOf(tx, leadIds);
  const toOpen: LeadToOpen[] = [];
  const phones = await readPhones(tx, leadIds);
  const bars = await readBars(tx, secret, [...phones.values()].flat());
  for (const lead of leads) {
    const numbers = phones.get(lead.lead_id) ?? [];
    const number = nextOpenPhone(
      numbers.map((phone) => (bars.ofNumber(phone) === null ? phone : { ...phone, open: 0 as const })),
      -1,
    );
    if (lead.state !== 'closed') open += 1;
    else if (number === null || lead.closed_by === 'do-not-call')
      barredBy = addBarred(barredBy, { [barOf(lead, numbers, bars)]: 1 });
    else {
      toOpen.push({ leadId: lead.lead_id, number });
    }
  }
  if (!countOnly) await reopenAll(tx, toOpen, { why, at });
  const opened = toOpen.map(({ leadId }) => leadId);
  const barred = Object.values(barredBy).reduce((sum, count) => sum + count, 0);
  return { opened, open, barred, barredBy };
}

type ClosedLead = Pick<LeadRow, 'lead_id' | 'person_id' | 'state' | 'closed_by'>;

async function closedOf(tx: Tx, leadIds: readonly string[]): Promise<ClosedLead[]> {
  if (leadIds.length === 0) return [];
  return tx
    .selectFrom('leads')
    .select(['lead_id', 'person_id', 'state', 'closed_by'])
    .where('lead_id', 'in', leadIds)
    .forUpdate()
    .execute();
}

/** Why a closed lead stays closed. */
function barOf({ person_id, closed_by }: ClosedLead, numbers: readonly PhoneRow[], bars: Bars): string {
  const ofNumbers = numbers.map((number) => bars.ofNumber(number)).find((why) => why !== null);
  const listed = closed_by === 'do-not-call' ? 'do-not-call' : null;
  return bars.ofPerson(person_id) ?? ofNumbers ?? listed ?? 'no-number';
}

/** A closed lead that is to be opened, with the place of the number to dial. */
export interface LeadToOpen {
  readonly leadId: string;
  readonly number: number;
}

/** Opens closed leads: dialable at once with the number at that place. */
export async function reopenAll(
  tx: Tx,
  leads: readonly LeadToOpen[],
  because: { readonly why: string; readonly at: number },
): Promise<void> {
  const leadIds = leads.map(({ leadId }) => leadId);
  await counted(tx, leadIds, async () => {
    for (const lead of leads) await reopenLead(tx, { ...lead, ...because });
  });
}

async function reopenLead(
  tx: Tx,
  lead: LeadToOpen & { readonly why: string; readonly at: number },
): Promise<void> {
  const { leadId, number, why, at } = lead;
  await tx
    .updateTable('leads')
    .set({ state: 'ready', closed_by: null, next_dialable_at: at, phone_index: number })
    .set({ reason: 'retry', callback_at: null, callback_agent_id: null, callback_note: null })
    .set({ why, updated_at: at })
    .where('lead_id', '=', leadId)
    .execute();
}
