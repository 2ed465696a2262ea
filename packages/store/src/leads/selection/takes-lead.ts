/** Whether the filter of a campaign takes one lead. */
import type { LeadCondition } from '../../expressions/parse-expression.js';
import type { Store } from '../../open-store.js';
import { filterOf } from './filter-sql.js';

/** True when the filter takes the lead at `at`, epoch ms; false: it does not, or there is no such lead. */
export async function filterTakes(
  { engine: { db, kind } }: Store,
  { filter, leadId, at }: { readonly filter: LeadCondition; readonly leadId: string; readonly at: number },
): Promise<boolean> {
  const takes = filterOf({ filter }, kind);
  const row = await db
    .selectFrom('leads')
    .select('lead_id')
    .where('lead_id', '=', leadId)
    .where((eb) => takes(eb, eb.val(at)))
    .executeTakeFirst();
  return row !== undefined;
}
