/** The attempts to a person as history entries, in the compliance module's terms. */
import { OUTCOMES, defined, utcText } from '@outdial/core';
import type { CallVoice, Outcome } from '@outdial/core';
import type { Expression, NotNull } from 'kysely';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { localTimeOf } from '../law/local-time.js';

/** Attempts read back at most, newest first; no rule looks further than weeks. */
const HISTORY_MOST = 500;

/** An entry of a person's history, as the compliance module reads it. */
export type HistoryEntry = Readonly<Record<string, unknown>>;

const selectHistory = preparedQuery(
  (db: Db, { personId, phone }: Given<{ personId: string; phone: string }>) =>
    newestOf(db, 'a.person_id', personId)
      .union(newestOf(db, 'a.phone', phone))
      .orderBy('opened_at', 'desc')
      .limit(HISTORY_MOST),
);

/** Each half is read along its own index. The return type is the builder's own. */

function newestOf(db: Db, column: 'a.person_id' | 'a.phone', value: Expression<string>) {
  const newest = db
    .selectFrom('attempts as a')
    .leftJoin('campaigns as c', 'c.campaign_id', 'a.campaign_id')
    .leftJoin('late_ends as e', 'e.attempt_id', 'a.attempt_id')
    .select([
      'a.attempt_id',
      'a.campaign_id',
      'a.lead_id',
      'a.phone',
      'a.opened_at',
      'a.dialed_at',
      'a.outcome',
      'a.refused',
      'a.agent_id',
      'a.connected_at',
      'a.voices',
      'a.purpose',
      'a.seller',
      'a.account',
      'a.callback_at',
      'c.facts as campaign_facts',
      'e.outcome as late_outcome',
      'e.refused as late_refused',
      'e.agent_id as late_agent_id',
      'e.connected_at as late_connected_at',
      'e.callback_at as late_callback_at',
    ])
    .where(column, '=', value)
    .where('a.outcome', 'is not', null)
    .$narrowType<{ outcome: NotNull }>()
    .orderBy('a.opened_at', 'desc')
    .limit(HISTORY_MOST);
  return db.selectFrom(newest.as('newest')).selectAll();
}

type AttemptRow = RowOf<typeof selectHistory>;

/** Who was called, and when their day begins. */
export interface PartyOfHistory {
  readonly personId: string;
  /** E.164. */
  readonly phone: string;
  /** IANA name, where the lead's facts name one. */
  readonly timeZone?: string | undefined;
}

/** The attempts to a person or number. */
export interface PastAttempts {
  /** Newest first, in the compliance module's terms. */
  readonly entries: readonly HistoryEntry[];
  /** The lead and the campaign of each attempt, also of those that never reached the called party. */
  readonly callers: readonly { readonly lead_id: string; readonly campaign_id: string }[];
}

/** All attempts to the person, or to the number of this call. */
export async function readPastAttempts(db: Db, party: PartyOfHistory): Promise<PastAttempts> {
  const { personId, phone, timeZone } = party;
  const rows = await selectHistory.all(db, { personId, phone });
  const entries = withLateEnds(rows)
    .map((row) => entryOf(row, timeZone))
    .filter((entry) => entry !== null);
  return { entries, callers: rows };
}

/**
 * All attempts to the person, or to the number of this call, newest first, in the compliance module's terms.
 */
export async function readHistory(db: Db, party: PartyOfHistory): Promise<readonly HistoryEntry[]> {
  return (await readPastAttempts(db, party)).entries;
}

/**
 * One row an attempt. A late end that tells of more contact than the first counts: a conversation is one
 * although the process that took the campaign over could only note its end as unknown.
 */
function withLateEnds(rows: readonly AttemptRow[]): readonly AttemptRow[] {
  if (!rows.some((row) => row.late_outcome !== null)) return rows;
  const attempts = new Map<string, AttemptRow>();
  for (const row of rows) {
    const known = attempts.get(row.attempt_id) ?? row;
    const late = row.late_outcome;
    attempts.set(row.attempt_id, {
      ...known,
      outcome: late !== null && tellsMore(late, known.outcome) ? late : known.outcome,
      refused: known.refused === 1 || row.late_refused === 1 ? 1 : 0,
      agent_id: known.agent_id ?? row.late_agent_id,
      connected_at: known.connected_at ?? row.late_connected_at,
      callback_at: row.late_callback_at ?? known.callback_at,
    });
  }
  return [...attempts.values()];
}

/** Outcomes from the most contact to the least; those that are not named come last. */
const CONTACT: readonly Outcome[] = [
  'conversation',
  'message-delivered',
  'abandoned',
  'voicemail',
  'machine',
];

function tellsMore(late: Outcome, first: Outcome): boolean {
  return rankOf(late) < rankOf(first) || (first === 'unknown' && rankOf(late) === rankOf(first));
}

function rankOf(outcome: Outcome): number {
  const rank = CONTACT.indexOf(outcome);
  return rank < 0 ? CONTACT.length : rank;
}

/** Null for attempts that never reached the called party. */
function entryOf(row: AttemptRow, timeZone: string | undefined): HistoryEntry | null {
  const outcome = row.refused === 1 ? 'refused' : OUTCOMES[row.outcome].compliance;
  if (!outcome) return null;
  const facts = parseJson(row.campaign_facts, {});
  const callback = row.callback_at;
  return defined({
    at: row.dialed_at ?? row.opened_at,
    direction: 'outbound',
    outcome,
    phone: row.phone,
    voice: voiceHeard(row),
    purpose: row.purpose ?? undefined,
    seller: row.seller ?? undefined,
    debtId: row.account ?? facts['debtId'],
    subject: facts['subject'],
    eventId: facts['eventId'],
    callbackConsent: callback === null ? undefined : { from: dateOf(callback, timeZone), single: true },
  });
}

/** An agent's voice where one had the call; else the recorded or synthetic one the call may have played. */
function voiceHeard(row: AttemptRow): CallVoice {
  if (row.connected_at !== null) return 'live';
  if (row.outcome === 'conversation' && row.agent_id !== null) return 'live';
  const voices = parseJson(row.voices, []);
  return (
    voices.find((voice) => voice === 'artificial') ??
    voices.find((voice) => voice === 'prerecorded') ??
    'live'
  );
}

/** The local date of an instant; UTC's where the zone is not known. */
export function dateOf(at: number, timeZone: string | undefined): string {
  return localTimeOf(at, timeZone ?? 'UTC')?.date ?? utcText(at, 'day');
}
