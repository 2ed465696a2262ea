/** The section of counts. */
import { COUNTS, type CountName } from '@outdial/core';
import { countsOf } from './counts-of.js';
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** The counts of the report, in order. */
const LISTED_COUNTS = [
  'leads',
  'attemptedLeads',
  'attempts',
  'countedAttempts',
  'resolvedDials',
  'answered',
  'shortCalls',
  'liveAnswers',
  'connected',
  'abandoned',
  'lateEnds',
  'machines',
  'contacts',
  'rightParties',
  'conversions',
] as const satisfies readonly CountName[];

/** Counts of calls that came in, where there are any. */
const COUNTS_OF_CALLERS = [
  'callers',
  'callersServed',
  'callersInTime',
  'callersLost',
] as const satisfies readonly CountName[];

/** What was dialed and what came of it, as counts. */
export function counts(figures: ReportFigures): ReportSection {
  const listed = countsOf(figures);
  const row = (name: CountName): Cell[] => [COUNTS[name].name, listed[name] ?? 0];
  return {
    id: 'counts',
    title: 'Calls',
    columns: [
      { name: 'figure', kind: 'text' },
      { name: 'value', kind: 'count' },
    ],
    rows: [
      ...LISTED_COUNTS.map(row),
      ['attempts still open', figures.open],
      ...(figures.inbound.calls > 0 ? COUNTS_OF_CALLERS : []).map(row),
    ],
  };
}
