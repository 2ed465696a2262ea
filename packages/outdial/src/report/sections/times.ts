/** The sections of durations: connect, ring and talk time. */
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures, TimeFigure } from '../gather-figures.js';

/** Mean, median and extremes of each duration. */
export function times(figures: ReportFigures): ReportSection {
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
      row('dialing to ringing (post-dial delay)', figures.postDialDelay),
      row('ringing to answer', figures.ringTime),
      row('talk', figures.talkTime),
      row('answer to end (call duration)', figures.callDuration),
    ],
  };
}

/** Connected calls by connect time. */
export function connectTimes(figures: ReportFigures): ReportSection {
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
