/** What each agent did over a time: there, paused, in talk and in wrap-up, as spans. */
import { historyFrom } from '../audit/archived-before.js';
import type { Db } from '../database/engine.js';
import type { Store } from '../open-store.js';
import { STAFFING, parseStaffing, readEntries, type StaffedSpan } from './read-staffing.js';

/** What an agent does in a span: 'there' is logged in, and neither paused nor with a call. */
export const AGENT_DOINGS = ['there', 'paused', 'talk', 'wrap-up'] as const;

/** A span of an agent's time, epoch ms. */
export interface AgentSpan {
  readonly doing: (typeof AGENT_DOINGS)[number];
  /** Of a pause; null: none was given, or it is none. */
  readonly code: string | null;
  readonly from: number;
  readonly to: number;
}

/** The time of one agent in a campaign. Spans of calls lie over those of presence. */
export interface AgentDay {
  readonly agentId: string;
  /** In the order of their beginning. */
  readonly spans: readonly AgentSpan[];
}

/** So late an entry may hold what was before it. */
const LATE_MS = 3_600_000;

/** The spans of every agent of a campaign between two instants, epoch ms. */
export async function readAgentDays(
  store: Store,
  campaignId: string,
  range: { readonly from: number; readonly to: number },
): Promise<readonly AgentDay[]> {
  const days = new Map<string, AgentSpan[]>();
  const add = (agentId: string, span: AgentSpan): void => {
    const from = Math.max(span.from, range.from);
    const to = Math.min(span.to, range.to);
    if (to > from) days.set(agentId, [...(days.get(agentId) ?? []), { ...span, from, to }]);
  };
  const entries = { from: range.from, to: range.to + LATE_MS };
  const known = new Map<string, StaffedSpan[]>();
  for (const { detail } of await readEntries(store, campaignId, [STAFFING], entries))
    for (const [agentId, spans] of Object.entries(parseStaffing(detail).spans ?? {}))
      known.set(agentId, [...(known.get(agentId) ?? []), ...spans]);
  for (const [agentId, spans] of known)
    for (const [code, from, to] of joined(spans))
      add(agentId, { doing: code === null ? 'there' : 'paused', code: code === '' ? null : code, from, to });
  const db = await historyFrom(store.engine.db, range.from - LATE_MS);
  for (const { agentId, connectedAt, endedAt, wrapUpMs } of await callsOf(db, campaignId, range)) {
    add(agentId, { doing: 'talk', code: null, from: connectedAt, to: endedAt });
    add(agentId, { doing: 'wrap-up', code: null, from: endedAt, to: endedAt + wrapUpMs });
  }
  return [...days]
    .map(([agentId, spans]) => ({ agentId, spans: spans.sort((a, b) => a.from - b.from) }))
    .sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}

/** Entries cut a span in two: it is one again. */
function joined(spans: readonly StaffedSpan[]): readonly StaffedSpan[] {
  const whole: StaffedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a[1] - b[1])) {
    const last = whole.at(-1);
    if (last && last[0] === span[0] && last[2] === span[1])
      whole[whole.length - 1] = [span[0], last[1], span[2]];
    else whole.push(span);
  }
  return whole;
}

interface AgentCall {
  readonly agentId: string;
  readonly connectedAt: number;
  readonly endedAt: number;
  readonly wrapUpMs: number;
}

/** Calls that began in the time; one of more than the margin before it is not looked for. */
async function callsOf(
  db: Db,
  campaignId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly AgentCall[]> {
  const rows = await db
    .selectFrom('attempts')
    .select(['agent_id', 'connected_at', 'ended_at', 'wrap_up_ms'])
    .where('campaign_id', '=', campaignId)
    .where('opened_at', '>=', from - LATE_MS)
    .where('opened_at', '<', to)
    .where('agent_id', 'is not', null)
    .where('connected_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .execute();
  return rows.map((row) => ({
    agentId: row.agent_id ?? '',
    connectedAt: row.connected_at ?? 0,
    endedAt: row.ended_at ?? 0,
    wrapUpMs: row.wrap_up_ms ?? 0,
  }));
}
