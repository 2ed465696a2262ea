/** Checks what the rows of calls and of decisions say of their own erasure: no digest holds its instant. */
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { paged, PAGE_ROWS } from '../database/paged.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { ERASED_PERSON } from './attempt-statement.js';
import type { Findings } from './findings.js';

const selectErased = preparedQuery((db: Db, { after }: Given<{ after: string }>) =>
  db
    .selectFrom('attempts')
    .select(['attempt_id', 'phone', 'account', 'person_id', 'result', 'erased_at'])
    .where('erased_at', 'is not', null)
    .where('attempt_id', '>', after)
    .orderBy('attempt_id')
    .limit(PAGE_ROWS),
);

type ErasedRow = RowOf<typeof selectErased>;

/**
 * Every row that is marked as erased must hold nothing of what an erasure empties, and be of an instant at
 * which an entry says that persons were erased (epoch ms).
 */
export async function checkErasures(
  db: Db,
  instants: ReadonlySet<number>,
  findings: Findings,
): Promise<void> {
  for (const part of [db, archiveOf(db)]) await checkPart(part, instants, findings);
}

async function checkPart(db: Db, instants: ReadonlySet<number>, findings: Findings): Promise<void> {
  const rows = paged((after?: ErasedRow) => selectErased.all(db, { after: after?.attempt_id ?? '' }));
  for await (const row of rows) {
    const problem = problemOf(row, instants);
    if (problem !== null) findings.add(`attempt ${row.attempt_id}`, problem);
  }
  const records = await db
    .selectFrom('decision_records')
    .select(['erased_at', (eb) => eb.fn.countAll<number>().as('rows')])
    .where('erased_at', 'is not', null)
    .groupBy('erased_at')
    .execute();
  for (const { erased_at: at, rows: count } of records)
    if (at !== null && !instants.has(at))
      findings.add('rows decision_records', `${count} are marked as erased at ${at}: ${NO_ENTRY}`);
}

const NO_ENTRY = 'no entry says that persons were erased then';

function problemOf(row: ErasedRow, instants: ReadonlySet<number>): string | null {
  const isEmptied =
    row.phone === '' && row.account === null && row.result === null && row.person_id === ERASED_PERSON;
  if (!isEmptied) return 'it is marked as erased, and holds what an erasure empties';
  return row.erased_at !== null && instants.has(row.erased_at)
    ? null
    : `it is marked as erased at ${row.erased_at ?? 0}: ${NO_ENTRY}`;
}
