/** The section of abandonment, by each legal limit and period. */
import { titleOfRule } from '../../gate/rule-title.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Abandonment in each period of each limit, with its course as a plot. */
export function limits(figures: ReportFigures): ReportSection {
  const { limitPeriods } = figures;
  const points = limitPeriods.flatMap(({ limitId, course }) =>
    course.map(({ at, rate }) => ({ x: at, y: rate, series: limitId })),
  );
  // Limits of one height are one line.
  const levels = new Map<number, Set<string>>();
  for (const { limit, limitId } of limitPeriods)
    levels.set(limit, (levels.get(limit) ?? new Set()).add(limitId));
  const plot = {
    kind: 'line' as const,
    x: { title: 'hour', kind: 'instant' as const },
    y: { title: 'abandonment of the period so far', kind: 'share' as const },
    points,
    levels: [...levels].map(([y, ids]) => ({ y, title: `limit ${[...ids].join(', ')}` })),
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
      titleOfRule(period.limitId) ?? '',
      period.from,
      period.liveAnswers,
      period.abandoned,
      period.rate,
      period.limit,
    ]),
    plot,
  };
}
