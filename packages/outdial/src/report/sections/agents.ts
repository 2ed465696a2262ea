/** The sections of agents: their calls and time, their pauses and log-ins. */
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Calls, times and occupancy of each agent. */
export function agents(figures: ReportFigures): ReportSection {
  const staffing = new Map(figures.staffing.map((agent) => [agent.agentId, agent]));
  const called = new Map(figures.agents.map((agent) => [agent.agentId, agent]));
  const names = [...new Set([...called.keys(), ...staffing.keys()])];
  return {
    id: 'agents',
    title: 'Agents',
    note: 'Staffed: logged in and not paused. Occupancy: talk and wrap-up of staffed time.',
    columns: [
      { name: 'agent', kind: 'text' },
      { name: 'calls', kind: 'count' },
      { name: 'talk', kind: 'duration' },
      { name: 'wrap-up', kind: 'duration' },
      { name: 'mean handle time', kind: 'duration' },
      { name: 'staffed', kind: 'duration' },
      { name: 'occupancy', kind: 'share' },
    ],
    rows: names.map((name) => {
      const { calls, talkMs, wrapUpMs } = called.get(name) ?? { calls: 0, talkMs: 0, wrapUpMs: 0 };
      const time = staffing.get(name);
      return [
        name,
        calls,
        talkMs,
        wrapUpMs,
        calls === 0 ? null : (talkMs + wrapUpMs) / calls,
        time?.staffedMs ?? null,
        time && time.staffedMs > 0 ? time.busyMs / time.staffedMs : null,
      ];
    }),
  };
}

/** How long agents paused, by code, and how often they logged in. */
export function pauses(figures: ReportFigures): ReportSection {
  return {
    id: 'pauses',
    title: 'Pauses and log-ins',
    note: 'As running campaigns write them to the audit trail; a crash loses at most ten minutes.',
    columns: [
      { name: 'agent', kind: 'text' },
      { name: 'log-ins', kind: 'count' },
      { name: 'pause code', kind: 'code' },
      { name: 'paused', kind: 'duration' },
    ],
    rows: figures.pauses.flatMap(({ agentId, logIns, pausedMs }): Cell[][] => {
      const codes = Object.entries(pausedMs).sort(([, one], [, other]) => other - one);
      if (codes.length === 0) return [[agentId, logIns, null, null]];
      return codes.map(([code, ms], index) => [
        agentId,
        index === 0 ? logIns : null,
        code === '' ? 'none given' : code,
        ms,
      ]);
    }),
  };
}
