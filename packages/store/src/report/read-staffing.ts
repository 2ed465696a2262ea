/** Agents' staffed time, summed from what a campaign's runs journaled. */
import { asJson, parseJson } from '../database/json-text.js';
import type { Store } from '../open-store.js';

/** Kind of the audit entries that hold agents' time, written while a campaign runs. */
export const STAFFING = 'agents.staffed';

/** Detail of such an entry: ms of each agent since the entry before. */
export interface StaffingDetail {
  readonly agents: Readonly<Record<string, { readonly staffedMs: number; readonly busyMs: number }>>;
}

/** Time of one agent in a campaign, ms. */
export interface AgentStaffing {
  readonly agentId: string;
  /** Logged in and not paused. */
  readonly staffedMs: number;
  /** Of it in talk or wrap-up. */
  readonly busyMs: number;
}

/**
 * Sums the staffed time that a campaign's runs journaled. Agents of runs that journaled none are absent:
 * nothing is guessed.
 */
export async function readStaffing(store: Store, campaignId: string): Promise<readonly AgentStaffing[]> {
  const rows = await store.engine.db
    .selectFrom('audit')
    .select('detail')
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', STAFFING)
    .execute();
  const sums = new Map<string, { staffedMs: number; busyMs: number }>();
  for (const { detail } of rows) {
    const { agents } = parseStaffing(detail);
    for (const [agentId, { staffedMs, busyMs }] of Object.entries(agents)) {
      const sum = sums.get(agentId) ?? { staffedMs: 0, busyMs: 0 };
      sums.set(agentId, { staffedMs: sum.staffedMs + staffedMs, busyMs: sum.busyMs + busyMs });
    }
  }
  return [...sums]
    .map(([agentId, sum]) => ({ agentId, ...sum }))
    .sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}

/** The trail keeps details of every kind in one column: this kind holds {@link StaffingDetail}. */
function parseStaffing(detail: string): StaffingDetail {
  return parseJson(asJson<StaffingDetail>(detail), { agents: {} });
}
