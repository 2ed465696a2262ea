/** The attempts to a person as history entries, in the compliance module's terms. */
import { OUTCOMES, defined, localTimeOf, utcText } from '@outdial/core';
import type { CallVoice, Outcome } from '@outdial/core';
import { parseJson } from '../database/json-text.js';
import type { CampaignsTable, Flag } from '../database/tables.js';
import type { AttemptRow } from './attempt-row.js';

/** Attempts read back at most, newest first; no rule looks further than weeks. */
export const HISTORY_MOST: number = 500;

/** An entry of a person's history, as the compliance module reads it. */
export type HistoryEntry = Readonly<Record<string, unknown>>;

/** An attempt as it is read back, once for each of its late ends. */
export type PastAttempt = Pick<
  AttemptRow,
  | 'attempt_id'
  | 'campaign_id'
  | 'lead_id'
  | 'phone'
  | 'opened_at'
  | 'mode'
  | 'dialed_at'
  | 'refused'
  | 'agent_id'
  | 'connected_at'
  | 'voices'
  | 'purpose'
  | 'seller'
  | 'account'
  | 'callback_at'
> & {
  readonly outcome: Outcome;
  readonly campaign_facts: CampaignsTable['facts'] | null;
  readonly late_outcome: Outcome | null;
  readonly late_refused: Flag | null;
  readonly late_agent_id: string | null;
  readonly late_connected_at: number | null;
  readonly late_callback_at: number | null;
};

/**
 * Attempts to a person and to a number, read newest first each, as history entries: newest first, in the
 * compliance module's terms. `timeZone`: IANA name, where the lead's facts name one, for when days begin.
 */
export function historyOf(
  attempts: readonly PastAttempt[],
  timeZone: string | undefined,
): readonly HistoryEntry[] {
  const newest = [...attempts].sort((a, b) => b.opened_at - a.opened_at).slice(0, HISTORY_MOST);
  return withLateEnds(newest)
    .map((row) => entryOf(row, timeZone))
    .filter((entry) => entry !== null);
}

/**
 * One row an attempt. A late end that tells of more contact than the first counts: a conversation is one
 * although the process that took the campaign over could only note its end as unknown.
 */
function withLateEnds(rows: readonly PastAttempt[]): readonly PastAttempt[] {
  if (!rows.some((row) => row.late_outcome !== null)) return rows;
  const attempts = new Map<string, PastAttempt>();
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

/** Null for attempts that never reached the called party, and for callers whom nobody talked to. */
function entryOf(row: PastAttempt, timeZone: string | undefined): HistoryEntry | null {
  const outcome = row.refused === 1 ? 'refused' : OUTCOMES[row.outcome].compliance;
  if (!outcome) return null;
  const cameIn = row.mode === 'inbound';
  if (cameIn && row.connected_at === null) return null;
  const facts = parseJson(row.campaign_facts, {});
  const callback = row.callback_at;
  return defined({
    at: row.dialed_at ?? row.opened_at,
    direction: cameIn ? 'inbound' : 'outbound',
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
function voiceHeard(row: PastAttempt): CallVoice {
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
