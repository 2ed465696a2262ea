import { OUTCOMES, utcText } from '@outdial/core';
import type { Outcome, Voice } from '@outdial/core';
import { parseJson } from '../parse-json.js';
import { query } from '../database/statements.js';
import type { Db } from '../database/engine.js';
import { localTimeOf } from '../law/local-time.js';

/** Attempts read back at most, newest first; no rule looks further than weeks. */
const HISTORY_MOST = 500;

export type HistoryEntry = Readonly<Record<string, unknown>>;

interface AttemptRow {
  attempt_id: string;
  phone: string;
  opened_at: number;
  dialed_at: number | null;
  outcome: string;
  refused: number;
  agent_id: string | null;
  connected_at: number | null;
  voices: string;
  purpose: string | null;
  seller: string | null;
  account: string | null;
  callback_at: number | null;
  campaign_facts: string | null;
}

const COLUMNS =
  'a.attempt_id, a.phone, a.opened_at, a.dialed_at, a.outcome, a.refused, a.agent_id, a.connected_at, a.voices, a.purpose, a.seller, a.account, a.callback_at, c.facts as campaign_facts';

/**
 * All attempts to the person, or to the number whoever has it, newest first, in the compliance module's
 * words.
 */
export async function readHistory(
  db: Db,
  party: { readonly personId: string; readonly phone: string; readonly timeZone?: string | undefined },
): Promise<HistoryEntry[]> {
  const one = (column: string): string =>
    `select * from (select ${COLUMNS} from attempts a left join campaigns c on c.campaign_id = a.campaign_id where a.${column} = ? and a.outcome is not null order by a.opened_at desc limit ${HISTORY_MOST}) by_${column}`;
  const rows = await query<AttemptRow>(
    db,
    `${one('person_id')} union ${one('phone')} order by opened_at desc limit ${HISTORY_MOST}`,
    [party.personId, party.phone],
  );
  return rows.map((row) => entryOf(row, party.timeZone)).filter((entry) => entry !== null);
}

/** Null for attempts that never reached the called party. */
function entryOf(row: AttemptRow, timeZone: string | undefined): HistoryEntry | null {
  const meaning = OUTCOMES[row.outcome as Outcome] as (typeof OUTCOMES)[Outcome] | undefined;
  const outcome = row.refused === 1 ? 'refused' : meaning?.compliance;
  if (!outcome) return null;
  const facts = parseJson<Record<string, string>>(row.campaign_facts, {});
  const debtId = row.account ?? facts['debtId'];
  const callback = row.callback_at;
  return {
    at: row.dialed_at ?? row.opened_at,
    direction: 'outbound',
    outcome,
    phone: row.phone,
    voice: voiceHeard(row),
    ...(row.purpose === null ? {} : { purpose: row.purpose }),
    ...(row.seller === null ? {} : { seller: row.seller }),
    ...(debtId === undefined ? {} : { debtId }),
    ...(facts['subject'] === undefined ? {} : { subject: facts['subject'] }),
    ...(facts['eventId'] === undefined ? {} : { eventId: facts['eventId'] }),
    ...(callback === null ? {} : { callbackConsent: { from: dateOf(callback, timeZone), single: true } }),
  };
}

/** An agent's voice where one had the call; else the recorded or synthetic one the call may have played. */
function voiceHeard(row: AttemptRow): Voice {
  if (row.connected_at !== null) return 'live';
  const voices = parseJson<Voice[]>(row.voices, []);
  if (row.outcome === 'conversation' && row.agent_id !== null) return 'live';
  return (
    voices.find((voice) => voice === 'artificial') ??
    voices.find((voice) => voice === 'prerecorded') ??
    'live'
  );
}

/** The local date of a promised callback; UTC's where the zone is not known. */
function dateOf(at: number, timeZone: string | undefined): string {
  return localTimeOf(at, timeZone ?? 'UTC')?.date ?? utcText(at, 'day');
}
