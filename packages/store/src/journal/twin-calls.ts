/** Reads the calls of a campaign to a person and to numbers, with the lead behind each call as it stands. */
import { MODES_BESIDE_LISTS } from '@outdial/core';
import type { Expression, Selectable } from 'kysely';
import type { Db } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AttemptsTable, LeadsTable } from '../database/tables.js';
import type { LeadNumber } from '../leads/lead-row.js';

/** Calls read at most, newest first, of a person and of their numbers. */
const CALLS_MOST = 200;

/**
 * The joins are outer ones and the campaign is compared afterwards: either database then begins with the
 * index on the number or the person. The return type is the builder's own.
 */

function callsFor(db: Db, campaignId: Expression<string>) {
  return db
    .selectFrom('attempts as a')
    .leftJoin('leads as l', 'l.lead_id', 'a.lead_id')
    .leftJoin('campaign_lists as c', (join) =>
      join.onRef('c.list_id', '=', 'l.list_id').on('c.campaign_id', '=', campaignId),
    )
    .leftJoin('phones as p', (join) =>
      join.onRef('p.lead_id', '=', 'a.lead_id').onRef('p.phone', '=', 'a.phone'),
    )
    .select([
      'a.attempt_id',
      'a.campaign_id',
      'a.lead_id',
      'a.person_id',
      'a.phone',
      'a.opened_at',
      'a.dialed_at',
      'a.outcome',
      'a.result',
      'c.campaign_id as dialing_campaign',
      'l.entry',
      'l.state',
      'l.closed_by',
      'l.why',
      'l.reason',
      'l.next_dialable_at',
      'p.open',
    ])
    .where('a.outcome', 'is not', null)
    .where('a.mode', 'not in', MODES_BESIDE_LISTS)
    .orderBy('a.opened_at', 'desc')
    .limit(CALLS_MOST);
}

const selectOfPerson = preparedQuery(
  (db: Db, { campaignId, personId }: Given<{ campaignId: string; personId: string }>) =>
    callsFor(db, campaignId).where('a.person_id', '=', personId),
);

const selectToNumbers = preparedQuery(
  (db: Db, { campaignId, phones }: Given<{ campaignId: string; phones: readonly string[] }>) =>
    callsFor(db, campaignId).where('a.phone', 'in', phones),
);

/** A call with its lead as it stands now. */
export type TwinCall = Pick<
  Selectable<AttemptsTable>,
  | 'attempt_id'
  | 'campaign_id'
  | 'lead_id'
  | 'person_id'
  | 'phone'
  | 'opened_at'
  | 'dialed_at'
  | 'outcome'
  | 'result'
> &
  OrNull<
    Pick<Selectable<LeadsTable>, 'entry' | 'state' | 'closed_by' | 'why' | 'reason' | 'next_dialable_at'>
  > &
  OrNull<Pick<LeadNumber, 'open'>> & { readonly dialing_campaign: string | null };

/** The columns of an outer join: null where nothing was found. */
type OrNull<Row> = { [Column in keyof Row]: Row[Column] | null };

/**
 * Ended calls of the campaign through leads of its lists: to the person, or to one of the numbers. Newest
 * first.
 */
export async function readTwinCalls(
  db: Db,
  party: {
    readonly campaignId: string;
    readonly personId: string;
    readonly phones: readonly Pick<LeadNumber, 'phone'>[];
  },
): Promise<readonly TwinCall[]> {
  const { campaignId, personId } = party;
  const phones = party.phones.map(({ phone }) => phone);
  const calls = new Map<string, TwinCall>();
  for (const row of [
    ...(await selectOfPerson.all(db, { campaignId, personId })),
    ...(await selectToNumbers.all(db, { campaignId, phones })),
  ])
    calls.set(row.attempt_id, row);
  return [...calls.values()]
    .filter((row) => row.campaign_id === campaignId && row.dialing_campaign !== null && wasPlaced(row))
    .sort((a, b) => b.opened_at - a.opened_at);
}

function wasPlaced({ outcome, dialed_at: dialedAt }: TwinCall): boolean {
  return outcome !== 'cancelled' || dialedAt !== null;
}
