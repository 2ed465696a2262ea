/** CSV as spreadsheets read it. */

/**
 * One CSV line (RFC 4180, CR LF as spreadsheets expect). A cell that a spreadsheet would run as a formula
 * gets an apostrophe before it, which {@link plainCell} takes off again.
 */
export function writeCsvRow(fields: readonly string[]): string {
  return `${fields.map(quote).join(',')}\r\n`;
}

const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'[=+\-@\t\r]/;

function quote(field: string): string {
  const text = FORMULA.test(field) ? `'${field}` : field;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell without the apostrophe that keeps spreadsheets from running it. */
export function plainCell(cell: string): string {
  return cell.charCodeAt(0) === 39 && GUARDED.test(cell) ? cell.slice(1) : cell;
}
