import { query } from '../database/statements.js';
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
 */
export async function reportRefusals(
  store: Store,
  campaignId: string,
  range: { readonly from?: number; readonly to?: number } = {},
): Promise<RefusalCount[]> {
  const rows = await query<{
    rule: string | null;
    scope: string | null;
    n: number;
    leads: number;
    first_at: number;
    last_at: number;
  }>(
    store.engine.db,
    'select rule, scope, count(*) as n, count(distinct lead_id) as leads, min(at) as first_at, max(at) as last_at from decisions' +
      ' where campaign_id = ? and allowed = 0 and at >= ? and at < ? group by rule, scope order by n desc, rule',
    [campaignId, range.from ?? 0, range.to ?? Number.MAX_SAFE_INTEGER],
  );
  return rows.map((row) => ({
    rule: row.rule ?? '',
    scope: row.scope ?? '',
    refusals: Number(row.n),
    leads: Number(row.leads),
    firstAt: row.first_at,
    lastAt: row.last_at,
  }));
}
