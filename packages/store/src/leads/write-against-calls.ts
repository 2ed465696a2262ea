/**
 * What rejected rows say against calls. They bring no lead, but a person who is known already, in any list,
 * is not called against what they say.
 */
import type { AgainstCalls } from '@outdial/lists';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import type { StoreSecret } from '../store-secret.js';
import { addLimits } from './add-limits.js';
import type { LimitedLead } from './add-limits.js';
import { closePersonsAndNumbers, storeFactsOfPersons } from './facts-of-persons.js';
import type { PersonsLead, WithinUpload } from './persons-lead.js';

/** Puts in force what rejected rows of an upload say against calls. */
export async function writeAgainstCalls(
  secret: StoreSecret,
  within: WithinUpload,
  rows: readonly AgainstCalls[],
  at: number,
): Promise<void> {
  if (rows.length === 0) return;
  const entries = await personsOf(secret, within.tx, rows);
  await storeFactsOfPersons(within, entries, at);
  await addLimits(within.tx, await leadsOf(within.tx, entries), at);
  await closePersonsAndNumbers(within, entries, at);
}

/**
 * The person whom a row names, and, where the store does not know their key, those who have its numbers,
 * and those who come to have them.
 */
async function personsOf(
  secret: StoreSecret,
  tx: Tx,
  rows: readonly AgainstCalls[],
): Promise<readonly PersonsLead[]> {
  const named = rows.map((lead) => ({
    lead,
    personId: secret.personIdOf({ key: lead.personKey, phone: lead.phones[0]?.phone ?? '' }),
  }));
  const known = new Set(
    (
      await leadsWith(
        tx,
        named.map(({ personId }) => personId),
      )
    ).map((row) => row.person_id),
  );
  const holders = await holdersOf(
    tx,
    rows.flatMap(({ phones }) => phones.map(({ phone }) => phone)),
  );
  return named.flatMap(({ lead, personId }) => {
    const isSure = lead.personKey !== undefined && known.has(personId);
    const others = isSure
      ? []
      : lead.phones.flatMap(({ phone }) => [secret.personIdOf({ phone }), ...(holders.get(phone) ?? [])]);
    return [...new Set([personId, ...others])].map((id) => ({ lead, personId: id }));
  });
}

/** Who has these numbers, in every list. */
async function holdersOf(
  tx: Tx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const holders = new Map<string, string[]>();
  for (const chunk of inChunks([...new Set(numbers)])) {
    const rows = await tx
      .selectFrom('phones')
      .select(['phone', 'person_id'])
      .distinct()
      .where('phone', 'in', chunk)
      .execute();
    for (const { phone, person_id: personId } of rows)
      holders.set(phone, [...(holders.get(phone) ?? []), personId]);
  }
  return holders;
}

async function leadsOf(tx: Tx, entries: readonly PersonsLead[]): Promise<readonly LimitedLead[]> {
  const leads = await leadsWith(
    tx,
    entries.map(({ personId }) => personId),
  );
  const byPerson = new Map<string, string[]>();
  for (const { lead_id: leadId, person_id: personId } of leads)
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), leadId]);
  return entries.flatMap(({ lead, personId }) =>
    (byPerson.get(personId) ?? []).map((leadId) => ({ leadId, facts: lead.facts ?? {} })),
  );
}

async function leadsWith(
  tx: Tx,
  persons: readonly string[],
): Promise<{ readonly lead_id: string; readonly person_id: string }[]> {
  const found = [];
  for (const chunk of inChunks([...new Set(persons)]))
    found.push(
      ...(await tx
        .selectFrom('leads')
        .select(['lead_id', 'person_id'])
        .where('person_id', 'in', chunk)
        .execute()),
    );
  return found;
}
