/** The consent ledger read back: of a person, of a list, as questions to the reassigned-numbers database. */
import { isoInstant } from '@outdial/core';
import { writeCsvRow } from '@outdial/lists';
import type { Selectable } from 'kysely';
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import type { ConsentType, ConsentsTable } from '../database/tables.js';
import type { FactSubject } from '../law/fact-subject.js';
import type { Store } from '../open-store.js';

/** A grant or revocation on file. Instants are epoch ms. Personal data. */
export interface ConsentOnFile {
  readonly personId: string;
  /** E.164; null: all numbers of the person. */
  readonly phone: string | null;
  readonly type: ConsentType;
  readonly at: number;
  /** Purposes; null: all. */
  readonly scope: readonly string[] | null;
  /** Sellers; null: any. */
  readonly sellers: readonly string[] | null;
  /** The form with its version, a recording. */
  readonly form: string | null;
  /** From where it was given. */
  readonly address: string | null;
  readonly certificateId: string | null;
  /** From then on it does not count; null: it has no end. */
  readonly expiresAt: number | null;
  readonly source: string;
  readonly withdrawnAt: number | null;
  readonly withdrawnWhy: string | null;
}

/** Grants and revocations of a subject, oldest first, withdrawn ones too. */
export async function readConsents(store: Store, subject: FactSubject): Promise<readonly ConsentOnFile[]> {
  const { phone, persons } = subject;
  const phones = phone === null ? persons.flatMap((person) => person.phones) : [phone];
  const all = await consentsOf(store.engine.db, [
    ...persons.map(({ personId }) => personId),
    ...phones.map((of) => store.secret.personIdOf({ phone: of })),
  ]);
  return phone === null ? all : all.filter((consent) => consent.phone === null || consent.phone === phone);
}

async function consentsOf(db: Db, personIds: readonly string[]): Promise<readonly ConsentOnFile[]> {
  const consents: ConsentOnFile[] = [];
  for (const chunk of inChunks([...new Set(personIds)])) {
    const rows = await db.selectFrom('consents').selectAll().where('person_id', 'in', chunk).execute();
    consents.push(...rows.map(onFile));
  }
  return consents.sort((a, b) => a.at - b.at);
}

function onFile(row: Selectable<ConsentsTable>): ConsentOnFile {
  return {
    personId: row.person_id,
    phone: row.phone === '' ? null : row.phone,
    type: row.type,
    at: row.at,
    scope: row.scope === null ? null : parseJson(row.scope, []),
    sellers: row.sellers === null ? null : parseJson(row.sellers, []),
    form: row.evidence,
    address: row.address,
    certificateId: row.certificate_id,
    expiresAt: row.expires_at,
    source: row.source,
    withdrawnAt: row.withdrawn_at,
    withdrawnWhy: row.withdrawn_why,
  };
}

const PAGE = 500;

/** A lead with its numbers in dial order. */
interface LeadOfPage {
  readonly leadId: string;
  readonly personId: string;
  readonly phones: readonly string[];
}

/** The leads of a list page by page; `isOpen`: only open ones, with their open numbers. */
async function* leadsOf(db: Db, listId: string, isOpen: boolean): AsyncGenerator<readonly LeadOfPage[]> {
  for (let after = ''; ;) {
    const leads = await db
      .selectFrom('leads')
      .select(['lead_id', 'person_id'])
      .where('list_id', '=', listId)
      .where('lead_id', '>', after)
      .$if(isOpen, (query) => query.where('state', '<>', 'closed'))
      .orderBy('lead_id')
      .limit(PAGE)
      .execute();
    const ids = leads.map(({ lead_id }) => lead_id);
    const phones =
      ids.length === 0
        ? []
        : await db
            .selectFrom('phones')
            .select(['lead_id', 'phone'])
            .where('lead_id', 'in', ids)
            .$if(isOpen, (query) => query.where('open', '=', 1))
            .orderBy('position')
            .execute();
    yield leads.map(({ lead_id, person_id }) => ({
      leadId: lead_id,
      personId: person_id,
      phones: phones.filter((row) => row.lead_id === lead_id).map(({ phone }) => phone),
    }));
    await breathe();
    after = ids.at(-1) ?? '';
    if (leads.length < PAGE) return;
  }
}

const COLUMNS = [
  ...['number', 'lead', 'type', 'date', 'purposes', 'sellers', 'form', 'address', 'certificate'],
  ...['expires', 'source', 'withdrawn', 'withdrawn why'],
];

/** The ledger of a list as CSV, which `consents import` reads again. Memory use is constant. */
export async function* exportConsents(store: Store, listId: string): AsyncGenerator<string> {
  const { db } = store.engine;
  yield writeCsvRow(COLUMNS);
  for await (const page of leadsOf(db, listId, false)) {
    const consents = await consentsOfLeads(store, page);
    yield page
      .flatMap(({ leadId }) => (consents.get(leadId) ?? []).map((one) => lineOf(leadId, one)))
      .join('');
  }
}

/**
 * The entries of numbers that no lead of the store has, as lines without a header: given before their list
 * came, or kept after it went. Memory use is constant.
 */
export async function* exportUnlistedConsents(store: Store): AsyncGenerator<string> {
  const { db } = store.engine;
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('consents')
      .select('person_id')
      .distinct()
      .where('person_id', '>', after)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('leads')
              .select('leads.lead_id')
              .whereRef('leads.person_id', '=', 'consents.person_id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('phones').select('phones.lead_id').whereRef('phones.phone', '=', 'consents.phone'),
          ),
        ),
      )
      .orderBy('person_id')
      .limit(PAGE)
      .execute();
    const personIds = rows.map(({ person_id }) => person_id);
    yield (await consentsOf(db, personIds)).map((one) => lineOf('', one)).join('');
    await breathe();
    after = personIds.at(-1) ?? '';
    if (rows.length < PAGE) return;
  }
}

function lineOf(leadId: string, consent: ConsentOnFile): string {
  return writeCsvRow([
    consent.phone ?? '',
    leadId,
    consent.type,
    instant(consent.at),
    consent.scope?.join('; ') ?? '',
    consent.sellers?.join('; ') ?? '',
    consent.form ?? '',
    consent.address ?? '',
    consent.certificateId ?? '',
    instant(consent.expiresAt),
    consent.source,
    instant(consent.withdrawnAt),
    consent.withdrawnWhy ?? '',
  ]);
}

function instant(at: number | null): string {
  return at === null ? '' : isoInstant(at);
}

async function consentsOfLeads(
  { engine: { db }, secret }: Store,
  leads: readonly LeadOfPage[],
): Promise<ReadonlyMap<string, readonly ConsentOnFile[]>> {
  const persons = (lead: LeadOfPage): readonly string[] => [
    lead.personId,
    ...lead.phones.map((phone) => secret.personIdOf({ phone })),
  ];
  const all = await consentsOf(db, leads.flatMap(persons));
  return new Map(
    leads.map((lead) => {
      const own = new Set(persons(lead));
      return [lead.leadId, all.filter(({ personId }) => own.has(personId))];
    }),
  );
}

/** A question to the reassigned-numbers database: was the number given up after this instant? */
export interface ReassignedQuery {
  /** E.164. */
  readonly phone: string;
  /** Epoch ms of the last consent that is in force. */
  readonly consentAt: number;
}

/**
 * The open numbers of a list's open leads that have consent in force at an instant, each with the day of the
 * last. Numbers without consent have nothing to ask. Memory use is constant.
 */
export async function* readReassignedQueries(
  store: Store,
  listId: string,
  at: number,
): AsyncGenerator<ReassignedQuery> {
  const { db } = store.engine;
  for await (const page of leadsOf(db, listId, true)) {
    const consents = await consentsOfLeads(store, page);
    for (const { leadId, phones } of page)
      for (const phone of phones) {
        const consentAt = lastInForce(consents.get(leadId) ?? [], phone, at);
        if (consentAt !== null) yield { phone, consentAt };
      }
  }
}

function lastInForce(consents: readonly ConsentOnFile[], phone: string, at: number): number | null {
  const own = consents.filter(
    (one) => one.withdrawnAt === null && (one.phone === null || one.phone === phone),
  );
  const isRevoked = (grant: ConsentOnFile): boolean =>
    own.some(({ type, scope, at: on }) => type === 'revocation' && scope === null && on >= grant.at);
  const grants = own.filter(
    (one) =>
      one.type !== 'revocation' &&
      one.at <= at &&
      (one.expiresAt === null || one.expiresAt > at) &&
      !isRevoked(one),
  );
  return grants.at(-1)?.at ?? null;
}
