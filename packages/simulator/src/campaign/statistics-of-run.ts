/** A run's figures, computed from the carrier's log, the store's rows and the agents' time. */
import { BUSY_STATES, STAFFED_STATES, sumOfStates, type AgentState, type Outcome } from '@outdial/core';
import type { CarrierLog } from '../carrier/carrier-log.js';
import type { Disk } from '../memory-store/disk.js';
import type { SimulationStatistics } from './simulation-result.js';

/** Computes a run's figures from its evidence. */
export function statisticsOfRun(
  log: CarrierLog,
  disk: Disk,
  agentTimes: Readonly<Record<AgentState, number>>,
): SimulationStatistics {
  const outcomes: Partial<Record<Outcome, number>> = {};
  let [liveAnswers, abandoned] = [0, 0];
  for (const { result } of disk.attempts.values()) {
    if (!result) continue;
    outcomes[result.outcome] = (outcomes[result.outcome] ?? 0) + 1;
    if (result.liveAnswer) liveAnswers += 1;
    if (result.abandoned) abandoned += 1;
  }
  const people = log.calls.filter((call) => call.answeredAt !== undefined && call.fate === 'human');
  const delays = people.flatMap((call) => {
    const agent = call.heard.find(({ what }) => what === 'agent');
    return agent && call.answeredAt !== undefined ? [agent.from - call.answeredAt] : [];
  });
  const leads = [...disk.leads.values()];
  const open = leads.filter((row) => row.status === 'open').length;
  const staffed = sumOfStates(agentTimes, STAFFED_STATES);
  return {
    dials: log.calls.length,
    answeredByPeople: people.length,
    answeredByMachines: log.calls.filter((call) => call.answeredAt !== undefined && call.fate === 'machine')
      .length,
    heardAnAgent: delays.length,
    abandoned,
    abandonmentRate: liveAnswers === 0 ? 0 : abandoned / liveAnswers,
    answerRate: log.calls.length === 0 ? 0 : people.length / log.calls.length,
    occupancy: staffed === 0 ? 0 : sumOfStates(agentTimes, BUSY_STATES) / staffed,
    agentTimes,
    connectDelay: meanAndP95(delays),
    outcomes,
    leads: {
      total: leads.length,
      open,
      closed: leads.length - open,
      attempted: leads.filter((row) => row.lead.attempts > 0).length,
    },
    peakCalls: peak(log),
  };
}

function meanAndP95(values: readonly number[]): { readonly mean: number; readonly p95: number } {
  if (values.length === 0) return { mean: 0, p95: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0,
  };
}

/** Most calls at once. */
function peak(log: CarrierLog): number {
  const turns = log.calls.flatMap((call) => [
    [call.invitedAt, 1] as const,
    [call.endedAt ?? Infinity, -1] as const,
  ]);
  turns.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  let [now, most] = [0, 0];
  for (const [, step] of turns) {
    now += step;
    most = Math.max(most, now);
  }
  return most;
}
