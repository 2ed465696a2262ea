/** How often each rule refused calls of a campaign. */
import { historyFrom } from '../audit/archived-before.js';
import type { Store } from '../open-store.js';

/** How often one rule refused. */
export interface RefusalCount {
  readonly rule: string;
  readonly scope: string;
  readonly refusals: number;
  /** Different leads it refused. */
  readonly leads: number;
  /** Epoch ms. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/**
 * Refusals of a campaign by the rule that came first, most first. `from` inclusive, `to` exclusive; epoch ms.
 * `listId`: of leads of that list only.
 */
export async function reportRefusals(
  store: Store,
  campaignId: string,
  range: { readonly from?: number; readonly to?: number; readonly listId?: string } = {},
): Promise<RefusalCount[]> {
  const { listId } = range;
  const db = await historyFrom(store.engine.db, range.from ?? 0);
  let decisions = db.selectFrom('decisions');
  if (listId !== undefined)
    decisions = decisions.where((eb) =>
      eb.exists(
        eb
          .selectFrom('leads as l')
          .select('l.lead_id')
          .whereRef('l.lead_id', '=', 'decisions.lead_id')
          .where('l.list_id', '=', listId),
      ),
    );
  const rows = await decisions
    .select((eb) => [
      'rule',
      'scope',
      eb.fn.countAll<number>().as('refusals'),
      eb.fn.count<number>('lead_id').distinct().as('leads'),
      eb.fn.min('at').as('firstAt'),
      eb.fn.max('at').as('lastAt'),
    ])
    .where('campaign_id', '=', campaignId)
    .where('allowed', '=', 0)
    .where('at', '>=', range.from ?? 0)
    .where('at', '<', range.to ?? Number.MAX_SAFE_INTEGER)
    .groupBy(['rule', 'scope'])
    .orderBy('refusals', 'desc')
    .orderBy('rule')
    .execute();
  return rows.map((row) => ({ ...row, rule: row.rule ?? '', scope: row.scope ?? '' }));
}
