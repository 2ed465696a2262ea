/** The columns that a rejects file has behind those of the list. */

/** Their headers. A file that has them can be imported: they are ignored. */
export const OWN_COLUMNS: readonly string[] = ['outdial line', 'outdial status', 'outdial problems'];

/** Whether a header is one of these. */
export function isOwnColumn(header: string): boolean {
  return OWN_COLUMNS.includes(header.trim().toLowerCase());
}
