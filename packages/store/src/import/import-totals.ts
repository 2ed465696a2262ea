/** What became of the rows of an upload, as counts: kept with the upload and shown as it runs. */

/**
 * Counts of the rows so far. They add up: `rows` is the sum of `added`, `updated`, both `duplicates...`,
 * `doNotCall` and `rejected`.
 */
export interface ImportTotals {
  rows: number;
  added: number;
  updated: number;
  duplicatesInFile: number;
  duplicatesInList: number;
  /** Of the added and updated: also in another list of a campaign that dials this one. They are listed. */
  inOtherLists: number;
  doNotCall: number;
  rejected: number;
  /** Values left out of rows that were taken. */
  valuesDropped: number;
}

/** Totals of an upload that has not begun. */
export function emptyTotals(): ImportTotals {
  return {
    rows: 0,
    added: 0,
    updated: 0,
    duplicatesInFile: 0,
    duplicatesInList: 0,
    inOtherLists: 0,
    doNotCall: 0,
    rejected: 0,
    valuesDropped: 0,
  };
}
