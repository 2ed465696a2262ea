/** Agents' staffed and busy time in the journal: reports read occupancy from it, also after a crash. */
import { BUSY_STATES, STAFFED_STATES, type AgentState, type Journal } from '@outdial/core';
import { STAFFING, type StaffingDetail } from '@outdial/store';
import type { Dialer } from './dialer.js';

/** So often the agents' time is written; a crash loses at most as much of it. */
const WRITE_EVERY_MS = 600_000;

const STAFFED: ReadonlySet<AgentState> = new Set<AgentState>(STAFFED_STATES);
const BUSY: ReadonlySet<AgentState> = new Set<AgentState>(BUSY_STATES);

interface AgentTime {
  state: AgentState;
  since: number;
  staffedMs: number;
  busyMs: number;
}

/**
 * Journals how long each agent was staffed and busy, so that a report can tell occupancy: one entry every ten
 * minutes, and one at the end.
 */
export function journalStaffing(dialer: Dialer, journal: Pick<Journal, 'audit'>): void {
  const agents = new Map<string, AgentTime>();
  const account = (agent: AgentTime, now: number): void => {
    const spent = Math.max(0, now - agent.since);
    if (STAFFED.has(agent.state)) agent.staffedMs += spent;
    if (BUSY.has(agent.state)) agent.busyMs += spent;
    agent.since = now;
  };
  const write = (): void => {
    const now = dialer.now();
    for (const agent of agents.values()) account(agent, now);
    const worked = [...agents].filter(([, { staffedMs }]) => staffedMs > 0);
    if (worked.length === 0) return;
    const detail: StaffingDetail = {
      agents: Object.fromEntries(
        worked.map(([agentId, { staffedMs, busyMs }]) => [agentId, { staffedMs, busyMs }]),
      ),
    };
    journal.audit({ campaignId: dialer.campaignId, kind: STAFFING, detail: { ...detail }, at: now });
    for (const agent of agents.values()) agent.staffedMs = agent.busyMs = 0;
  };
  const repeat = (): void => {
    write();
    if (dialer.state !== 'stopped') dialer.after(WRITE_EVERY_MS, repeat);
  };
  dialer.on('agent.state', ({ agentId, state, since }) => {
    const agent = agents.get(agentId) ?? { state: 'offline' as AgentState, since, staffedMs: 0, busyMs: 0 };
    account(agent, since);
    agent.state = state;
    agents.set(agentId, agent);
  });
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    dialer.after(WRITE_EVERY_MS, repeat);
  });
  dialer.onClose(write);
}
