/** Lays the figures of a report out as sections with tables and plots. */
import { ruleTitle } from '@outdial/compliance';
import {
  COUNTS,
  METRICS,
  metricValue,
  utcText,
  type CountName,
  type CountValues,
  type MetricName,
} from '@outdial/core';
import type { Cell, ReportDocument, ReportSection } from './document.js';
import type { ReportFigures, TimeFigure } from './gather-figures.js';

/** Lays the figures out as sections: what terminal, CSV and page show. */
export function composeReport(figures: ReportFigures): ReportDocument {
  const span =
    figures.firstAttemptAt === null || figures.lastAttemptAt === null
      ? 'no attempt yet'
      : `attempts from ${instant(figures.firstAttemptAt)} to ${instant(figures.lastAttemptAt)} UTC`;
  return {
    title: `Report: ${figures.name}`,
    subtitle: `campaign ${figures.campaignId}, ${span}`,
    sections: [
      counts(figures),
      rates(figures),
      limits(figures),
      outcomes(figures),
      dispositions(figures),
      hours(figures),
      times(figures),
      connectTimes(figures),
      agents(figures),
      refusals(figures),
      leads(figures),
    ],
  };
}

function instant(at: number): string {
  return utcText(at, 'minute');
}

/** The counts of the report, in order. */
const LISTED_COUNTS = [
  'leads',
  'attemptedLeads',
  'attempts',
  'countedAttempts',
  'resolvedDials',
  'liveAnswers',
  'connected',
  'abandoned',
  'machines',
  'contacts',
  'rightParties',
  'conversions',
] as const satisfies readonly CountName[];

function counts(figures: ReportFigures): ReportSection {
  const listed = countsOf(figures);
  return {
    id: 'counts',
    title: 'Calls',
    columns: [
      { name: 'figure', kind: 'text' },
      { name: 'value', kind: 'count' },
    ],
    rows: [
      ...LISTED_COUNTS.map((name): Cell[] => [COUNTS[name].name, listed[name] ?? 0]),
      ['attempts still open', figures.open],
    ],
  };
}

/** The rates of the report, in order. */
const RATES = [
  'answerRate',
  'machineRate',
  'connectRate',
  'contactRate',
  'rightPartyRate',
  'conversionRate',
  'abandonmentRate',
  'occupancy',
  'penetration',
] as const satisfies readonly MetricName[];

function rates(figures: ReportFigures): ReportSection {
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
    rows: RATES.map((name) => [
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

/** The figures under the names of the table of counts. */
function countsOf(figures: ReportFigures): CountValues {
  const sum = (of: 'busyMs' | 'staffedMs'): number =>
    figures.staffing.reduce((total, agent) => total + agent[of], 0);
  return {
    attempts: figures.attempts,
    countedAttempts: figures.counted,
    resolvedDials: figures.dialsResolved,
    liveAnswers: figures.liveAnswers,
    connected: figures.connected,
    abandoned: figures.abandoned,
    machines: figures.machines,
    contacts: figures.contacts,
    rightParties: figures.rightParties,
    conversions: figures.conversions,
    leads: figures.supply.total,
    attemptedLeads: figures.supply.attempted,
    busyMs: sum('busyMs'),
    staffedMs: sum('staffedMs'),
  };
}

function limits(figures: ReportFigures): ReportSection {
  const [first] = figures.limitPeriods;
  const plot = {
    kind: 'line' as const,
    x: { title: 'hour (UTC)', kind: 'instant' as const },
    y: { title: 'abandonment so far', kind: 'share' as const },
    points: runningRate(figures),
    ...(first ? { level: { y: first.limit, title: `limit ${first.limitId}` } } : {}),
  };
  return {
    id: 'abandonment',
    title: 'Abandonment by legal limit',
    note: 'Each period counts alone.',
    columns: [
      { name: 'limit', kind: 'text' },
      { name: 'title', kind: 'text' },
      { name: 'period from', kind: 'instant' },
      { name: 'live answers', kind: 'count' },
      { name: 'abandoned', kind: 'count' },
      { name: 'rate', kind: 'share' },
      { name: 'allowed', kind: 'share' },
    ],
    rows: figures.limitPeriods.map((period) => [
      period.limitId,
      ruleTitle(period.limitId) ?? '',
      period.from,
      period.liveAnswers,
      period.abandoned,
      period.rate,
      period.limit,
    ]),
    plot,
  };
}

/** Abandoned over live answers since the first hour, at the end of each hour. */
function runningRate(figures: ReportFigures): { x: number; y: number }[] {
  let liveAnswers = 0;
  let abandoned = 0;
  return figures.hours.flatMap((hour) => {
    liveAnswers += hour.liveAnswers;
    abandoned += hour.abandoned;
    return liveAnswers === 0 ? [] : [{ x: hour.from, y: abandoned / liveAnswers }];
  });
}

function outcomes(figures: ReportFigures): ReportSection {
  const totals = summed(figures.outcomes.map(({ outcome, attempts }) => [outcome, attempts] as const));
  return {
    id: 'outcomes',
    title: 'Outcomes',
    columns: [
      { name: 'outcome', kind: 'text' },
      { name: 'attempts', kind: 'count' },
      { name: 'share', kind: 'share' },
    ],
    rows: totals.map(([outcome, attempts]) => [outcome, attempts, attempts / Math.max(1, figures.attempts)]),
    plot: {
      kind: 'bar',
      x: { title: 'outcome', kind: 'name' },
      y: { title: 'attempts', kind: 'count' },
      points: totals.map(([x, y]) => ({ x, y })),
    },
  };
}

function dispositions(figures: ReportFigures): ReportSection {
  const totals = summed(
    figures.outcomes.flatMap(({ disposition, attempts }) =>
      disposition === null ? [] : [[disposition, attempts] as const],
    ),
  );
  return {
    id: 'dispositions',
    title: 'Dispositions',
    columns: [
      { name: 'disposition', kind: 'text' },
      { name: 'attempts', kind: 'count' },
      { name: 'share of connected', kind: 'share' },
    ],
    rows: totals.map(([code, attempts]) => [
      code,
      attempts,
      figures.connected === 0 ? null : attempts / figures.connected,
    ]),
  };
}

function summed(pairs: readonly (readonly [string, number])[]): [string, number][] {
  const totals = new Map<string, number>();
  for (const [name, count] of pairs) totals.set(name, (totals.get(name) ?? 0) + count);
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function hours(figures: ReportFigures): ReportSection {
  return {
    id: 'hours',
    title: 'By hour (UTC)',
    columns: [
      { name: 'hour', kind: 'instant' },
      { name: 'attempts', kind: 'count' },
      { name: 'live answers', kind: 'count' },
      { name: 'connected', kind: 'count' },
      { name: 'abandoned', kind: 'count' },
    ],
    rows: figures.hours.map((hour) => [
      hour.from,
      hour.attempts,
      hour.liveAnswers,
      hour.connected,
      hour.abandoned,
    ]),
    plot: {
      kind: 'line',
      x: { title: 'hour (UTC)', kind: 'instant' },
      y: { title: 'calls', kind: 'count' },
      points: figures.hours.flatMap((hour) => [
        { x: hour.from, y: hour.attempts, series: 'attempts' },
        { x: hour.from, y: hour.liveAnswers, series: 'live answers' },
        { x: hour.from, y: hour.connected, series: 'connected' },
      ]),
    },
  };
}

function times(figures: ReportFigures): ReportSection {
  const row = (name: string, time: TimeFigure | null): Cell[] => [
    name,
    time?.count ?? 0,
    time?.mean ?? null,
    time?.median ?? null,
    time?.p95 ?? null,
    time?.largest ?? null,
  ];
  return {
    id: 'times',
    title: 'Times',
    columns: [
      { name: 'time', kind: 'text' },
      { name: 'calls', kind: 'count' },
      { name: 'mean', kind: 'duration' },
      { name: 'median', kind: 'duration' },
      { name: 'p95', kind: 'duration' },
      { name: 'largest', kind: 'duration' },
    ],
    rows: [
      row('live verdict to bridged', figures.connectTime),
      row('ringing to answer', figures.ringTime),
      row('talk', figures.talkTime),
    ],
  };
}

function connectTimes(figures: ReportFigures): ReportSection {
  const names = figures.connectHistogram.map(({ upTo }, index) =>
    upTo === null ? `over ${figures.connectHistogram[index - 1]?.upTo ?? 0} ms` : `to ${upTo} ms`,
  );
  const rows = figures.connectHistogram.map(({ calls }, index) => [names[index] ?? '', calls] as const);
  return {
    id: 'connect-time',
    title: 'Live verdict to bridged',
    columns: [
      { name: 'time', kind: 'text' },
      { name: 'calls', kind: 'count' },
    ],
    rows: rows.filter(([, calls]) => calls > 0),
    plot: {
      kind: 'bar',
      x: { title: 'live verdict to bridged', kind: 'name' },
      y: { title: 'calls', kind: 'count' },
      points: rows.map(([x, y]) => ({ x, y })),
    },
  };
}

function agents(figures: ReportFigures): ReportSection {
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

function refusals(figures: ReportFigures): ReportSection {
  return {
    id: 'refusals',
    title: 'Refused by law, policy or interlock',
    note:
      'A call refused by several rules counts once, under the first rule of its decision. ' +
      "'outdial rules' gives the citations, 'outdial check <number>' explains one number.",
    columns: [
      { name: 'rule', kind: 'text' },
      { name: 'title', kind: 'text' },
      { name: 'scope', kind: 'text' },
      { name: 'refusals', kind: 'count' },
      { name: 'leads', kind: 'count' },
      { name: 'first', kind: 'instant' },
      { name: 'last', kind: 'instant' },
    ],
    rows: figures.refusals.map((refusal) => [
      refusal.rule,
      ruleTitle(refusal.rule) ?? '',
      refusal.scope,
      refusal.refusals,
      refusal.leads,
      refusal.firstAt,
      refusal.lastAt,
    ]),
  };
}

function leads(figures: ReportFigures): ReportSection {
  return {
    id: 'leads',
    title: 'Where the leads stand',
    columns: [
      { name: 'why', kind: 'text' },
      { name: 'leads', kind: 'count' },
      { name: 'dialable from', kind: 'instant' },
    ],
    rows: [
      ['dialable now', figures.supply.dialableNow, null],
      ...figures.supply.waiting.map((wait): Cell[] => [wait.reason, wait.count, wait.nextAt]),
    ],
  };
}
