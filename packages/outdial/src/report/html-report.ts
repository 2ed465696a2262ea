import { cellText, type ReportDocument, type ReportSection } from './document.js';
import { escapeHtml } from './html-text.js';
import { plotSvg } from './plot-svg.js';

/** The report as one HTML page with its plots inline; it loads nothing from elsewhere. */
export async function htmlReport(report: ReportDocument): Promise<string> {
  const sections = await Promise.all(report.sections.map(sectionHtml));
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
${sections.join('\n')}
<footer>Every figure with its formula and denominator: docs/reference/metrics.md</footer>
</body>
</html>
`;
}

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; color: #22303c; max-width: 880px; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; } .subtitle, footer, .note { color: #5c6b78; }
table { border-collapse: collapse; width: 100%; } th, td { padding: .3rem .6rem; border-bottom: 1px solid #dde3e8; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } svg { max-width: 100%; height: auto; margin-top: .8rem; }
footer { margin: 3rem 0 1rem; font-size: .9rem; }`;

async function sectionHtml(section: ReportSection): Promise<string> {
  const classes = section.columns.map((column) =>
    column.kind === 'text' || column.kind === 'instant' ? '' : ' class="number"',
  );
  const head = section.columns
    .map((column, index) => `<th${classes[index] ?? ''}>${escapeHtml(column.name)}</th>`)
    .join('');
  const rows = section.rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${classes[index] ?? ''}>${escapeHtml(cellText(cell, section.columns[index]?.kind ?? 'text'))}</td>`).join('')}</tr>`,
  );
  const table =
    section.rows.length === 0
      ? '<p class="note">None.</p>'
      : `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  const note = section.note === undefined ? '' : `<p class="note">${escapeHtml(section.note)}</p>`;
  const plot = section.plot && section.plot.points.length > 0 ? await plotSvg(section.plot) : '';
  return `<section id="${escapeHtml(section.id)}"><h2>${escapeHtml(section.title)}</h2>\n${table}\n${note}\n${plot}</section>`;
}
