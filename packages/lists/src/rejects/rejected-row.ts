/** What a list did not take as it is: one problem of one line. */
import type { RowProblem } from '../rows/row-problem.js';

/** A problem with its line, and what became of the row. */
export interface RejectedRow extends RowProblem {
  readonly line: number;
  /**
   * 'rejected': the row is not in the list; 'value-dropped': it is, without this value; 'duplicate': its
   * person is in the list already; 'in-other-list': it is in the list, and in another of the campaign.
   */
  readonly status: 'rejected' | 'value-dropped' | 'duplicate' | 'in-other-list';
}
