/** The section of rates, each with its denominator. */
import {
  COUNTS,
  METRICS,
  metricValue,
  type CountName,
  type CountValues,
  type MetricName,
} from '@outdial/core';
import { countsOf } from './counts-of.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** The rates of the report, in order. */
const RATES = [
  'answerRate',
  'answerSeizureRatio',
  'shortCallShare',
  'machineRate',
  'connectRate',
  'contactRate',
  'rightPartyRate',
  'conversionRate',
  'abandonmentRate',
  'occupancy',
  'utilization',
  'adherence',
  'penetration',
] as const satisfies readonly MetricName[];

/** Where nobody calls, there is no service to speak of. */
const RATES_OF_CALLERS = ['serviceLevel', 'lostInQueue'] as const satisfies readonly MetricName[];

/** Every rate with its value and what it is counted over. */
export function rates(figures: ReportFigures): ReportSection {
  const counts = countsOf(figures);
  return {
    id: 'rates',
    title: 'Rates',
    columns: [
      { name: 'rate', kind: 'text' },
      { name: 'value', kind: 'share' },
      { name: 'denominator', kind: 'count' },
      { name: 'of', kind: 'text' },
    ],
    rows: [...RATES, ...(figures.inbound.calls > 0 ? RATES_OF_CALLERS : [])].map((name) => [
      METRICS[name].name,
      metricValue(name, counts),
      ...denominatorOf(METRICS[name].denominator, counts),
    ]),
  };
}

/** The denominator and what it counts; times in whole minutes. */
function denominatorOf(name: CountName, counts: CountValues): readonly [number, string] {
  const value = counts[name] ?? 0;
  return COUNTS[name].unit === 'ms'
    ? [Math.round(value / MINUTE_MS), `minutes of ${COUNTS[name].name}`]
    : [value, COUNTS[name].name];
}

const MINUTE_MS = 60_000;
