/** Agents' staffed time, summed from what a campaign's runs journaled. */
import { historyFrom } from '../audit/archived-before.js';
import { asJson, parseJson } from '../database/json-text.js';
import type { Store } from '../open-store.js';

/** Kind of the audit entries that hold agents' time, written while a campaign runs. */
export const STAFFING = 'agents.staffed';

/** A span of an agent, epoch ms: the code of a pause, '' where none was given; null while they were there. */
export type StaffedSpan = readonly [paused: string | null, from: number, to: number];

/** Detail of such an entry: ms of each agent since the entry before. */
export interface StaffingDetail {
  readonly agents: Readonly<Record<string, { readonly staffedMs: number; readonly busyMs: number }>>;
  /** ms of each agent's pauses by their code, since the entry before. Absent in entries of early releases. */
  readonly paused?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** When each agent was there or paused, since the entry before. Absent in entries of early releases. */
  readonly spans?: Readonly<Record<string, readonly StaffedSpan[]>>;
}

/** Kinds of the audit entries about an agent's presence. */
const LOGGED_IN = 'agent.logged-in';

/** How long an agent paused for one reason, and how often they logged in. */
export interface AgentPauses {
  readonly agentId: string;
  readonly logIns: number;
  /** ms by pause code; '' where none was given. */
  readonly pausedMs: Readonly<Record<string, number>>;
}

/** Which entries are summed: written at `from` or later and before `to`, epoch ms. */
export interface StaffingRange {
  readonly from?: number;
  readonly to?: number;
}

interface AuditEntry {
  readonly at: number;
  readonly kind: string;
  readonly detail: string;
}

/** Entries of a campaign, for figures of agents. */
export async function readEntries(
  store: Store,
  campaignId: string,
  kinds: readonly string[],
  { from = 0, to = Number.MAX_SAFE_INTEGER }: StaffingRange,
): Promise<readonly AuditEntry[]> {
  const db = await historyFrom(store.engine.db, from);
  return db
    .selectFrom('audit')
    .select(['at', 'kind', 'detail'])
    .where('campaign_id', '=', campaignId)
    .where('kind', 'in', kinds)
    .where('at', '>=', from)
    .where('at', '<', to)
    .execute();
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
export async function readStaffing(
  store: Store,
  campaignId: string,
  range: StaffingRange = {},
): Promise<readonly AgentStaffing[]> {
  const rows = await readEntries(store, campaignId, [STAFFING], range);
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

/** Staffed time of one hour, ms. */
export interface StaffedHour {
  /** Epoch ms of its beginning. */
  readonly from: number;
  readonly staffedMs: number;
  readonly busyMs: number;
}

const HOUR_MS = 3_600_000;

/**
 * Staffed time by the hour, of one agent or of all. Entries of ten minutes count for the hour in which they
 * end: a call that ends in an hour is wholly in it.
 */
export async function readStaffedHours(
  store: Store,
  campaignId: string,
  { agentId, ...range }: StaffingRange & { readonly agentId?: string } = {},
): Promise<readonly StaffedHour[]> {
  const hours = new Map<number, StaffedHour>();
  for (const { at, detail } of await readEntries(store, campaignId, [STAFFING], range)) {
    const from = Math.floor((at - 1) / HOUR_MS) * HOUR_MS;
    for (const [id, time] of Object.entries(parseStaffing(detail).agents)) {
      if (agentId !== undefined && id !== agentId) continue;
      const { staffedMs, busyMs } = hours.get(from) ?? { staffedMs: 0, busyMs: 0 };
      hours.set(from, { from, staffedMs: staffedMs + time.staffedMs, busyMs: busyMs + time.busyMs });
    }
  }
  return [...hours.values()].sort((a, b) => a.from - b.from);
}

/** Sums pauses by their code and counts log-ins, by agent. */
export async function readPauses(
  store: Store,
  campaignId: string,
  range: StaffingRange = {},
): Promise<readonly AgentPauses[]> {
  const sums = new Map<string, { logIns: number; pausedMs: Record<string, number> }>();
  const ofAgent = (agentId: string): { logIns: number; pausedMs: Record<string, number> } => {
    const sum = sums.get(agentId) ?? { logIns: 0, pausedMs: {} };
    sums.set(agentId, sum);
    return sum;
  };
  for (const { kind, detail } of await readEntries(store, campaignId, [STAFFING, LOGGED_IN], range)) {
    if (kind === LOGGED_IN) {
      const { agentId } = parseJson(asJson<{ readonly agentId?: string }>(detail), {});
      if (agentId !== undefined) ofAgent(agentId).logIns += 1;
      continue;
    }
    for (const [agentId, codes] of Object.entries(parseStaffing(detail).paused ?? {})) {
      const { pausedMs } = ofAgent(agentId);
      for (const [code, ms] of Object.entries(codes)) pausedMs[code] = (pausedMs[code] ?? 0) + ms;
    }
  }
  return [...sums]
    .map(([agentId, sum]) => ({ agentId, ...sum }))
    .sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}

/** The trail keeps details of every kind in one column: this kind holds {@link StaffingDetail}. */
export function parseStaffing(detail: string): StaffingDetail {
  return parseJson(asJson<StaffingDetail>(detail), { agents: {} });
}
