/** The section of leads: dialable now, and what holds the others back. */
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** Leads by the reason for which they wait. */
export function leads(figures: ReportFigures): ReportSection {
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
