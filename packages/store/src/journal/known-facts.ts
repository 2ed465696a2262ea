/** What the store knows of a number and its person apart from our own attempts, read in one statement. */
import { expressionBuilder } from 'kysely';
import type { AliasedExpression } from 'kysely';
import type { ComplianceFactKind } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { ConsentType, Database } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import type { ConsentRow } from '../law/consents.js';
import { COMPANY } from '../law/do-not-call.js';
import type { FactDetail } from '../law/fact-detail.js';
import type { StoreSecret } from '../store-secret.js';
import type { HistoryEntry } from './history.js';

/** A fact learned on a call or entered by an operator. */
export interface LearnedRow {
  readonly kind: ComplianceFactKind;
  readonly phone: string;
  readonly at: number;
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
}

/** Of whom, and for which campaign. */
export interface KnownFactsOf {
  readonly personId: string;
  /** E.164. */
  readonly phone: string;
  readonly campaignId: string;
}

/** A row of the statement. The columns of one kind are filled; none in a request not to be called. */
interface KnownRow {
  readonly at: number;
  readonly phone: string;
  readonly type: ConsentType | null;
  readonly scope: JsonText<readonly string[]> | null;
  readonly sellers: JsonText<readonly string[]> | null;
  readonly expiresAt: number | null;
  readonly evidence: string | null;
  readonly address: string | null;
  readonly certificateId: string | null;
  readonly kind: ComplianceFactKind | null;
  readonly detail: JsonText<FactDetail> | null;
  readonly entry: JsonText<HistoryEntry> | null;
}

/** A column of the statement that a kind of row leaves empty. */
function empty<Name extends keyof KnownRow>(name: Name): AliasedExpression<KnownRow[Name], Name> {
  return expressionBuilder<Database>().lit(null).$castTo<KnownRow[Name]>().as(name);
}

const NO_CONSENT = [
  empty('type'),
  empty('scope'),
  empty('sellers'),
  empty('expiresAt'),
  empty('evidence'),
  empty('address'),
  empty('certificateId'),
] as const;
const NOTHING_LEARNED = [empty('kind'), empty('detail')] as const;
const NO_CONTACT = empty('entry');

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
 * counts.
 */
const selectKnown = preparedQuery((db: Db, given: Given<KnownParameters>) => {
  const requests = db
    .selectFrom('do_not_call')
    .select((eb) => ['at', eb.val('').as('phone'), ...NO_CONSENT, ...NOTHING_LEARNED, NO_CONTACT])
    .where('subject', 'in', given.subjects)
    .where('scope', 'in', given.scopes);
  const consents = db
    .selectFrom('consents')
    .select((eb) => [
      'at',
      'phone',
      eb.ref('type').$castTo<KnownRow['type']>().as('type'),
      'scope',
      'sellers',
      'expires_at as expiresAt',
      'evidence',
      'address',
      'certificate_id as certificateId',
      ...NOTHING_LEARNED,
      NO_CONTACT,
    ])
    .where('person_id', 'in', given.persons)
    .where('withdrawn_at', 'is', null);
  const learned = db
    .selectFrom('learned')
    .select((eb) => [
      'at',
      'phone',
      ...NO_CONSENT,
      eb.ref('kind').$castTo<KnownRow['kind']>().as('kind'),
      'detail',
      NO_CONTACT,
    ])
    .where('person_id', 'in', given.persons)
    .where('withdrawn_at', 'is', null);
  const contacts = db
    .selectFrom('contacts')
    .select((eb) => [
      'at',
      eb.val('').as('phone'),
      ...NO_CONSENT,
      ...NOTHING_LEARNED,
      eb.ref('entry').$castTo<KnownRow['entry']>().as('entry'),
    ])
    .where('withdrawn_at', 'is', null);
  return requests
    .unionAll(consents)
    .unionAll(learned)
    .unionAll(contacts.where('person_id', '=', given.personId))
    .unionAll(contacts.where('phone', '=', given.phone).where('person_id', '<>', given.personId));
});

/**
 * Reads what is known. Requests count when they are the company's or of the campaign; what was recorded of
 * the number alone, before any list named its person, counts for the person, too.
 */
export async function readKnownFacts(
  db: Db,
  secret: StoreSecret,
  { personId, phone, campaignId }: KnownFactsOf,
): Promise<KnownFacts> {
  const rows: KnownRow[] = await selectKnown.all(db, {
    personId,
    persons: [personId, secret.personIdOf({ phone })],
    phone,
    subjects: [numberKey(phone), personKey(personId)],
    scopes: [COMPANY, campaignId],
  });
  let requestedAt: number | undefined;
  const consents: ConsentRow[] = [];
  const learned: LearnedRow[] = [];
  const contacts: HistoryEntry[] = [];
  for (const row of rows.sort((a, b) => a.at - b.at)) {
    if (row.type !== null) consents.push({ ...row, type: row.type });
    else if (row.kind !== null) learned.push({ ...row, kind: row.kind });
    else if (row.entry !== null) contacts.push(parseJson(row.entry, {}));
    else requestedAt ??= row.at;
  }
  return { requestedAt, consents, learned, contacts };
}
