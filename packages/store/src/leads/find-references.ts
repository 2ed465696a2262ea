/** Finds the leads that references from outside name: by id, account, person or number. */
import { assertNever } from '@outdial/core';
import type { LeadName, LeadReference } from '@outdial/lists';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import type { StoreSecret } from '../store-secret.js';

/** What a reference is looked up by. */
const KEYS = ['leadId', 'account', 'personId', 'phone'] as const;
type KeyName = (typeof KEYS)[number];

interface Key {
  readonly by: KeyName;
  readonly value: string;
}

interface Found {
  readonly lead_id: string;
  readonly reference: string | null;
}

/**
 * Ids of the leads of each reference, in the order of the references. `listId`: only leads of that list;
 * undefined: of all lists.
 */
export async function findReferences(
  tx: Tx,
  secret: StoreSecret,
  references: readonly LeadReference[],
  listId: string | undefined,
): Promise<string[][]> {
  const keys = references.map((reference) =>
    [reference, ...(reference.or ?? [])].map((name) => keyOf(secret, name)),
  );
  const found = new Map<string, string[]>();
  for (const by of KEYS) {
    const values = [...new Set(keys.flat().flatMap((key) => (key.by === by ? key.value : [])))];
    for (const chunk of inChunks(values))
      for (const { lead_id, reference } of await findBy(tx, by, chunk, listId)) {
        const name = nameOf({ by, value: reference ?? '' });
        found.set(name, [...(found.get(name) ?? []), lead_id]);
      }
  }
  return keys.map((names) => {
    const known = names.find((key) => found.has(nameOf(key)));
    return known ? (found.get(nameOf(known)) ?? []) : [];
  });
}

async function findBy(
  tx: Tx,
  by: KeyName,
  values: readonly string[],
  listId: string | undefined,
): Promise<Found[]> {
  const leads = tx
    .selectFrom('leads as l')
    .$if(listId !== undefined, (query) => query.where('l.list_id', '=', listId ?? ''));
  switch (by) {
    case 'leadId':
      return leads.select(['l.lead_id', 'l.lead_id as reference']).where('l.lead_id', 'in', values).execute();
    case 'account':
      return leads.select(['l.lead_id', 'l.account as reference']).where('l.account', 'in', values).execute();
    case 'personId':
      return leads
        .select(['l.lead_id', 'l.person_id as reference'])
        .where('l.person_id', 'in', values)
        .execute();
    case 'phone':
      return leads
        .innerJoin('phones as p', 'p.lead_id', 'l.lead_id')
        .select(['l.lead_id', 'p.phone as reference'])
        .where('p.phone', 'in', values)
        .execute();
    default:
      return assertNever(by, 'a kind of reference');
  }
}

function nameOf(key: Key): string {
  return `${key.by}\n${key.value}`;
}

function keyOf(secret: StoreSecret, reference: LeadName): Key {
  if ('leadId' in reference) return { by: 'leadId', value: reference.leadId };
  if ('account' in reference) return { by: 'account', value: reference.account };
  if ('personKey' in reference) {
    return { by: 'personId', value: secret.personIdOf({ key: reference.personKey, phone: '' }) };
  }
  return { by: 'phone', value: reference.phone };
}
