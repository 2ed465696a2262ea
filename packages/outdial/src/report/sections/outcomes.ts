/** The sections of endings: outcomes of attempts, and dispositions. */
import { codeWords } from '../code-words.js';
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Attempts by outcome. */
export function outcomes(figures: ReportFigures): ReportSection {
  const totals = summed(figures.outcomes.map(({ outcome, attempts }) => [outcome, attempts] as const));
  return {
    id: 'outcomes',
    title: 'Outcomes',
    columns: [
      { name: 'outcome', kind: 'code' },
      { name: 'attempts', kind: 'count' },
      { name: 'share', kind: 'share' },
    ],
    rows: totals.map(([outcome, attempts]) => [outcome, attempts, attempts / Math.max(1, figures.attempts)]),
    plot: {
      kind: 'bar',
      x: { title: 'outcome', kind: 'name' },
      y: { title: 'attempts', kind: 'count' },
      points: totals.map(([outcome, y]) => ({ x: codeWords(outcome), y })),
    },
  };
}

/** Attempts by disposition code. */
export function dispositions(figures: ReportFigures): ReportSection {
  const totals = summed(
    figures.outcomes.flatMap(({ disposition, attempts }) =>
      disposition === null ? [] : [[disposition, attempts] as const],
    ),
  );
  return {
    id: 'dispositions',
    title: 'Dispositions',
    columns: [
      { name: 'disposition', kind: 'code' },
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
