/** The report as CSV, for spreadsheets and programs. */
import { isoInstant } from '@outdial/core';
import { writeCsvRow } from '@outdial/lists';
import type { ReportDocument } from './document.js';

/**
 * The report as CSV, one figure a line: section, row, figure, unit, value. Raw values: shares 0..1, durations
 * in ms, instants in ISO 8601. The first cell of a row names it.
 */
export function csvReport(report: ReportDocument): string {
  const lines = report.sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      section.columns.flatMap((column, index) => {
        const cell = row[index] ?? null;
        if (index === 0 || cell === null) return [];
        return [
          [
            section.id,
            asText(row[0] ?? '', section.columns[0]?.kind),
            column.name,
            UNITS[column.kind] ?? '',
            asText(cell, column.kind),
          ],
        ];
      }),
    ),
  );
  return [['section', 'row', 'figure', 'unit', 'value'], ...lines].map(writeCsvRow).join('');
}

const UNITS: Readonly<Record<string, string>> = {
  text: '',
  code: '',
  count: '1',
  share: '0..1',
  duration: 'ms',
  instant: 'UTC',
};

function asText(cell: string | number, kind: string | undefined): string {
  return typeof cell === 'number' && kind === 'instant' ? isoInstant(cell) : String(cell);
}
