/** The section of leads: dialable now, and what holds the others back. */
import { METRICS, metricValue } from '@outdial/core';
import type { Cell, ReportSection } from '../document.js';
import type { ReportFigures } from '../gather-figures.js';

/** How much of each list was called at least once, as the lists stand now. */
export function penetrations(figures: ReportFigures): ReportSection {
  return {
    id: 'penetration',
    title: 'Penetration by list',
    note: 'As the lists stand now, whatever the days of the report.',
    columns: [
      { name: 'list', kind: 'text' },
      { name: 'leads', kind: 'count' },
      { name: 'called', kind: 'count' },
      { name: 'open', kind: 'count' },
      { name: METRICS.penetration.name, kind: 'share' },
    ],
    rows: figures.penetrations.map(({ listId, leads: inAll, called, open }) => [
      listId,
      inAll,
      called,
      open,
      metricValue('penetration', { attemptedLeads: called, leads: inAll }),
    ]),
    plot: {
      kind: 'bar',
      x: { title: 'list', kind: 'name' },
      y: { title: 'leads', kind: 'count' },
      points: figures.penetrations.flatMap(({ listId, leads: inAll, called }) => [
        { x: listId, y: called, series: 'called' },
        { x: listId, y: inAll - called, series: 'never called' },
      ]),
    },
  };
}

/** Leads by the reason for which they wait. */
export function leads(figures: ReportFigures): ReportSection {
  return {
    id: 'leads',
    title: 'Where the leads stand',
    columns: [
      { name: 'why', kind: 'code' },
      { name: 'leads', kind: 'count' },
      { name: 'dialable from', kind: 'instant' },
    ],
    rows: [
      ['dialable now', figures.supply.dialableNow, null],
      ...figures.supply.waiting.map((wait): Cell[] => [wait.reason, wait.count, wait.nextAt]),
    ],
  };
}
