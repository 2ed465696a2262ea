/** Recycles closed leads: opens those again that ended in a certain way, or long enough ago. */
import { OUTCOMES, type Outcome } from '@outdial/core';
import { STEP_ROWS, stepBeside } from '../database/beside-dialing.js';
import type { Db, Tx } from '../database/engine.js';
import { keptReason } from '../database/kept-values.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';
import { CLOSED_BY_CALLS } from './closing.js';
import { addBarred, reopenOf } from './reopen-leads.js';
import type { BarredBy } from './reopen-leads.js';

/** Which closed leads are recycled; all given conditions hold. */
export interface RecycleFilter {
  /** Leads of these lists. */
  readonly lists: readonly string[];
  /** How the last attempt ended, or why the lead was closed: a disposition code, an outcome, a reason. */
  readonly endings: readonly string[];
  /** Epoch ms: the last attempt was opened before. Leads without an attempt are left out then. */
  readonly before?: number;
  /** Leads that were recycled less often than this. */
  readonly rounds?: number;
}

/** What {@link recycleLeads} did, or would do. */
export interface RecycleReport {
  /** Closed leads that the filter names: `reopened` and `barred` add up to it. */
  readonly found: number;
  readonly reopened: number;
  /** Leads that stay closed: the person must not be called, or no number is open. */
  readonly barred: number;
  /** The same by reason. */
  readonly barredBy: BarredBy;
}

/** How leads are recycled. */
export interface RecycleOptions {
  /**
   * Codes of the campaign's dispositions: an ending that is none of them, no outcome, and no reason for which
   * a lead of the lists is closed is an error. Absent: endings are taken as they are.
   */
  readonly dispositions?: readonly string[];
  /** Why, for reports and the audit trail. */
  readonly reason: string;
  /** True: counts what would be opened, and changes nothing. */
  readonly countOnly: boolean;
  /** The campaign whose rule it is, for the audit trail. Absent: a person's order. */
  readonly campaignId?: string;
}

/**
 * Opens closed leads that the filter names, with their first open number; their attempts still count for
 * every cap. Journaled. @throws 'ending-unknown'
 */
export async function recycleLeads(
  store: Store,
  filter: RecycleFilter,
  { reason, countOnly, campaignId = '', dispositions }: RecycleOptions,
): Promise<RecycleReport> {
  const sums = { found: 0, reopened: 0, barred: 0 };
  let barredBy: BarredBy = {};
  if (filter.lists.length === 0 || filter.endings.length === 0) return { ...sums, barredBy };
  if (dispositions) await checkEndings(store.engine.db, filter, dispositions);
  let after = '';
  for (;;) {
    const from = after;
    const order = { reason, countOnly, campaignId };
    const done = await stepBeside(store, () => recycleSome(store, filter, from, order));
    sums.found += done.leadIds.length;
    sums.reopened += done.reopened;
    sums.barred += done.barred;
    barredBy = addBarred(barredBy, done.barredBy);
    if (done.leadIds.length < STEP_ROWS) return { ...sums, barredBy };
    after = done.leadIds.at(-1) ?? after;
  }
}

/** An ending that no call and no lead has is a slip: it opens nothing, and looks as if none was left. */
async function checkEndings(
  db: Db,
  { lists, endings }: RecycleFilter,
  dispositions: readonly string[],
): Promise<void> {
  const allowed = new Set([...dispositions, ...Object.keys(OUTCOMES)]);
  if (endings.every((ending) => allowed.has(ending))) return;
  for (const column of ['last_disposition', 'why'] as const) {
    const found = await db
      .selectFrom('leads')
      .select(column)
      .distinct()
      .where('list_id', 'in', lists)
      .where('state', '=', 'closed')
      .execute();
    for (const { [column]: ending } of found) if (ending !== null) allowed.add(ending);
  }
  const unknown = endings.filter((ending) => !allowed.has(ending));
  if (unknown.length > 0)
    throw storeError('ending-unknown', {
      endings: unknown.join("', '"),
      allowed: [...allowed].slice(0, ENDINGS_SHOWN).join(', '),
    });
}

/** A store can hold as many reasons of closing as people typed. */
const ENDINGS_SHOWN = 60;

/** What became of some leads. */
interface Recycled extends Pick<RecycleReport, 'reopened' | 'barred' | 'barredBy'> {
  /** The leads that were found. */
  readonly leadIds: readonly string[];
}

function recycleSome(
  store: Store,
  filter: RecycleFilter,
  after: string,
  { reason, countOnly, campaignId = '' }: RecycleOptions,
): Promise<Recycled> {
  return store.audit.within(async (tx, append) => {
    const leadIds = await findClosed(tx, filter, after);
    const at = store.clock();
    const order = { why: keptReason(reason), at, secret: store.secret, countOnly };
    const { opened, ...kept } = await reopenOf(tx, leadIds, order);
    if (opened.length > 0 && !countOnly) {
      await countRound(tx, opened);
      const detail = { reason, reopened: opened.length, leadIds: opened };
      await append({ at, campaignId, kind: 'leads.reopened', detail });
    }
    return { leadIds, reopened: opened.length, ...kept };
  });
}

async function countRound(tx: Tx, leadIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('leads')
    .set((eb) => ({ recycled: eb('recycled', '+', 1) }))
    .where('lead_id', 'in', leadIds)
    .execute();
}

function isOutcome(ending: string): ending is Outcome {
  return Object.hasOwn(OUTCOMES, ending);
}

async function findClosed(
  tx: Tx,
  { lists, endings, before, rounds }: RecycleFilter,
  after: string,
): Promise<string[]> {
  const outcomes = endings.filter(isOutcome);
  let leads = tx
    .selectFrom('leads')
    .select('lead_id')
    .where('list_id', 'in', lists)
    .where('state', '=', 'closed')
    .where('lead_id', '>', after)
    .where((eb) =>
      eb.or([
        eb.and([
          // Who has paid since the last call has another reason, and comes back where that is named.
          eb('closed_by', 'in', CLOSED_BY_CALLS),
          eb.or([
            eb('last_disposition', 'in', endings),
            ...(outcomes.length === 0 ? [] : [eb('last_outcome', 'in', outcomes)]),
          ]),
        ]),
        eb('why', 'in', endings),
      ]),
    );
  if (before !== undefined) leads = leads.where('last_attempt_at', '<', before);
  if (rounds !== undefined) leads = leads.where('recycled', '<', rounds);
  const rows = await leads.orderBy('lead_id').limit(STEP_ROWS).execute();
  return rows.map(({ lead_id: leadId }) => leadId);
}
