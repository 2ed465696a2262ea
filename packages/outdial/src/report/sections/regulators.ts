/** What a regulator asks for: abandonment by its own formula, and these formulas with sources. */
import type { ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Abandonment in each period of each regulator. */
export function regulators({ abandonment }: ReportFigures): ReportSection {
  return {
    id: 'regulators',
    title: 'Abandonment as each regulator counts it',
    note:
      'Calls into the place alone, states by area code; each period counts alone. Machine verdicts that ' +
      'were persons are added where the regulator asks for it and --detection-errors gives the estimate.',
    columns: [
      { name: 'regulator and period', kind: 'text' },
      { name: 'place', kind: 'text' },
      { name: 'from', kind: 'instant' },
      { name: 'until', kind: 'instant' },
      { name: 'live answers', kind: 'count' },
      { name: 'abandoned', kind: 'count' },
      { name: 'machines', kind: 'count' },
      { name: 'detection errors', kind: 'count' },
      { name: 'rate', kind: 'share' },
      { name: 'allowed', kind: 'share' },
      { name: 'exceeded', kind: 'text' },
    ],
    rows: abandonment.map((period, index) => [
      `${period.regulator} ${numberWithin(abandonment, index)}`,
      period.place,
      period.from,
      period.until,
      period.liveAnswers,
      period.abandoned,
      period.machines,
      period.detectionErrors,
      period.rate,
      period.limit,
      period.isExceeded ? 'yes' : 'no',
    ]),
  };
}

/** The formulas of these regulators, each with its rule and source. */
export function formulas({ abandonment }: ReportFigures): ReportSection {
  const byRule = new Map(abandonment.map((period) => [period.rule, period]));
  return {
    id: 'regulator-formulas',
    title: 'Their formulas',
    columns: [
      { name: 'regulator', kind: 'text' },
      { name: 'rule', kind: 'text' },
      { name: 'rate', kind: 'text' },
      { name: 'source', kind: 'text' },
    ],
    rows: [...byRule.values()].map(({ regulator, rule, formula, source }) => [
      regulator,
      rule,
      formula,
      source === null ? null : `${source.title}, ${source.pinpoint}, ${source.href}`,
    ]),
  };
}

/** The place of a period among those of its rule, from 1. */
function numberWithin(periods: ReportFigures['abandonment'], index: number): number {
  const rule = periods[index]?.rule;
  return periods.slice(0, index + 1).filter((period) => period.rule === rule).length;
}
