/**
 * What a list says of persons and numbers that holds in every list: requests not to be called, deaths,
 * bankruptcies, revocations, earlier contacts. It is stored whether or not the row becomes a lead.
 */
import { defined } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import type { NewEnd, NewLead } from '@outdial/lists';
import type { Append } from '../audit/chain.js';
import { insertStated } from '../audit/insert-stated.js';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson, toJson } from '../database/json-text.js';
import { personKey } from '../identity.js';
import { writeConsents } from '../law/consents.js';
import type { ConsentEntry } from '../law/consents.js';
import { COMPANY, listSubjects, subjectsOfNumber } from '../law/do-not-call.js';
import { BARS_PERSON } from '../law/learned.js';
import { FLAGGED, closeNumbers, closePersons } from './closing.js';

/** A lead of an upload with the person it is of. */
export interface PersonsLead {
  readonly lead: NewLead;
  readonly personId: string;
}

/** The transaction of an upload, and the audit trail's part of it. */
export interface WithinUpload {
  readonly tx: Tx;
  readonly append: Append;
  /** Gathers what law and reports count of the rows written, for the audit entry of the transaction. */
  readonly stated: StatedRows;
}

const SOURCE = 'import';

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
  await writeConsents(tx, entries.flatMap(revocationsOf), stated);
  await storeContacts(tx, entries, stated);
}

/** A request not to be called ends every consent; a revocation those of its purposes. */
function revocationsOf(entry: PersonsLead): readonly ConsentEntry[] {
  const { personId, lead } = entry;
  const requested = requestedAt(entry);
  const revocation = { personId, type: 'revocation', source: SOURCE } as const;
  return [
    ...(requested === undefined ? [] : [{ ...revocation, at: requested }]),
    ...(lead.consentRevokedAt === undefined
      ? []
      : [defined({ ...revocation, at: lead.consentRevokedAt, scope: lead.consentRevokedScope })]),
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
    return subjects.map((subject) => ({ subject, scope: COMPANY, at, source: SOURCE }));
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
    detail: { count, scope: COMPANY, source: SOURCE },
  });
}

async function storeEnds(within: WithinUpload, entries: readonly PersonsLead[], now: number): Promise<void> {
  const { tx } = within;
  const ends = entries.flatMap(({ lead, personId }) =>
    (lead.ends ?? []).map(({ kind, at }) => ({ personId, kind, at })),
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

async function storeEnd(
  { tx, append, stated }: WithinUpload,
  personId: string,
  { kind, at }: NewEnd,
): Promise<void> {
  const row = { person_id: personId, phone: '', kind, at, source: SOURCE, attempt_id: null, detail: null };
  await insertStated(tx, stated, 'learned', [row]);
  await append({ at, campaignId: '', kind: 'fact.learned', detail: { personId, kind, source: SOURCE } });
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
        source: SOURCE,
      })),
  );
}
