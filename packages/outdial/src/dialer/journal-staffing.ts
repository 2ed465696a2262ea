/** Agents' staffed and busy time in the journal: reports read occupancy from it, also after a crash. */
import { BUSY_STATES, STAFFED_STATES, type AgentState } from '@outdial/core';
import { STAFFING, type StaffedSpan, type StaffingDetail, type StoreJournal } from '@outdial/store';
import type { Dialer } from './dialer.js';

/** So often the agents' time is written; a crash loses at most as much of it. */
const WRITE_EVERY_MS = 600_000;

const STAFFED: ReadonlySet<AgentState> = new Set<AgentState>(STAFFED_STATES);
const BUSY: ReadonlySet<AgentState> = new Set<AgentState>(BUSY_STATES);

interface AgentTime {
  state: AgentState;
  /** The pause code; '' where none was given. */
  code: string;
  since: number;
  staffedMs: number;
  busyMs: number;
  pausedMs: Record<string, number>;
  /** Spans of presence and of pauses since the entry before, in the order of time. */
  spans: StaffedSpan[];
}

const NOTHING = { staffedMs: 0, busyMs: 0 };

function newcomer(since: number): AgentTime {
  return { state: 'offline', code: '', since, ...NOTHING, pausedMs: {}, spans: [] };
}

/** Adds a span up to `now`; what goes on in the same way is one span. Calls are in the attempts. */
function addSpan({ state, code, since, spans }: AgentTime, now: number): void {
  if (state === 'offline' || now <= since) return;
  const paused = state === 'paused' ? code : null;
  const last = spans.at(-1);
  if (last && last[0] === paused && last[2] === since) spans[spans.length - 1] = [paused, last[1], now];
  else spans.push([paused, since, now]);
}

/**
 * Journals how long and when each agent was staffed, busy and paused (by code), so that a report can tell
 * occupancy and show the day of an agent: one entry every ten minutes, and one at the end.
 */
export function journalStaffing(dialer: Dialer, journal: Pick<StoreJournal, 'audit'>): void {
  const agents = new Map<string, AgentTime>();
  const account = (agent: AgentTime, now: number): void => {
    const spent = Math.max(0, now - agent.since);
    if (STAFFED.has(agent.state)) agent.staffedMs += spent;
    if (BUSY.has(agent.state)) agent.busyMs += spent;
    if (agent.state === 'paused') agent.pausedMs[agent.code] = (agent.pausedMs[agent.code] ?? 0) + spent;
    addSpan(agent, now);
    agent.since = now;
  };
  const write = (): void => {
    const now = dialer.now();
    for (const agent of agents.values()) account(agent, now);
    const worked = [...agents].filter(([, { staffedMs }]) => staffedMs > 0);
    const paused = [...agents].flatMap(([agentId, { pausedMs }]) => {
      const codes = Object.entries(pausedMs).filter(([, ms]) => ms > 0);
      return codes.length === 0 ? [] : [[agentId, Object.fromEntries(codes)] as const];
    });
    if (worked.length + paused.length === 0) return;
    const detail: StaffingDetail = {
      agents: Object.fromEntries(
        worked.map(([agentId, { staffedMs, busyMs }]) => [agentId, { staffedMs, busyMs }]),
      ),
      paused: Object.fromEntries(paused),
      spans: Object.fromEntries(
        [...agents].flatMap(([id, { spans }]) => (spans.length > 0 ? [[id, spans]] : [])),
      ),
    };
    journal.audit({ campaignId: dialer.campaignId, kind: STAFFING, detail: { ...detail }, at: now });
    for (const agent of agents.values()) Object.assign(agent, NOTHING, { pausedMs: {}, spans: [] });
  };
  const repeat = (): void => {
    write();
    if (dialer.state !== 'stopped') dialer.after(WRITE_EVERY_MS, repeat);
  };
  dialer.on('agent.state', ({ agentId, state, since, code }) => {
    const agent = agents.get(agentId) ?? newcomer(since);
    account(agent, since);
    agent.state = state;
    agent.code = code ?? '';
    agents.set(agentId, agent);
  });
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    dialer.after(WRITE_EVERY_MS, repeat);
  });
  dialer.onClose(write);
}
