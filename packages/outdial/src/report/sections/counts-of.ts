/** The figures of a report under the names of the table of counts, for formulas and rows. */
import type { CountValues } from '@outdial/core';
import type { ReportFigures } from '../gather-figures.js';
import { pausedMsOf } from './agent-time.js';

/** The figures under the names of the table of counts. */
export function countsOf(figures: ReportFigures): CountValues {
  const sum = (of: 'busyMs' | 'staffedMs'): number =>
    figures.staffing.reduce((total, agent) => total + agent[of], 0);
  return {
    attempts: figures.attempts,
    countedAttempts: figures.counted,
    resolvedDials: figures.dialsResolved,
    answered: figures.answered,
    shortCalls: figures.shortCalls,
    liveAnswers: figures.liveAnswers,
    connected: figures.connected,
    abandoned: figures.abandoned,
    lateEnds: figures.lateEnds,
    machines: figures.machines,
    contacts: figures.contacts,
    rightParties: figures.rightParties,
    conversions: figures.conversions,
    callers: figures.inbound.calls,
    callersServed: figures.inbound.served,
    callersInTime: figures.inbound.servedInTime,
    callersLost: figures.inbound.lost,
    leads: figures.supply.total,
    attemptedLeads: figures.supply.attempted,
    busyMs: sum('busyMs'),
    staffedMs: sum('staffedMs'),
    loggedInMs: sum('staffedMs') + pausedMsOf(figures.pauses),
  };
}
