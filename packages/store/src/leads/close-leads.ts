/** Closes leads from outside: recalled, paid. */
import type { LeadReference } from '@outdial/lists';
import { breathe } from '../database/breathe.js';
import { keptReason } from '../database/kept-values.js';
import type { Store } from '../open-store.js';
import { closeLeadRows, withdrawClosed } from './closing.js';
import type { Closing } from './closing.js';
import { findReferences } from './find-references.js';

/** What {@link closeLeads} did. */
export interface CloseReport {
  /** References read. */
  readonly references: number;
  /** Leads closed now. */
  readonly closed: number;
  /** References that named no lead of the list. */
  readonly unknown: number;
  /** References whose leads were closed before; no recycle rule opens them any more. */
  readonly already: number;
}

const BATCH = 200;

/**
 * Closes leads from outside (recalled, paid), for good. Running campaigns learn within a second: calls not
 * yet answered are hung up, and an attempt that ends later does not open the lead again. `listId`: only leads
 * of that list; without it, of all lists.
 */
export async function closeLeads(
  store: Store,
  references: Iterable<LeadReference> | AsyncIterable<LeadReference>,
  options: { readonly reason: string; readonly listId?: string },
): Promise<CloseReport> {
  const report = { references: 0, closed: 0, unknown: 0, already: 0 };
  let batch: LeadReference[] = [];
  for await (const reference of references) {
    batch.push(reference);
    if (batch.length < BATCH) continue;
    await closeBatch(store, batch, options, report);
    batch = [];
  }
  if (batch.length > 0) await closeBatch(store, batch, options, report);
  return report;
}

async function closeBatch(
  store: Store,
  batch: readonly LeadReference[],
  options: { readonly reason: string; readonly listId?: string },
  report: { references: number; closed: number; unknown: number; already: number },
): Promise<void> {
  const done = await store.audit.within(async (tx, append) => {
    const found = await findReferences(tx, store.secret, batch, options.listId);
    const leadIds = [...new Set(found.flatMap((leads) => leads))];
    const at = store.clock();
    const closing: Closing = { why: keptReason(options.reason), closedBy: 'withdrawn', at };
    const withdrawn = await withdrawClosed(tx, leadIds, closing);
    const closed = await closeLeadRows(tx, leadIds, closing);
    const { reason } = options;
    const detail = { reason, closed, withdrawn, leadIds: leadIds.slice(0, BATCH) };
    if (closed + withdrawn > 0) await append({ at, campaignId: '', kind: 'leads.closed', detail });
    return { closed, unknown: found.filter((leads) => leads.length === 0).length, leads: leadIds.length };
  });
  await breathe();
  report.references += batch.length;
  report.closed += done.closed;
  report.unknown += done.unknown;
  report.already += done.leads - done.closed;
}
