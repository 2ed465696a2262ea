/** What the store knows of a number and its person, read in one statement. */
import type { AliasableExpression, Nullable } from 'kysely';
import type { ComplianceFactKind } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { jsonObject } from '../database/json-object.js';
import type { JsonText } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import type { ConsentRow } from '../law/consents.js';
import { COMPANY } from '../law/do-not-call.js';
import type { FactDetail } from '../law/fact-detail.js';
import type { StoreSecret } from '../store-secret.js';
import { HISTORY_MOST } from './history.js';
import type { HistoryEntry, PastAttempt } from './history.js';

/** A fact learned on a call or entered by an operator. */
export interface LearnedRow {
  readonly kind: ComplianceFactKind;
  readonly phone: string;
  readonly at: number;
  readonly source: string;
  readonly detail: JsonText<FactDetail> | null;
}

/** What the store knows, each kind from the oldest to the newest. */
export interface KnownFacts {
  /** Epoch ms of the first request not to be called that is in force; undefined when there is none. */
  readonly requestedAt: number | undefined;
  readonly consents: readonly ConsentRow[];
  readonly learned: readonly LearnedRow[];
  /** Contacts other than our attempts. */
  readonly contacts: readonly HistoryEntry[];
  /** Ended attempts to the person or to the number, once for each late end. */
  readonly attempts: readonly PastAttempt[];
}

/** Of whom, and for which campaign. */
export interface KnownFactsOf {
  readonly personId: string;
  /** E.164. */
  readonly phone: string;
  readonly campaignId: string;
}

type Kind = 'request' | 'consent' | 'learned' | 'contact' | 'attempt';

/** What a row of the statement holds beside its instant: nothing in a request not to be called. */
type Data = JsonText<unknown> | null;

interface KnownParameters {
  readonly personId: string;
  /** The person of the call, and the one who is only known by the number. */
  readonly persons: readonly string[];
  readonly phone: string;
  readonly subjects: readonly string[];
  readonly scopes: readonly string[];
}

/**
 * One statement for all of it: an attempt is opened between two calls, and every round trip to the database
 * counts. What a row holds is an object of JSON, because columns cost even where there is no row.
 */
const selectKnown = preparedQuery((db: Db, given: Given<KnownParameters>) =>
  requestsOf(db, given)
    .unionAll(consentsOf(db, given))
    .unionAll(learnedOf(db, given))
    .unionAll(contactsOf(db).where('person_id', '=', given.personId))
    .unionAll(contactsOf(db).where('phone', '=', given.phone).where('person_id', '<>', given.personId))
    .unionAll(newest(db, endedAttempts(db).where('a.person_id', '=', given.personId)))
    .unionAll(
      newest(
        db,
        endedAttempts(db).where('a.phone', '=', given.phone).where('a.person_id', '<>', given.personId),
      ),
    ),
);

// The return types of the parts are the builder's own; naming them would repeat the statements.

function requestsOf(db: Db, given: Given<KnownParameters>) {
  return db
    .selectFrom('do_not_call')
    .select((eb) => ['at', eb.val<Kind>('request').as('kind'), eb.lit(null).$castTo<Data>().as('data')])
    .where('subject', 'in', given.subjects)
    .where('scope', 'in', given.scopes);
}

function consentsOf(db: Db, given: Given<KnownParameters>) {
  return db
    .selectFrom('consents')
    .select((eb) => [
      'at',
      eb.val<Kind>('consent').as('kind'),
      jsonObject<Database, 'consents', ConsentRow>(eb, {
        phone: eb.ref('phone'),
        type: eb.ref('type'),
        at: eb.ref('at'),
        scope: eb.ref('scope'),
        sellers: eb.ref('sellers'),
        expiresAt: eb.ref('expires_at'),
        evidence: eb.ref('evidence'),
        address: eb.ref('address'),
        certificateId: eb.ref('certificate_id'),
      })
        .$castTo<Data>()
        .as('data'),
    ])
    .where('person_id', 'in', given.persons)
    .where('withdrawn_at', 'is', null);
}

function learnedOf(db: Db, given: Given<KnownParameters>) {
  return db
    .selectFrom('learned')
    .select((eb) => [
      'at',
      eb.val<Kind>('learned').as('kind'),
      jsonObject<Database, 'learned', LearnedRow>(eb, {
        kind: eb.ref('kind'),
        phone: eb.ref('phone'),
        at: eb.ref('at'),
        source: eb.ref('source'),
        detail: eb.ref('detail'),
      })
        .$castTo<Data>()
        .as('data'),
    ])
    .where('person_id', 'in', given.persons)
    .where('withdrawn_at', 'is', null);
}

function contactsOf(db: Db) {
  return db
    .selectFrom('contacts')
    .select((eb) => ['at', eb.val<Kind>('contact').as('kind'), eb.ref('entry').$castTo<Data>().as('data')])
    .where('withdrawn_at', 'is', null);
}

function endedAttempts(db: Db) {
  return db
    .selectFrom('attempts as a')
    .leftJoin('campaigns as c', 'c.campaign_id', 'a.campaign_id')
    .leftJoin('late_ends as e', 'e.attempt_id', 'a.attempt_id')
    .select((eb) => [
      'a.opened_at as at',
      eb.val<Kind>('attempt').as('kind'),
      jsonObject<PastTables, 'a' | 'c' | 'e', PastAttempt>(eb, {
        attempt_id: eb.ref('a.attempt_id'),
        campaign_id: eb.ref('a.campaign_id'),
        lead_id: eb.ref('a.lead_id'),
        phone: eb.ref('a.phone'),
        opened_at: eb.ref('a.opened_at'),
        mode: eb.ref('a.mode'),
        dialed_at: eb.ref('a.dialed_at'),
        outcome: eb.ref('a.outcome').$notNull(),
        refused: eb.ref('a.refused'),
        agent_id: eb.ref('a.agent_id'),
        connected_at: eb.ref('a.connected_at'),
        voices: eb.ref('a.voices'),
        purpose: eb.ref('a.purpose'),
        seller: eb.ref('a.seller'),
        account: eb.ref('a.account'),
        callback_at: eb.ref('a.callback_at'),
        campaign_facts: eb.ref('c.facts'),
        late_outcome: eb.ref('e.outcome'),
        late_refused: eb.ref('e.refused'),
        late_agent_id: eb.ref('e.agent_id'),
        late_connected_at: eb.ref('e.connected_at'),
        late_callback_at: eb.ref('e.callback_at'),
      })
        .$castTo<Data>()
        .as('data'),
    ])
    .where('a.outcome', 'is not', null)
    .orderBy('a.opened_at', 'desc')
    .limit(HISTORY_MOST);
}

/** Tables of ended attempts by alias. */
type PastTables = Database & {
  a: Database['attempts'];
} & { c: Nullable<Database['campaigns']> } & { e: Nullable<Database['late_ends']> };

/** Its own order and limit, within a union. */
function newest(db: Db, attempts: AliasableExpression<{ at: number; kind: Kind; data: Data }>) {
  return db.selectFrom(attempts.as('newest')).select(['at', 'kind', 'data']);
}

/**
 * Reads what is known. Requests count when they are the company's or of the campaign; what was recorded of
 * the number alone, before any list named its person, counts for the person, too.
 */
export async function readKnownFacts(
  db: Db,
  secret: StoreSecret,
  { personId, phone, campaignId }: KnownFactsOf,
): Promise<KnownFacts> {
  const rows = await selectKnown.all(db, {
    personId,
    persons: [personId, secret.personIdOf({ phone })],
    phone,
    subjects: [numberKey(phone), personKey(personId)],
    scopes: [COMPANY, campaignId],
  });
  rows.sort((a, b) => a.at - b.at);
  return {
    requestedAt: rows.find(({ kind }) => kind === 'request')?.at,
    consents: dataOf<ConsentRow>(rows, 'consent'),
    learned: dataOf<LearnedRow>(rows, 'learned'),
    contacts: dataOf<HistoryEntry>(rows, 'contact'),
    attempts: dataOf<PastAttempt>(rows, 'attempt'),
  };
}

function dataOf<Value>(rows: readonly { readonly kind: Kind; readonly data: Data }[], of: Kind): Value[] {
  return rows.flatMap(({ kind, data }) => (kind === of && data !== null ? [JSON.parse(data) as Value] : []));
}
