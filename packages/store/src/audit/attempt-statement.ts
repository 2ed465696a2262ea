/**
 * What the entries of an attempt state of its row: everything that law and reports count. Numbers, account
 * and JSON are stated by digest. Other columns are stated as they are, so that the entry of a changed row
 * shows its earlier value.
 */
import type { Selectable } from 'kysely';
import type { AttemptsTable } from '../database/tables.js';
import type { StoreSecret } from '../store-secret.js';

type AttemptRow = Selectable<AttemptsTable>;

/** Columns by name, without those that are null. */
export type AttemptStatement = Readonly<Record<string, string | number>>;

/** A column that never changes once the attempt is open. */
export type OpeningColumn =
  | 'list_id'
  | 'person_id'
  | 'phone'
  | 'mode'
  | 'human_initiated'
  | 'voices'
  | 'caller_number'
  | 'purpose'
  | 'seller'
  | 'account'
  | 'opened_at';

/** A column that never changes once the attempt has ended. */
export type EndColumn =
  | 'node'
  | 'epoch'
  | 'agent_id'
  | 'live_answer_at'
  | 'connected_at'
  | 'abandoned_at'
  | 'outcome'
  | 'disposition'
  | 'cause'
  | 'machine_verdict'
  | 'dialed_at'
  | 'trunk'
  | 'ringing_at'
  | 'answered_at'
  | 'ended_at'
  | 'closed_at'
  | 'talk_ms'
  | 'wrap_up_ms'
  | 'counts'
  | 'refused'
  | 'callback_at'
  | 'result';

/** Columns that never change once the attempt is open. */
export const OPENING_COLUMNS: readonly OpeningColumn[] = [
  'list_id',
  'person_id',
  'phone',
  'mode',
  'human_initiated',
  'voices',
  'caller_number',
  'purpose',
  'seller',
  'account',
  'opened_at',
];

/** Columns that never change once the attempt has ended. */
export const END_COLUMNS: readonly EndColumn[] = [
  'node',
  'epoch',
  'agent_id',
  'live_answer_at',
  'connected_at',
  'abandoned_at',
  'outcome',
  'disposition',
  'cause',
  'machine_verdict',
  'dialed_at',
  'trunk',
  'ringing_at',
  'answered_at',
  'ended_at',
  'closed_at',
  'talk_ms',
  'wrap_up_ms',
  'counts',
  'refused',
  'callback_at',
  'result',
];

/** The columns that an opening states. */
export type OpeningRow = Pick<AttemptRow, 'attempt_id' | OpeningColumn>;
/** The columns that an end states. */
export type EndRow = Pick<AttemptRow, 'attempt_id' | EndColumn>;

/** Columns with personal data, or longer than a digest. */
export const DIGESTED: ReadonlySet<string> = new Set(['phone', 'account', 'cause', 'result']);

/** The person of a call whose person was erased. */
export const ERASED_PERSON = 'erased';

/** Columns that an erasure empties: an erased row is compared without them; its digest states them. */
export const ERASED_COLUMNS: ReadonlySet<string> = new Set(['phone', 'account', 'person_id', 'result']);

/** What the entry of an opening states of the attempt's row. */
export function statedOpening(secret: StoreSecret, row: OpeningRow): AttemptStatement {
  return stated(secret, row.attempt_id, row, OPENING_COLUMNS);
}

/** What the entry of an end states of the attempt's row. */
export function statedEnd(secret: StoreSecret, row: EndRow): AttemptStatement {
  return stated(secret, row.attempt_id, row, END_COLUMNS);
}

function stated<Column extends string>(
  secret: StoreSecret,
  attemptId: string,
  row: Readonly<Record<Column, string | number | null>>,
  columns: readonly Column[],
): AttemptStatement {
  const values: Record<string, string | number> = {};
  for (const column of columns) {
    const value = row[column];
    if (value !== null) values[column] = DIGESTED.has(column) ? secret.digestOf(attemptId, value) : value;
  }
  return values;
}
