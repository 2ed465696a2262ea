/** Checks the rows of attempts against what entries state of them, column by column. */
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import type { StoreSecret } from '../store-secret.js';
import {
  DIGESTED,
  END_COLUMNS,
  ERASED_COLUMNS,
  OPENING_COLUMNS,
  statedEnd,
  statedOpening,
} from './attempt-statement.js';
import type { AttemptStatement } from './attempt-statement.js';
import type { AboutAttempt } from './statement-digest.js';
import { outcomeText } from './stated-in-entry.js';

/** What an entry states of an attempt. */
export interface NamedAttempt {
  readonly about: AboutAttempt;
  readonly opening: AttemptStatement | null;
  readonly end: AttemptStatement | null;
  /** Outcome and disposition, where that is all the entry states. */
  readonly outcome: string | null;
  /** Reports what is wrong with its row. */
  readonly report: (problem: string) => void;
}

const selectAttempts = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db
    .selectFrom('attempts')
    .select(['attempt_id', 'campaign_id', 'lead_id', 'erased_at'])
    .select(OPENING_COLUMNS)
    .select(END_COLUMNS)
    .where('attempt_id', 'in', attemptIds),
);

type Row = RowOf<typeof selectAttempts>;

/** Checks the rows of these attempts. */
export async function checkAttempts(
  db: Db,
  secret: StoreSecret,
  named: readonly NamedAttempt[],
): Promise<void> {
  const rows = new Map<string, Row>();
  for (const chunk of inChunks([...new Set(named.map(({ about }) => about.attemptId))]))
    for (const part of [db, archiveOf(db)])
      for (const row of await selectAttempts.all(part, { attemptIds: chunk })) rows.set(row.attempt_id, row);
  for (const one of named) {
    const problem = problemOf(secret, one, rows.get(one.about.attemptId));
    if (problem !== null) one.report(problem);
  }
}

function problemOf(
  secret: StoreSecret,
  { about, opening, end, outcome }: NamedAttempt,
  row: Row | undefined,
): string | null {
  const name = `attempt ${about.attemptId}`;
  if (!row) return `the row of ${name} was removed`;
  const differing = [
    ...differences(
      { campaign_id: about.campaignId, lead_id: about.leadId },
      { campaign_id: row.campaign_id, lead_id: row.lead_id },
    ),
    ...(opening ? differences(...kept(row, opening, statedOpening(secret, row))) : []),
    ...(end ? differences(...kept(row, end, statedEnd(secret, row))) : []),
  ];
  if (differing.length > 0) return `the row of ${name} was changed: ${differing.join('; ')}`;
  if (outcome !== null && outcome !== outcomeText(row.outcome, row.disposition))
    return `the end of ${name} was changed: the entry says '${outcome.trim()}'`;
  return null;
}

/** What is compared of a row: of an erased one all but what the erasure emptied, which its entry states. */
function kept(
  row: Row,
  stated: AttemptStatement,
  found: AttemptStatement,
): readonly [AttemptStatement, AttemptStatement] {
  if (row.erased_at === null) return [stated, found];
  const without = (statement: AttemptStatement): AttemptStatement =>
    Object.fromEntries(Object.entries(statement).filter(([column]) => !ERASED_COLUMNS.has(column)));
  return [without(stated), without(found)];
}

/** 'abandoned_at is null, the entry says 1790000000000'. Digests are not shown. */
function differences(stated: AttemptStatement, found: AttemptStatement): readonly string[] {
  return [...new Set([...Object.keys(stated), ...Object.keys(found)])]
    .filter((column) => stated[column] !== found[column])
    .map((column) =>
      DIGESTED.has(column)
        ? `${column} is another`
        : `${column} is ${shown(found[column])}, the entry says ${shown(stated[column])}`,
    );
}

function shown(value: string | number | undefined): string {
  return value === undefined ? 'null' : `'${value}'`;
}
