/** The sections by day, list, caller number, trunk and seller, and of outcomes by hour of the day. */
import { METRICS, metricValue, type MetricName } from '@outdial/core';
import { zoneName } from '../../local-time/instant-in-zone.js';
import { codeWords } from '../code-words.js';
import type { Breakdown, BrokenDown } from '../breakdowns.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

const SECTIONS: Readonly<
  Record<
    Breakdown,
    { readonly id: string; readonly title: string; readonly of: string; readonly unnamed?: string }
  >
> = {
  days: { id: 'days', title: 'By day', of: 'day' },
  lists: { id: 'lists', title: 'By list', of: 'list' },
  callerNumbers: { id: 'caller-numbers', title: 'By caller number', of: 'caller number' },
  trunks: { id: 'trunks', title: 'By trunk', of: 'trunk', unnamed: 'none on record' },
  sellers: { id: 'clients', title: 'By client', of: 'client', unnamed: 'none named' },
};

/** The rates of each row. Formulas: docs/reference/metrics.md. */
const RATES = [
  'answerRate',
  'answerSeizureRatio',
  'shortCallShare',
  'abandonmentRate',
  'conversionRate',
] as const satisfies readonly MetricName[];

/** Counts and rates of a breakdown. */
export function brokenDown(figures: ReportFigures, by: Breakdown): ReportSection {
  const { id, title, of, unnamed = '' } = SECTIONS[by];
  const rows = figures[by].map((row) => (row.name === '' ? { ...row, name: unnamed } : row));
  return {
    id,
    title: by === 'days' ? `${title} (${zoneName(figures.timeZone)})` : title,
    columns: [
      { name: of, kind: 'text' },
      { name: 'attempts', kind: 'count' },
      { name: 'live answers', kind: 'count' },
      { name: 'connected', kind: 'count' },
      { name: 'abandoned', kind: 'count' },
      { name: 'conversions', kind: 'count' },
      ...RATES.map((name) => ({ name: METRICS[name].name, kind: 'share' as const })),
    ],
    rows: rows.map(rowOf),
  };
}

function rowOf({ name, counts }: BrokenDown): ReportSection['rows'][number] {
  const { attempts, liveAnswers, connected, abandoned, conversions } = counts;
  return [
    name,
    attempts,
    liveAnswers,
    connected,
    abandoned,
    conversions,
    ...RATES.map((rate) => metricValue(rate, counts)),
  ];
}

/** Outcomes by hour of the day: when people answer. */
export function outcomeHours({ outcomeHours: hours, timeZone }: ReportFigures): ReportSection {
  const totals = new Map<string, number>();
  for (const { hour, attempts } of hours) totals.set(hour, (totals.get(hour) ?? 0) + attempts);
  return {
    id: 'outcome-hours',
    title: `Outcomes by hour of the day (${zoneName(timeZone)})`,
    columns: [
      { name: 'hour', kind: 'text' },
      { name: 'outcome', kind: 'code' },
      { name: 'attempts', kind: 'count' },
      { name: 'share of the hour', kind: 'share' },
    ],
    rows: hours.map(({ hour, outcome, attempts }) => [
      hour,
      outcome,
      attempts,
      attempts / (totals.get(hour) ?? attempts),
    ]),
    plot: {
      kind: 'bar',
      x: { title: 'hour of the day', kind: 'name' },
      y: { title: 'attempts', kind: 'count' },
      points: hours.map(({ hour, outcome, attempts }) => ({
        x: hour,
        y: attempts,
        series: codeWords(outcome),
      })),
    },
  };
}
