/** Facts about persons and numbers, set by an operator or a program: journaled, and in force at once. */
import { complianceFact, defined } from '@outdial/core';
import type { ComplianceFactKind, FactName } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { keptReason } from '../database/kept-values.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';
import type { FactDetail } from './fact-detail.js';
import type { FactSubject, SubjectPerson } from './fact-subject.js';
import { learn } from './learned.js';

/** A fact to be set. */
export interface NewFact {
  readonly kind: FactName;
  /** Epoch ms from which it is so: the day of the letter, of the query, of the call. */
  readonly at: number;
  /** How it came, in words: 'letter', 'court notice'. Not a name, not a number. */
  readonly source: string;
  /** What it carries besides its date, as {@link COMPLIANCE_FACTS} says. */
  readonly detail?: FactDetail;
}

/**
 * Sets a fact of every person of a subject, in force at once: it lists, revokes and closes as the same fact
 * learned on a call does. A fact about a number needs the subject's number. The same fact is kept once.
 * Returns how many persons it is new for. @throws OutdialError `subject-missing`
 */
export async function setFact(store: Store, subject: FactSubject, fact: NewFact): Promise<number> {
  return setFacts(store, [{ subject, fact }]);
}

/** A fact with whom it is about. */
export interface FactOfSubject {
  readonly subject: FactSubject;
  readonly fact: NewFact;
}

/** {@link setFact} for several facts, in one transaction: all are set, or none. */
export async function setFacts(store: Store, facts: readonly FactOfSubject[]): Promise<number> {
  for (const { subject, fact } of facts)
    if (complianceFact(fact.kind).about === 'number' && subject.phone === null)
      throw storeError('subject-missing', {});
  return store.audit.within(async (tx, append) => {
    let added = 0;
    for (const { subject, fact } of facts) added += await setOne({ store, tx, append }, subject, fact);
    return added;
  });
}

/** The transaction in which facts are set. */
interface Within {
  readonly store: Store;
  readonly tx: Tx;
  readonly append: Append;
}

async function setOne({ store, tx, append }: Within, subject: FactSubject, fact: NewFact): Promise<number> {
  const stated = new StatedRows(store.secret);
  const persons: string[] = [];
  for (const person of subject.persons)
    if (await setForPerson(tx, person, subject.phone ?? '', fact, stated)) persons.push(person.personId);
  if (persons.length === 0) return 0;
  const { kind, at, source } = fact;
  const detail = { kind, at, source: keptReason(source), persons, ...stated.detail() };
  await append({ at: store.clock(), campaignId: '', kind: 'fact.set', detail });
  return persons.length;
}

async function setForPerson(
  tx: Tx,
  { personId, timeZone }: SubjectPerson,
  phone: string,
  fact: NewFact,
  stated: StatedRows,
): Promise<boolean> {
  const { kind, at, source, detail } = fact;
  if (!isLearned(kind)) return setContact(tx, personId, { kind, at, source }, stated);
  const text = detail ? toJson(detail) : null;
  const known = await selectSame.all(tx, { personId, kind, at });
  const ofNumber = complianceFact(kind).about === 'number' ? phone : '';
  if (known.some((row) => row.phone === ofNumber && row.detail === text)) return false;
  await learn(tx, { personId, phone, timeZone }, defined({ kind, at, source, detail }), stated);
  return true;
}

/** Facts that are contacts are kept among the contacts. */
function isLearned(kind: FactName): kind is ComplianceFactKind {
  return complianceFact(kind).disposition;
}

const selectSame = preparedQuery(
  (db: Db, { personId, kind, at }: Given<{ personId: string; kind: ComplianceFactKind; at: number }>) =>
    db
      .selectFrom('learned')
      .select(['phone', 'detail'])
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('at', '=', at)
      .where('withdrawn_at', 'is', null),
);

/** What a contact that was entered is called in a history. */
export const CONTACT_OUTCOMES: Readonly<Record<string, 'conversation' | 'unknown'>> = {
  conversation: 'conversation',
  'past-call': 'unknown',
};

async function setContact(
  tx: Tx,
  personId: string,
  { kind, at, source }: NewFact,
  stated: StatedRows,
): Promise<boolean> {
  const entry = toJson<Readonly<Record<string, unknown>>>({
    at,
    direction: 'outbound',
    outcome: CONTACT_OUTCOMES[kind] ?? 'unknown',
  });
  const known = await tx
    .selectFrom('contacts')
    .select('id')
    .where('person_id', '=', personId)
    .where('at', '=', at)
    .where('entry', '=', entry)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (known) return false;
  const row = { person_id: personId, phone: '', at, entry, source: keptReason(source) };
  await insertStated(tx, stated, 'contacts', [row]);
  return true;
}
