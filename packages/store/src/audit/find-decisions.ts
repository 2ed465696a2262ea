/** Finds decisions of the law: by number, lead, campaign, day or rule, the latest first. */
import type { DialMode, CallRefusal, Outcome } from '@outdial/core';
import type { Selectable } from 'kysely';
import { fromBoth } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { DecisionRecordsTable, DecisionsTable, RecordPlace } from '../database/tables.js';
import type { Store } from '../open-store.js';
import { recordOf, type DecisionRecord } from './decision-records.js';

/** Which decisions are found; all given conditions hold. A number, a lead or a campaign must be given. */
export interface DecisionSearch {
  /** E.164. */
  readonly phone?: string;
  readonly leadId?: string;
  readonly campaignId?: string;
  /** Epoch ms, inclusive. */
  readonly from?: number;
  /** Epoch ms, exclusive. */
  readonly to?: number;
  readonly allowed?: boolean;
  /** Rule of the first refusal. */
  readonly rule?: string;
  /** Continue with what is older than this decision. */
  readonly before?: Pick<FoundDecision, 'id' | 'at'>;
  readonly limit: number;
}

/** A decision whether a number may be called, and what became of the call. Personal data. */
export interface FoundDecision {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  /** E.164; null: its record was erased. */
  readonly phone: string | null;
  readonly mode: DialMode;
  readonly allowed: boolean;
  readonly refusals: readonly CallRefusal[];
  /** Epoch ms; null: the call was allowed, or waiting does not cure it. */
  readonly nextAllowedAt: number | null;
  /** How the call ended; null: none was placed, or it goes on. */
  readonly outcome: Outcome | null;
  readonly disposition: string | null;
}

/** The decisions that match, the latest first. */
export async function findDecisions(store: Store, search: DecisionSearch): Promise<FoundDecision[]> {
  const { db } = store.engine;
  const attemptIds = await attemptsOf(db, search);
  if (attemptIds?.length === 0) return [];
  const verdicts = search.allowed === undefined ? [true, false] : [search.allowed];
  const rows: Row[] = [];
  // Each verdict by itself: the index of decisions has it before the time.
  for (const allowed of verdicts)
    rows.push(
      ...(await fromBoth(
        db,
        (part) => rowsOf(part, { ...search, allowed }, attemptIds),
        ({ id }) => id,
      )),
    );
  const found = rows.sort((a, b) => b.at - a.at || b.id - a.id).slice(0, search.limit);
  return withBeside(db, found);
}

/** One decision with the records that it rests on: each question to the law, and its answer. */
export async function readDecision(
  store: Store,
  id: number,
): Promise<{ readonly decision: FoundDecision; readonly records: readonly DecisionRecord[] } | undefined> {
  const { db } = store.engine;
  const rows = await fromBoth(
    db,
    (part) => part.selectFrom('decisions').select(COLUMNS).where('id', '=', id).execute(),
    (row) => row.id,
  );
  const [decision] = await withBeside(db, rows);
  if (!decision) return undefined;
  return { decision, records: (await recordsAt(db, rows.flatMap(placesOf))).map(recordOf) };
}

const COLUMNS = [
  ...(['id', 'at', 'attempt_id', 'campaign_id', 'lead_id', 'mode', 'allowed'] as const),
  ...(['refusals', 'record'] as const),
] as const;

type Row = Pick<Selectable<DecisionsTable>, (typeof COLUMNS)[number]>;

/** The attempts to the number, or to the numbers of the lead; undefined where neither is asked for. */
async function attemptsOf(db: Db, search: DecisionSearch): Promise<readonly string[] | undefined> {
  if (search.phone === undefined && search.leadId === undefined) return undefined;
  return fromBoth(
    db,
    (part) => attemptsIn(part, search),
    (attemptId) => attemptId,
  );
}

async function attemptsIn(db: Db, { phone, leadId }: DecisionSearch): Promise<readonly string[]> {
  let records = db.selectFrom('decision_records').select('attempt_id').distinct();
  if (leadId !== undefined)
    records = records
      .where('phone', 'in', (eb) => eb.selectFrom('phones').select('phone').where('lead_id', '=', leadId))
      .where('lead_id', '=', leadId);
  if (phone !== undefined) records = records.where('phone', '=', phone);
  return (await records.execute()).map((row) => row.attempt_id);
}

function rowsOf(db: Db, search: DecisionSearch, attemptIds: readonly string[] | undefined): Promise<Row[]> {
  const { campaignId, from, to, allowed, rule, before, limit } = search;
  let rows = db.selectFrom('decisions').select(COLUMNS);
  if (attemptIds !== undefined) rows = rows.where('attempt_id', 'in', attemptIds);
  if (campaignId !== undefined) rows = rows.where('campaign_id', '=', campaignId);
  if (allowed !== undefined) rows = rows.where('allowed', '=', allowed ? 1 : 0);
  if (rule !== undefined) rows = rows.where('rule', '=', rule);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (to !== undefined) rows = rows.where('at', '<', to);
  if (before !== undefined)
    rows = rows
      .where('at', '<=', before.at)
      .where((eb) => eb.or([eb('at', '<', before.at), eb('id', '<', before.id)]));
  return rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** The places of the records of a decision; those of one that cannot be read are none. */
function placesOf({ record }: Pick<Row, 'record'>): readonly RecordPlace[] {
  try {
    return parseJson(record, {}).records ?? [];
  } catch {
    return [];
  }
}

async function recordsAt(
  db: Db,
  places: readonly RecordPlace[],
): Promise<readonly Selectable<DecisionRecordsTable>[]> {
  if (places.length === 0) return [];
  const rows = await fromBoth(
    db,
    (part) =>
      part
        .selectFrom('decision_records')
        .selectAll()
        .where((eb) =>
          eb.or(places.map(({ writer, n }) => eb.and([eb('writer', '=', writer), eb('n', '=', n)]))),
        )
        .execute(),
    ({ writer, n }) => `${writer} ${n}`,
  );
  return rows.sort((a, b) => (a.writer === b.writer ? a.n - b.n : a.writer < b.writer ? -1 : 1));
}

/** Decisions with their numbers and how their calls ended. */
async function withBeside(db: Db, rows: readonly Row[]): Promise<FoundDecision[]> {
  if (rows.length === 0) return [];
  const records = await recordsAt(
    db,
    rows.flatMap((row) => placesOf(row).slice(0, 1)),
  );
  const phones = new Map(records.map((row) => [row.attempt_id, row.erased_at === null ? row.phone : null]));
  const attemptIds = rows.map((row) => row.attempt_id);
  const attempts = await fromBoth(
    db,
    (part) =>
      part
        .selectFrom('attempts')
        .select(['attempt_id', 'outcome', 'disposition'])
        .where('attempt_id', 'in', attemptIds)
        .execute(),
    (row) => row.attempt_id,
  );
  const ends = new Map(attempts.map((row) => [row.attempt_id, row]));
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    phone: phones.get(row.attempt_id) ?? null,
    mode: row.mode,
    allowed: row.allowed === 1,
    refusals: parseJson(row.refusals, []),
    nextAllowedAt: row.allowed === 1 ? null : nextOf(row),
    outcome: ends.get(row.attempt_id)?.outcome ?? null,
    disposition: ends.get(row.attempt_id)?.disposition ?? null,
  }));
}

function nextOf({ record }: Pick<Row, 'record'>): number | null {
  try {
    return parseJson(record, {}).nextAllowedAt ?? null;
  } catch {
    return null;
  }
}
