/** Reads a row of a table: what its shape says of it, and what its values do. */
import type { NewLead } from '../lead/new-lead.js';
import { saysBarred } from '../values/status-words.js';
import type { TableRow } from '../tables/check-shape.js';
import type { RowReader, RowReading } from './read-row.js';
import type { RowProblem } from './row-problem.js';

/**
 * What a row gave. A row about no person, such as a footer, is rejected; where it says that its number must
 * not be called, the number is taken so that it is not.
 */
export function readTableRow(reader: RowReader, row: TableRow): RowReading {
  const { problem, fields, isAside, isReadable } = row;
  if (problem === undefined) return reader.read(fields);
  if (isAside !== true && isReadable !== true) return readShifted(reader, row, problem);
  const { lead, problems, ...rest } = reader.read(fields);
  if (isReadable === true) return { lead, problems: [problem, ...problems], ...rest };
  if (lead === null || !isBarred(lead)) return { lead: null, problems: [problem], ...rest };
  return { lead, problems: [barring(problem), ...problems] };
}

/** Of a row whose values are in no known column: where one bars calls, the numbers beside it are closed. */
function readShifted(reader: RowReader, { fields, beyond }: TableRow, problem: RowProblem): RowReading {
  const cells = [...fields, ...beyond];
  const bars = cells.find(saysBarred);
  const against = bars === undefined ? undefined : reader.numbersToClose(cells);
  if (against === undefined) return { lead: null, problems: [problem] };
  const said = `${problem.problem}; it says '${(bars ?? '').slice(0, 40)}': its numbers are closed`;
  return { lead: null, problems: [{ ...problem, problem: said }], against };
}

/** Whether a row states something for which its number or its person is not called. */
function isBarred({ facts = {}, phones, ends = [], consentRevokedAt }: NewLead): boolean {
  const { doNotCall, attorney, ceaseReceivedAt, ceaseMailedAt } = facts;
  return (
    [doNotCall, attorney, ceaseReceivedAt, ceaseMailedAt, consentRevokedAt].some(isStated) ||
    ends.length > 0 ||
    phones.some((phone) => phone.doNotCall === true)
  );
}

function isStated(fact: unknown): boolean {
  return fact !== undefined;
}

function barring({ field, value, problem }: RowProblem): RowProblem {
  return {
    field,
    value,
    problem: `${problem}, and it bars its number: what it says of that counts`,
    remedy: 'write the number into a do-not-call file, and remove the row',
  };
}
