/** The section of hours. */
import { zoneName } from '../../local-time/instant-in-zone.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Attempts by the hour in which they were opened. */
export function hours(figures: ReportFigures): ReportSection {
  return {
    id: 'hours',
    title: `By hour (${zoneName(figures.timeZone)})`,
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
      x: { title: 'hour', kind: 'instant' },
      y: { title: 'calls', kind: 'count' },
      points: figures.hours.flatMap((hour) => [
        { x: hour.from, y: hour.attempts, series: 'attempts' },
        { x: hour.from, y: hour.liveAnswers, series: 'live answers' },
        { x: hour.from, y: hour.connected, series: 'connected' },
      ]),
    },
  };
}
