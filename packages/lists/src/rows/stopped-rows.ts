/** Rows that a column whose words are not known keeps from being taken. */
import type { Column } from '../columns/columns.js';
import type { NewLead } from '../lead/new-lead.js';
import { readCallPermission } from '../values/call-permission.js';
import { readRefusal } from '../values/consent.js';
import { isListedBy } from '../values/do-not-call-flag.js';
import { saysBarred } from '../values/status-words.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';

/** Whether a column that may say who may be called stops the row; each is reported. */
export function isStopped(cells: Cells): boolean {
  let isOne = false;
  for (const column of cells.columns.stopping) {
    if (!stops(column, cells.in(column))) continue;
    isOne = true;
    if (!column.target.startsWith('field:') && column.target !== 'ignore')
      cells.reportIn(
        column,
        `it says that the person must not be called, in a column of another kind${CLOSING}`,
        'move it to a column for that, such as Do Not Call or Status, and import the row again',
      );
    else if (column.stops === 'if-barred' || column.stops === 'if-refused')
      cells.reportIn(
        column,
        `it says that the person must not be called, and the column is not used${closing(cells.in(column))}`,
        'map it to status where that is so, or to a field, and import the row again',
      );
    else
      cells.reportIn(
        column,
        'the words of this column are not known, and it may say whether the person may be called',
        'map it to consentType, callPermission, internalDoNotCall or a field, and import the row again',
      );
  }
  return isOne;
}

const CLOSING = ': the numbers of the row are closed';

function closing(text: string): string {
  return saysBarred(text) ? CLOSING : '';
}

/**
 * Whether a column whose words are not known says in plain words that the person must not be called. The row
 * waits for the column to be mapped; its numbers may be those of leads that are called meanwhile.
 */
export function isBarredInWords(cells: Cells): boolean {
  return cells.columns.stopping.some(
    (column) =>
      (column.stops === 'if-barred' || column.stops === 'if-refused') && saysBarred(cells.in(column)),
  );
}

function stops(column: Column, text: string): boolean {
  if (column.stops === 'if-barred') return saysBarred(text);
  if (column.stops === 'if-refused') return saysBarred(text) || readRefusal(text) !== null;
  if (isEmpty(text) && !saysNo(text)) return false;
  if (column.stops === 'if-no') return readCallPermission(text) === 'refused';
  if (column.stops === 'if-answered') return saysYes(text) || saysNo(text) || saysBarred(text);
  if (column.stops === 'unless-yes') return !saysYes(text);
  return column.stops === 'unless-no' ? isListedBy(text) : true;
}

/** Whether the lead is not called whatever the column says. */
export function isClosed({ facts = {}, phones, ends = [] }: NewLead): boolean {
  return (
    facts.doNotCall?.internal !== undefined ||
    ends.length > 0 ||
    phones.every((phone) => phone.doNotCall === true)
  );
}
