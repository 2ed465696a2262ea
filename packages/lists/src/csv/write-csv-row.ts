/** CSV as spreadsheets read it. */

/** One CSV line (RFC 4180, CR LF as spreadsheets expect). */
export function writeCsvRow(fields: readonly string[]): string {
  return `${fields.map(quote).join(',')}\r\n`;
}

function quote(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
