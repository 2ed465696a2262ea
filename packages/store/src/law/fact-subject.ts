/** Whom a fact is about: the persons behind a number, a lead or a key, with their leads and numbers. */
import { numberKeys } from '@outdial/lists';
import type { Db } from '../database/engine.js';
import { readPhones, timeZoneOf } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';

/** How a person is named: by a number, a lead, or the key column's value of their leads. */
export type FactSubjectName =
  { readonly phone: string } | { readonly leadId: string } | { readonly personKey: string };

/** A person of a subject. */
export interface SubjectPerson {
  readonly personId: string;
  readonly leads: readonly {
    readonly leadId: string;
    readonly listId: string;
    readonly account: string | null;
  }[];
  /** E.164, of all leads. */
  readonly phones: readonly string[];
  /** IANA zone that a list gives the person. */
  readonly timeZone: string | undefined;
}

/** Persons that a name stands for. */
export interface FactSubject {
  /** The number in E.164, where the name is one. */
  readonly phone: string | null;
  /**
   * More than one where several persons have the number; without a lead where only the number is known, which
   * is then the person, until a list says more.
   */
  readonly persons: readonly SubjectPerson[];
}

/** Finds whom a name stands for. No person where a lead or key is not known. */
export async function findFactSubject(store: Store, name: FactSubjectName): Promise<FactSubject> {
  const { db } = store.engine;
  const phone = 'phone' in name ? name.phone : null;
  const leads = await leadsNamed(store, name);
  const persons = await personsOf(db, leads);
  if (persons.length > 0 || phone === null) return { phone, persons };
  const unlisted = {
    personId: store.secret.personIdOf({ phone }),
    leads: [],
    phones: [phone],
    timeZone: undefined,
  };
  return { phone, persons: [unlisted] };
}

type NamedLead = Pick<LeadRow, 'lead_id' | 'list_id' | 'person_id' | 'account' | 'facts'>;

async function leadsNamed(store: Store, name: FactSubjectName): Promise<readonly NamedLead[]> {
  const { db } = store.engine;
  const leads = db
    .selectFrom('leads as l')
    .select(['l.lead_id', 'l.list_id', 'l.person_id', 'l.account', 'l.facts'])
    .orderBy('l.lead_id');
  const ofPersons = (personIds: readonly string[]): Promise<readonly NamedLead[]> =>
    personIds.length === 0 ? Promise.resolve([]) : leads.where('l.person_id', 'in', personIds).execute();
  if ('personKey' in name) return ofPersons([store.secret.personIdOf({ key: name.personKey, phone: '' })]);
  const found =
    'leadId' in name
      ? await db.selectFrom('leads').select('person_id').where('lead_id', '=', name.leadId).execute()
      : await db
          .selectFrom('phones')
          .select('person_id')
          .distinct()
          .where('phone', 'in', numberKeys(name.phone))
          .execute();
  return ofPersons([...new Set(found.map(({ person_id }) => person_id))]);
}

async function personsOf(db: Db, leads: readonly NamedLead[]): Promise<readonly SubjectPerson[]> {
  const phones = await readPhones(
    db,
    leads.map(({ lead_id }) => lead_id),
  );
  return [...new Set(leads.map(({ person_id }) => person_id))].map((personId) => {
    const own = leads.filter(({ person_id }) => person_id === personId);
    const numbers = own.flatMap(({ lead_id }) => (phones.get(lead_id) ?? []).map(({ phone }) => phone));
    return {
      personId,
      leads: own.map(({ lead_id, list_id, account }) => ({ leadId: lead_id, listId: list_id, account })),
      phones: [...new Set(numbers)],
      timeZone: own.map(timeZoneOf).find((zone) => zone !== undefined),
    };
  });
}
