/** Every row that the audit trail states, table by table, page by page: memory stays flat. */
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { paged, PAGE_ROWS } from '../database/paged.js';
import { sha256 } from '../identity.js';
import type { StoreSecret } from '../store-secret.js';
import { END_COLUMNS, OPENING_COLUMNS, statedEnd, statedOpening } from './attempt-statement.js';
import { decisionDigest, endDigest, openingDigest } from './statement-digest.js';
import { rowDigest } from './row-digest.js';
import type { DigestedRow, DigestedTable } from './row-digest.js';

/** What the trail states, each with a sum of its own: the digested tables, and the parts of attempts. */
export type StatedPart = DigestedTable | 'attempts' | 'attempt_ends' | 'decisions';

/** A row, as the trail states it. */
export interface RowFound {
  readonly part: StatedPart;
  readonly digest: string;
  /** Names the row without personal data. */
  readonly name: string;
}

/** Every row that the trail states. */
export async function* readStatedRows(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  for (const part of [archiveOf(db), db]) {
    yield* attempts(part, secret);
    yield* decisions(part);
    yield* erasedRecords(part, secret);
  }
  yield* doNotCall(db, secret);
  yield* consents(db, secret);
  yield* learned(db, secret);
  yield* contacts(db, secret);
  yield* answers(db, secret);
  yield* lateEnds(db, secret);
  yield* imports(db, secret);
  yield* campaigns(db, secret);
  yield* killSwitch(db, secret);
  yield* standingOrders(db, secret);
}

/** Rows of a digested table, each with its digest and its name. */
async function* stated<Table extends DigestedTable, Row extends DigestedRow<Table>>(
  secret: StoreSecret,
  part: Table,
  rows: AsyncIterable<Row>,
  nameOf: (row: Row) => string,
): AsyncGenerator<RowFound> {
  for await (const row of rows) yield { part, digest: rowDigest(secret, part, row), name: nameOf(row) };
}

async function* attempts(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly attempt_id: string }) =>
    db
      .selectFrom('attempts')
      .select(['attempt_id', 'campaign_id', 'lead_id'])
      .select(OPENING_COLUMNS)
      .select(END_COLUMNS)
      .where('attempt_id', '>', after?.attempt_id ?? '')
      .orderBy('attempt_id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  for await (const row of rows) {
    const about = { attemptId: row.attempt_id, campaignId: row.campaign_id, leadId: row.lead_id };
    const name = `attempt ${row.attempt_id}`;
    yield { part: 'attempts', digest: openingDigest(about, statedOpening(secret, row)), name };
    if (row.ended_at !== null)
      yield {
        part: 'attempt_ends',
        digest: endDigest(about, statedEnd(secret, row)),
        name: `the end of ${name}`,
      };
  }
}

async function* decisions(db: Db): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly id: number }) =>
    db
      .selectFrom('decisions')
      .select(['id', 'attempt_id', 'campaign_id', 'lead_id', 'at', 'mode', 'record'])
      .where('id', '>', after?.id ?? 0)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  for await (const row of rows) {
    const about = { attemptId: row.attempt_id, campaignId: row.campaign_id, leadId: row.lead_id };
    const digest = decisionDigest(about, { at: row.at, mode: row.mode, decision: sha256(row.record) });
    yield { part: 'decisions', digest, name: `decision ${row.id} (attempt ${row.attempt_id})` };
  }
}

async function* doNotCall(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly subject: string; readonly scope: string }) =>
    db
      .selectFrom('do_not_call')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('subject', '>', after?.subject ?? ''),
          eb.and([eb('subject', '=', after?.subject ?? ''), eb('scope', '>', after?.scope ?? '')]),
        ]),
      )
      .orderBy('subject')
      .orderBy('scope')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(
    secret,
    'do_not_call',
    rows,
    ({ at, source }) => `the do-not-call entry of ${new Date(at).toISOString()} from '${source}'`,
  );
}

async function* consents(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly consent_id: string }) =>
    db
      .selectFrom('consents')
      .selectAll()
      .where('consent_id', '>', after?.consent_id ?? '')
      .orderBy('consent_id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(secret, 'consents', rows, (row) => `consent ${row.consent_id}`);
}

async function* learned(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly id: number }) =>
    db
      .selectFrom('learned')
      .selectAll()
      .where('id', '>', after?.id ?? 0)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(secret, 'learned', rows, ({ id, kind }) => `learned fact ${id} (${kind})`);
}

async function* contacts(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly id: number }) =>
    db
      .selectFrom('contacts')
      .selectAll()
      .where('id', '>', after?.id ?? 0)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(secret, 'contacts', rows, (row) => `contact ${row.id}`);
}

async function* answers(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly attempt_id: string; readonly name: string }) =>
    db
      .selectFrom('answers')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('attempt_id', '>', after?.attempt_id ?? ''),
          eb.and([eb('attempt_id', '=', after?.attempt_id ?? ''), eb('name', '>', after?.name ?? '')]),
        ]),
      )
      .orderBy('attempt_id')
      .orderBy('name')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(secret, 'answers', rows, (row) => `answer '${row.name}' of attempt ${row.attempt_id}`);
}

async function* lateEnds(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly attempt_id: string; readonly hash: string }) =>
    db
      .selectFrom('late_ends')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('attempt_id', '>', after?.attempt_id ?? ''),
          eb.and([eb('attempt_id', '=', after?.attempt_id ?? ''), eb('hash', '>', after?.hash ?? '')]),
        ]),
      )
      .orderBy('attempt_id')
      .orderBy('hash')
      .limit(PAGE_ROWS)
      .execute(),
  );
  yield* stated(secret, 'late_ends', rows, (row) => `the late end of attempt ${row.attempt_id}`);
}

async function* imports(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly import_id: string }) =>
    db
      .selectFrom('imports')
      .selectAll()
      .where('import_id', '>', after?.import_id ?? '')
      .orderBy('import_id')
      .limit(PAGE_ROWS)
      .execute(),
  );
  for await (const row of rows) {
    const name = `import ${row.import_id}`;
    yield { part: 'imports', digest: rowDigest(secret, 'imports', row), name };
    if (row.done === 1)
      yield {
        part: 'import_ends',
        digest: rowDigest(secret, 'import_ends', row),
        name: `the end of ${name}`,
      };
  }
}

async function* campaigns(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const lists = await db.selectFrom('campaign_lists').selectAll().execute();
  for (const row of await db.selectFrom('campaigns').selectAll().execute()) {
    const own = lists.filter((list) => list.campaign_id === row.campaign_id).map((list) => list.list_id);
    yield {
      part: 'campaigns',
      digest: rowDigest(secret, 'campaigns', { ...row, lists: listsText(own) }),
      name: `campaign ${row.campaign_id}`,
    };
  }
}

async function* killSwitch(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  for (const row of await db.selectFrom('kill_switch').selectAll().execute())
    yield { part: 'kill_switch', digest: rowDigest(secret, 'kill_switch', row), name: 'the kill switch' };
}

async function* erasedRecords(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  const rows = paged((after?: { readonly writer: string; readonly n: number }) =>
    db
      .selectFrom('decision_records')
      .select(['writer', 'n', 'hash'])
      .where('erased_at', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('writer', '>', after?.writer ?? ''),
          eb.and([eb('writer', '=', after?.writer ?? ''), eb('n', '>', after?.n ?? 0)]),
        ]),
      )
      .orderBy('writer')
      .orderBy('n')
      .limit(PAGE_ROWS)
      .execute(),
  );
  for await (const row of rows) {
    const name = `erased record ${row.writer} ${row.n}`;
    yield { part: 'erased_records', digest: rowDigest(secret, 'erased_records', row), name };
  }
}

async function* standingOrders(db: Db, secret: StoreSecret): AsyncGenerator<RowFound> {
  for (const row of await db.selectFrom('standing_orders').selectAll().execute())
    yield {
      part: 'standing_orders',
      digest: rowDigest(secret, 'standing_orders', row),
      name: `the ${row.kind} ${row.order_id}`,
    };
}

/** The lists of a campaign, as its digest holds them. */
export function listsText(listIds: readonly string[]): string {
  return toJson<readonly string[]>([...listIds].sort());
}
