/** The report as one page for a browser and for paper: tables and plots, no script, nothing to load. */
import { cellText, isTextKind, type Cell, type ReportDocument, type ReportSection } from './document.js';
import { escapeHtml } from './html-text.js';
import { plotSvg } from './plot-svg.js';

/** The report as one HTML page with its plots inside; it loads nothing from elsewhere. */
export function htmlReport(report: ReportDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
<p class="subtitle">${escapeHtml(report.subtitle)}</p>
${report.sections.map((section) => sectionHtml(section, report.timeZone)).join('\n')}
<footer>Every figure with its formula and denominator: docs/reference/metrics.md</footer>
</body>
</html>
`;
}

const STYLE = `
@page { margin: 16mm; }
body {
  font: 15px/1.5 system-ui, sans-serif; color: #22303c;
  max-width: 880px; margin: 2rem auto; padding: 0 1rem;
}
h1 { margin-bottom: 0; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; break-after: avoid; }
.subtitle, footer, .note { color: #5c6b78; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #dde3e8; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tr, svg { break-inside: avoid; }
svg { max-width: 100%; height: auto; margin-top: .8rem; }
footer { margin: 3rem 0 1rem; font-size: .9rem; }
@media print { body { max-width: none; margin: 0; padding: 0; } }`;

function sectionHtml(section: ReportSection, timeZone: string): string {
  const note = section.note === undefined ? '' : `<p class="note">${escapeHtml(section.note)}</p>`;
  const plot = section.plot && section.plot.points.length > 0 ? plotSvg(section.plot) : '';
  return [
    `<section id="${escapeHtml(section.id)}"><h2>${escapeHtml(section.title)}</h2>`,
    tableHtml(section, timeZone),
    note,
    `${plot}</section>`,
  ].join('\n');
}

function tableHtml({ columns, rows }: ReportSection, timeZone: string): string {
  if (rows.length === 0) return '<p class="note">None.</p>';
  const classes = columns.map(({ kind }) => (isTextKind(kind) ? '' : ' class="number"'));
  const head = columns.map(({ name }, index) => `<th${classes[index] ?? ''}>${escapeHtml(name)}</th>`);
  const cell = (value: Cell, index: number): string => {
    const text = cellText(value, columns[index]?.kind ?? 'text', timeZone);
    return `<td${classes[index] ?? ''}>${escapeHtml(text)}</td>`;
  };
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}
