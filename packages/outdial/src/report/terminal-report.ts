/** The report as tables of plain text. */
import { visibleText } from '@outdial/core';
import Table from 'cli-table3';
import { cellText, isTextKind, type ReportDocument, type ReportSection } from './document.js';

/** The report as tables for a terminal. `width`: columns of the terminal; plain text, no colours. */
export function terminalReport(report: ReportDocument): string {
  return (
    [
      `${report.title}\n${report.subtitle}`,
      ...report.sections.map((section) => sectionText(section, report.timeZone)),
    ].join('\n\n') + '\n'
  );
}

function sectionText(section: ReportSection, timeZone: string): string {
  const table = new Table({
    head: section.columns.map((column) => column.name),
    colAligns: section.columns.map(({ kind }) => (isTextKind(kind) ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  for (const row of section.rows)
    table.push(
      row.map((cell, index) => visibleText(cellText(cell, section.columns[index]?.kind ?? 'text', timeZone))),
    );
  const body = section.rows.length === 0 ? '  none' : table.toString();
  return [section.title, body, ...(section.note === undefined ? [] : [section.note])].join('\n');
}
