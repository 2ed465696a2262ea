/** Adds leads from a program. */
import { randomUUID } from 'node:crypto';
import { countOf, isE164, LIMITS } from '@outdial/core';
import { StatedRows } from '../audit/stated-rows.js';
import { storeError } from '../errors.js';
import type { Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import type { Store } from '../open-store.js';
import { addList, noteBeginning, noteProgress } from '../import/import-progress.js';
import { emptyTotals } from '../import/import-totals.js';
import { canonicalNumber } from '@outdial/lists';
import type { AgainstCalls, NewLead } from '@outdial/lists';
import { factProblem } from './check-facts.js';
import { prepareLine } from './upload-rows.js';
import { writeAgainstCalls } from './write-against-calls.js';
import { takeTurn, writeLeads } from './write-leads.js';
import type { WriteVerdict } from './write-leads.js';
import { PUSHED } from './watch.js';

/** How leads are added. */
export interface AddLeadsOptions {
  readonly listId: string;
  /** What happens to leads that the list has already. @default 'skip' */
  readonly duplicates?: 'skip' | 'update';
  /** A list has a person once, or once an account. @default 'person' */
  readonly onePer?: 'person' | 'account';
  /**
   * The leads are dialed next: before callbacks and every priority, the newest first, until their first
   * attempt. Campaigns that dial the list learn of them within a second (`onPushed` of the lead queue).
   * @default false
   */
  readonly first?: boolean;
  /**
   * Of rows that were rejected, what they say against calls: it counts for the people who are known already,
   * in every list. @default none
   */
  readonly against?: readonly AgainstCalls[];
}

/** What became of one lead, in the order given. */
export interface AddedLead {
  readonly leadId: string;
  readonly personId: string;
  readonly verdict: WriteVerdict;
}

/**
 * Adds leads from a program instead of a file: numbers must be E.164 already; older forms of a number are
 * stored as today's. Answers what became of each, with its id. Throws an `OutdialError` ('lead-invalid') for
 * a lead without a number in E.164, or with a fact that is misspelt or of another kind; then none is added.
 */
export async function addLeads(
  store: Store,
  given: readonly NewLead[],
  options: AddLeadsOptions,
): Promise<AddedLead[]> {
  const leads = given.map(withCanonicalNumbers);
  for (const [index, lead] of leads.entries()) checkLead(lead, index);
  const { listId, duplicates = 'skip', onePer = 'person', first = false, against = [] } = options;
  const importId = randomUUID();
  const lines = leads.map((lead, index) => prepareLine(store.secret, { lead, line: index + 1 }, onePer));

  return store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    const at = store.clock();
    // A list that is there is only locked: a rival that tried to add it would share the lock, and deadlock.
    if (!(await takeTurn(tx, listId))) await addList(tx, listId, at);
    await noteBeginning(tx, append, { importId, listId, at, secret: store.secret });
    const writing = { listId, importId, duplicates, onePer, first, at };
    const written = await writeLeads(store, { tx, append, stated }, lines, writing);
    await writeAgainstCalls(store.secret, { tx, append, stated }, against, at);
    await noteProgress(tx, append, importId, {
      stated,
      position: leads.length,
      rejectsBytes: 0,
      totals: { ...emptyTotals(), rows: leads.length },
      done: true,
      at: store.clock(),
    });
    const added = written.map(({ leadId, personId, verdict }) => ({ leadId, personId, verdict }));
    if (first) await reportPushed(tx, listId, added, store.clock());
    return added;
  });
}

/** Notes leads that go first where the campaigns of the list look for changes. */
async function reportPushed(tx: Tx, listId: string, added: readonly AddedLead[], at: number): Promise<void> {
  const campaigns = await tx
    .selectFrom('campaign_lists')
    .select('campaign_id')
    .where('list_id', '=', listId)
    .execute();
  const pushed = added.filter(({ verdict }) => verdict === 'added' || verdict === 'updated');
  await insertMany(
    tx,
    'changes',
    campaigns.flatMap(({ campaign_id }) =>
      pushed.map(({ leadId }) => ({ campaign_id, lead_id: leadId, reason: PUSHED, at })),
    ),
  );
}

/** One subscriber has one number, in whatever form a program gives it. */
function withCanonicalNumbers(lead: NewLead): NewLead {
  return { ...lead, phones: lead.phones.map((phone) => ({ ...phone, phone: canonicalNumber(phone.phone) })) };
}

function checkLead(lead: NewLead, index: number): void {
  const position = index + 1;
  if (lead.phones.length === 0) throw storeError('lead-invalid', { position, reason: 'it has no number' });
  if (lead.phones.length > LIMITS.leadNumbers.max) {
    const reason = `it has ${countOf(lead.phones.length, 'number')}, more than ${LIMITS.leadNumbers.max}`;
    throw storeError('lead-invalid', { position, reason });
  }
  const odd = lead.phones.findIndex((phone) => !isE164(phone.phone));
  if (odd >= 0) throw storeError('lead-invalid', { position, reason: `its number ${odd + 1} is not E.164` });
  const reason = factProblem(lead.facts ?? {});
  if (reason !== null) throw storeError('lead-invalid', { position, reason });
}
