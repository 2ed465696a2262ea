/** Compares the counts of leads that are kept with the leads, and sets them right. */
import type { Db } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import type { LeadState } from '../database/tables.js';
import type { Store } from '../open-store.js';
import { COUNTED_COLUMNS, LeadSums } from './lead-counts.js';
import type { LeadKindCount } from './lead-counts.js';

/** A count that is wrong. */
export interface LeadCountDifference {
  readonly listId: string;
  readonly state: LeadState;
  /** Leads that there are beyond those that are counted; negative: that are counted and are not there. */
  readonly missing: number;
}

/** Reads every lead, at one instant, and says which counts differ. It writes nothing. */
export async function checkLeadCounts(store: Store): Promise<readonly LeadCountDifference[]> {
  const differences = await store.engine.snapshot(differencesOf);
  return differences.map(({ list_id: listId, state, n }) => ({ listId, state, missing: n }));
}

/**
 * Sets wrong counts right and answers which they were. What others move meanwhile is counted by them: the
 * difference stays the same. Not twice at a time.
 */
export async function mendLeadCounts(store: Store): Promise<readonly LeadCountDifference[]> {
  const differences = await store.engine.snapshot(differencesOf);
  await insertMany(store.engine.db, 'lead_counts', differences);
  return differences.map(({ list_id: listId, state, n }) => ({ listId, state, missing: n }));
}

async function differencesOf(db: Db): Promise<readonly LeadKindCount[]> {
  const sums = new LeadSums();
  const leads = await db
    .selectFrom('leads')
    .select([...COUNTED_COLUMNS])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .groupBy(COUNTED_COLUMNS)
    .execute();
  for (const { n, ...kind } of leads) sums.add(kind, Number(n));
  const counts = await db
    .selectFrom('lead_counts')
    .select([...COUNTED_COLUMNS])
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .groupBy(COUNTED_COLUMNS)
    .execute();
  for (const { n, ...kind } of counts) sums.add(kind, -Number(n));
  return sums.rows();
}
