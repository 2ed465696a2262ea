/** Rows that a column whose words are not known keeps from being taken. */
import type { NewLead } from '../lead/new-lead.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';

/** Whether a column that may say who may be called stops the row; each is reported. */
export function isStopped(cells: Cells): boolean {
  const stopping = cells.columns.stopping.filter((column) => {
    const text = cells.in(column);
    if (isEmpty(text) && !saysNo(text)) return false;
    if (column.stops === 'unless-yes') return !saysYes(text);
    return column.stops === 'unless-no' ? !saysNo(text) : true;
  });
  for (const column of stopping)
    cells.reportIn(
      column,
      'the words of this column are not known, and it may say whether the person may be called',
      'map it to consentType, callPermission, internalDoNotCall or a field, and import the row again',
    );
  return stopping.length > 0;
}

/** Whether the lead is not called whatever the column says. */
export function isClosed({ facts = {}, phones, ends = [] }: NewLead): boolean {
  return (
    facts.doNotCall?.internal !== undefined ||
    ends.length > 0 ||
    phones.every((phone) => phone.doNotCall === true)
  );
}
