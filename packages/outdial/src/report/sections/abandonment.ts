/** The section of abandonment, by each legal limit and period. */
import { ruleTitle } from '@outdial/compliance';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Abandonment in each period of each limit, with its course as a plot. */
export function limits(figures: ReportFigures): ReportSection {
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
