/** Reads a row of a table: what its shape says of it, and what its values do. */
import type { NewLead } from '../lead/new-lead.js';
import { saysBarred } from '../values/status-words.js';
import type { AgainstCalls } from './against-calls.js';
import type { TableRow } from '../tables/check-shape.js';
import type { RowReader, RowReading } from './read-row.js';
import type { RowProblem } from './row-problem.js';

/**
 * What a row gave. A row about no person, such as a footer, is rejected; where it says that its number must
 * not be called, the number is taken so that it is not.
 */
export function readTableRow(reader: RowReader, row: TableRow): RowReading {
  const { problem, fields, isAside, isReadable } = row;
  if (row.doubt) return readDoubtful(reader, row, row.doubt);
  if (problem === undefined) return readShort(reader, row);
  if (isAside !== true && isReadable !== true) return readShifted(reader, row, problem);
  const { lead, problems, ...rest } = reader.read(fields);
  if (isReadable === true) return { lead, problems: [problem, ...problems], ...rest };
  if (lead === null || !isBarred(lead)) return { lead: null, problems: [problem], ...rest };
  return { lead, problems: [barring(problem), ...problems] };
}

/**
 * Of a row whose values are in no known column: where one bars calls, or stands in a column that does where
 * the values fit best, the numbers beside it are closed. What limits calls counts for the leads there are.
 */
function readShifted(reader: RowReader, row: TableRow, problem: RowProblem): RowReading {
  const cells = row.values ?? [...row.fields, ...row.beyond];
  const bars = cells.find(saysBarred);
  const said = bars === undefined && row.values ? reader.readShifted(row.values) : undefined;
  const closes = bars !== undefined || (said !== undefined && barsCalls(said));
  const against = closes ? reader.numbersToClose(cells) : said;
  if (against === undefined) return { lead: null, problems: [problem] };
  const words = bars === undefined ? 'that the person must not be called' : `'${bars.slice(0, 40)}'`;
  const what = closes ? `it says ${words}: its numbers are closed` : 'what it says against calls counts';
  return { lead: null, problems: [{ ...problem, problem: `${problem.problem}; ${what}` }], against };
}

/** A row with further empty values: shifted where its values fit better so; else taken, and named. */
function readDoubtful(reader: RowReader, row: TableRow, doubt: RowProblem): RowReading {
  if (reader.isLikelyShifted(row.values ?? row.fields, 1)) return readShifted(reader, row, doubt);
  const { lead, problems, ...rest } = reader.read(row.fields);
  return { lead, problems: [doubt, ...problems], ...rest };
}

/** One wrong value may be wrong where it stands. */
const SHIFTED_FROM = 2;

/** A row that ends early: where its values cannot be of their columns, a delimiter is missing before them. */
function readShort(reader: RowReader, row: TableRow): RowReading {
  const { fields, isShort } = row;
  if (isShort !== true) return reader.read(fields);
  const column = reader.strayAnswer(fields);
  if (column === undefined && !reader.isLikelyShifted(fields, SHIFTED_FROM)) return reader.read(fields);
  return readShifted(
    reader,
    { ...row, values: fields },
    {
      field: column?.header ?? '',
      value: column === undefined ? fields.join(' ') : (fields[column.index] ?? ''),
      problem: 'the row ends early, and its values fit columns further on: a delimiter is missing',
      remedy: 'put each value into its column',
    },
  );
}

/** Whether a row states something for which its number or its person is not called. */
function isBarred(lead: NewLead): boolean {
  return [lead.facts?.doNotCall, lead.consentRevokedAt].some(isStated) || barsCalls(lead);
}

/** Whether what it states bars every call, and not only calls of some kind or at some hours. */
function barsCalls({ facts = {}, phones = [], ends = [] }: AgainstCalls): boolean {
  const { doNotCall, attorney, ceaseReceivedAt, ceaseMailedAt } = facts;
  return (
    [doNotCall?.internal, attorney, ceaseReceivedAt, ceaseMailedAt].some(isStated) ||
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
