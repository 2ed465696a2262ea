/** The sections of agents' time: by state against the time they were logged in, and occupancy by the hour. */
import { METRICS, metricValue } from '@outdial/core';
import type { AgentPauses } from '@outdial/store';
import { zoneName } from '../../local-time/instant-in-zone.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** The states of the time in which an agent is logged in, in the order of the columns. */
const STATES = ['waiting', 'talk', 'wrap-up', 'paused'] as const;

/** The time of one agent, ms. */
interface AgentTime {
  readonly agentId: string;
  readonly staffedMs: number;
  readonly busyMs: number;
  readonly loggedInMs: number;
  readonly states: Readonly<Record<(typeof STATES)[number], number>>;
}

/** Pauses of all codes, ms. */
export function pausedMsOf(pauses: readonly AgentPauses[]): number {
  return pauses.flatMap(({ pausedMs }) => Object.values(pausedMs)).reduce((sum, ms) => sum + ms, 0);
}

/** Logged-in time of each agent, and the share of each state in it. */
export function agentTime(figures: ReportFigures): ReportSection {
  const times = timesOf(figures);
  return {
    id: 'agent-time',
    title: "Adherence: agents' time by state",
    note:
      'Shares of logged-in time. Adherence: not paused; utilization: talk and wrap-up. ' +
      'As running campaigns write it to the audit trail every ten minutes.',
    columns: [
      { name: 'agent', kind: 'text' },
      { name: 'logged in', kind: 'duration' },
      ...STATES.map((name) => ({ name, kind: 'share' as const })),
      { name: METRICS.utilization.name, kind: 'share' },
      { name: METRICS.adherence.name, kind: 'share' },
    ],
    rows: times.map((time) => [
      time.agentId,
      time.loggedInMs,
      ...STATES.map((state) => time.states[state] / time.loggedInMs),
      metricValue('utilization', time),
      metricValue('adherence', time),
    ]),
    plot: {
      kind: 'bar',
      x: { title: 'agent', kind: 'name' },
      y: { title: 'share of logged-in time', kind: 'share' },
      points: times.flatMap(({ agentId, loggedInMs, states }) =>
        STATES.map((state) => ({ x: agentId, y: states[state] / loggedInMs, series: state })),
      ),
    },
  };
}

/** Agents who were logged in. Busy time is talk and wrap-up in the proportion of the calls that ended. */
function timesOf({ staffing, pauses, agents }: ReportFigures): readonly AgentTime[] {
  const staffed = new Map(staffing.map((agent) => [agent.agentId, agent]));
  const paused = new Map(pauses.map((agent) => [agent.agentId, pausedMsOf([agent])]));
  const called = new Map(agents.map((agent) => [agent.agentId, agent]));
  return [...new Set([...staffed.keys(), ...paused.keys()])].sort().flatMap((agentId) => {
    const { staffedMs, busyMs } = staffed.get(agentId) ?? { staffedMs: 0, busyMs: 0 };
    const { talkMs, wrapUpMs } = called.get(agentId) ?? { talkMs: 0, wrapUpMs: 0 };
    const pausedMs = paused.get(agentId) ?? 0;
    const loggedInMs = staffedMs + pausedMs;
    if (loggedInMs === 0) return [];
    const talk = talkMs + wrapUpMs === 0 ? busyMs : (busyMs * talkMs) / (talkMs + wrapUpMs);
    const states = {
      waiting: Math.max(0, staffedMs - busyMs),
      talk,
      'wrap-up': busyMs - talk,
      paused: pausedMs,
    };
    return [{ agentId, staffedMs, busyMs, loggedInMs, states }];
  });
}

/** Occupancy by the hour, with the time that it is of. */
export function occupancyHours({ staffedHours, timeZone }: ReportFigures): ReportSection {
  const rows = staffedHours.filter(({ staffedMs }) => staffedMs > 0);
  return {
    id: 'occupancy',
    title: `${METRICS.occupancy.name.replace(/^o/, 'O')} by hour (${zoneName(timeZone)})`,
    note: METRICS.occupancy.sentence,
    columns: [
      { name: 'hour', kind: 'instant' },
      { name: 'staffed', kind: 'duration' },
      { name: 'busy', kind: 'duration' },
      { name: METRICS.occupancy.name, kind: 'share' },
    ],
    rows: rows.map((hour) => [hour.from, hour.staffedMs, hour.busyMs, metricValue('occupancy', hour)]),
    plot: {
      kind: 'line',
      x: { title: 'hour', kind: 'instant' },
      y: { title: METRICS.occupancy.name, kind: 'share' },
      points: rows.map((hour) => ({ x: hour.from, y: metricValue('occupancy', hour) ?? 0 })),
    },
  };
}
