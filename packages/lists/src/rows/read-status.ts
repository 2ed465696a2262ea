/** Reads what statuses and dispositions of another system say that bars calls. */
import { readStatus } from '../values/status-words.js';
import type { StatusMeaning } from '../values/status-words.js';
import type { Cells } from './cells.js';

/** Whether a status column of the row says this. */
export function hasStatus(cells: Cells, meaning: StatusMeaning): boolean {
  return cells.columns.every('status').some((column) => readStatus(cells.in(column)) === meaning);
}

/** Reports the statuses that may bar calls and of which nothing is made. */
export function reportStatusesInDoubt(cells: Cells): void {
  for (const column of cells.columns.every('status'))
    if (readStatus(cells.in(column)) === 'in-doubt')
      cells.reportIn(
        column,
        'the status may bar calls, and nothing is made of it',
        "leave the row out, or say 'DNC' where the person must not be called",
      );
}
