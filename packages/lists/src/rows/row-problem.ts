/** What is wrong in a row of a list, for the rejects file. */

/** Something wrong in a row: the value is left out, or the row is. */
export interface RowProblem {
  readonly field: string;
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}
