/**
 * What a list says of persons and numbers that holds in every list: requests not to be called, deaths,
 * bankruptcies, revocations, earlier contacts. It is stored whether or not the row becomes a lead.
 */
import { defined } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import type { NewEnd } from '@outdial/lists';
import { insertStated } from '../audit/insert-stated.js';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson, toJson } from '../database/json-text.js';
import { personKey } from '../identity.js';
import { writeConsents } from '../law/consents.js';
import type { ConsentEntry } from '../law/consents.js';
import type { StoreSecret } from '../store-secret.js';
import { COMPANY, listSubjects, subjectsOfNumber } from '../law/do-not-call.js';
import { BARS_PERSON, FROM_LIST } from '../law/learned.js';
import { FLAGGED, closeNumbers, closePersons } from './closing.js';
import type { PersonsLead, WithinUpload } from './persons-lead.js';
import { numbersPersons, storeLimits } from './store-limits.js';

/** Epoch ms at which the person asked not to be called; undefined where they did not. */
function requestedAt({ lead }: PersonsLead): number | undefined {
  const at = lead.facts?.doNotCall?.internal?.requestedAt;
  return typeof at === 'number' ? at : undefined;
}

/** Before the leads are written: requests, revocations, contacts. Listed persons are then left out. */
export async function storeFactsOfPersons(
  within: WithinUpload,
  entries: readonly PersonsLead[],
  at: number,
): Promise<void> {
  const { tx, stated } = within;
  await storeRequests(within, entries, at);
  await writeConsents(
    tx,
    entries.flatMap((entry) => revocationsOf(stated.secret, entry)),
    stated,
  );
  await storeLimits(within, entries, at);
  await storeContacts(tx, entries, stated);
}

/**
 * A request not to be called ends every consent; a revocation those of its purposes, of the person and of
 * the person who is known by a number of the row alone. A request lists the numbers, which ends more.
 */
function revocationsOf(secret: StoreSecret, entry: PersonsLead): readonly ConsentEntry[] {
  const { personId, lead } = entry;
  const { consentRevokedAt: at, consentRevokedScope: scope } = lead;
  const requested = requestedAt(entry);
  const revocation = { type: 'revocation', source: FROM_LIST } as const;
  const persons = at === undefined ? [] : new Set([personId, ...numbersPersons(secret, entry)]);
  return [
    ...(requested === undefined ? [] : [{ ...revocation, personId, at: requested }]),
    ...[...persons].map((id) => defined({ ...revocation, personId: id, at: at ?? 0, scope })),
  ];
}

/** After the leads are written: persons and numbers that are never called are closed in every list. */
export async function closePersonsAndNumbers(
  within: WithinUpload,
  entries: readonly PersonsLead[],
  at: number,
): Promise<void> {
  const { tx } = within;
  await storeEnds(within, entries, at);
  const flagged = entries.flatMap(({ lead, personId }) =>
    lead.phones.flatMap(({ phone, doNotCall }) => (doNotCall === true ? [{ phone, personId }] : [])),
  );
  const open = new Set<string>();
  for (const chunk of inChunks([...new Set(flagged.map(({ phone }) => phone))])) {
    const rows = await tx
      .selectFrom('phones')
      .select(['phone', 'person_id'])
      .where('phone', 'in', chunk)
      .where('open', '=', 1)
      .execute();
    for (const row of rows) open.add(`${row.phone} ${row.person_id}`);
  }
  for (const { phone, personId } of flagged) {
    if (!open.has(`${phone} ${personId}`)) continue;
    await closeNumbers(tx, { phones: [phone], personId }, { why: FLAGGED, closedBy: 'do-not-call', at });
  }
}

/** The person and every number of the row: the law lists numbers, and numbers change. */
async function storeRequests(
  { tx, append, stated }: WithinUpload,
  entries: readonly PersonsLead[],
  now: number,
): Promise<void> {
  const requests = entries.flatMap((entry) => {
    const at = requestedAt(entry);
    if (at === undefined) return [];
    const numbers = entry.lead.phones.flatMap(({ phone }) => subjectsOfNumber(phone));
    const subjects = [personKey(entry.personId), ...numbers];
    return subjects.map((subject) => ({ subject, scope: COMPANY, at, source: FROM_LIST }));
  });
  const count = await listSubjects(tx, requests, stated);
  if (count === 0) return;

  const persons = entries.filter((entry) => requestedAt(entry) !== undefined);
  const closing = { why: 'do-not-call', closedBy: 'do-not-call', at: now } as const;
  const phones = persons.flatMap(({ lead }) => lead.phones.flatMap(({ phone }) => numberKeys(phone)));
  await closeNumbers(tx, { phones: [...new Set(phones)] }, closing);
  await closePersons(tx, [...new Set(persons.map(({ personId }) => personId))], closing);
  await append({
    at: now,
    campaignId: '',
    kind: 'do-not-call.added',
    detail: { count, scope: COMPANY, source: FROM_LIST },
  });
}

async function storeEnds(within: WithinUpload, entries: readonly PersonsLead[], now: number): Promise<void> {
  const { tx, stated } = within;
  const ends = entries.flatMap((entry) =>
    (entry.lead.ends ?? []).flatMap(({ kind, at }) =>
      endedPersons(stated.secret, entry).map((personId) => ({ personId, kind, at })),
    ),
  );
  if (ends.length === 0) return;
  const known = new Set<string>();
  for (const chunk of inChunks([...new Set(ends.map(({ personId }) => personId))])) {
    const rows = await tx
      .selectFrom('learned')
      .select(['person_id', 'kind'])
      .where('person_id', 'in', chunk)
      .where('withdrawn_at', 'is', null)
      .execute();
    for (const row of rows) known.add(`${row.person_id} ${row.kind}`);
  }
  for (const { personId, kind, at } of ends) {
    if (!known.has(`${personId} ${kind}`)) await storeEnd(within, personId, { kind, at });
    known.add(`${personId} ${kind}`);
    if (BARS_PERSON.has(kind))
      await closePersons(tx, [personId], { why: kind, closedBy: 'do-not-call', at: now });
  }
}

/** A key names the person; without one it is everyone who has a number of the row. */
function endedPersons(secret: StoreSecret, entry: PersonsLead): readonly string[] {
  const { lead, personId } = entry;
  return lead.personKey === undefined
    ? [...new Set([personId, ...numbersPersons(secret, entry)])]
    : [personId];
}

async function storeEnd(
  { tx, append, stated }: WithinUpload,
  personId: string,
  { kind, at }: NewEnd,
): Promise<void> {
  const row = { person_id: personId, phone: '', kind, at, source: FROM_LIST, attempt_id: null, detail: null };
  await insertStated(tx, stated, 'learned', [row]);
  await append({ at, campaignId: '', kind: 'fact.learned', detail: { personId, kind, source: FROM_LIST } });
}

/** A list uploaded again brings the same contacts again: each is stored once. */
async function storeContacts(tx: Tx, entries: readonly PersonsLead[], stated: StatedRows): Promise<void> {
  const contacts = entries.flatMap(({ lead, personId }) =>
    (lead.contacts ?? []).map(({ at, outcome }) => ({ personId, at, outcome })),
  );
  if (contacts.length === 0) return;
  const known = new Set<string>();
  for (const chunk of inChunks([...new Set(contacts.map(({ personId }) => personId))])) {
    const rows = await tx
      .selectFrom('contacts')
      .select(['person_id', 'at', 'entry'])
      .where('person_id', 'in', chunk)
      .where('withdrawn_at', 'is', null)
      .execute();
    for (const row of rows)
      known.add(`${row.person_id} ${row.at} ${String(parseJson(row.entry, {})['outcome'])}`);
  }
  const fresh = new Map(
    contacts.map((contact) => [`${contact.personId} ${contact.at} ${contact.outcome}`, contact] as const),
  );
  await insertStated(
    tx,
    stated,
    'contacts',
    [...fresh]
      .filter(([key]) => !known.has(key))
      .map(([, { personId, at, outcome }]) => ({
        person_id: personId,
        phone: '',
        at,
        entry: toJson<Readonly<Record<string, unknown>>>({ at, direction: 'outbound', outcome }),
        source: FROM_LIST,
      })),
  );
}
