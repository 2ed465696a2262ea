/** Schema change 15. */
import type { Kysely } from 'kysely';
import { PERSON_KEY, consentIdOf } from '../../identity.js';
import type { ConsentIdentity } from '../../identity.js';
import { IDENTITY_SECRET, StoreSecret, newIdentitySecret } from '../../store-secret.js';
import { CODE } from './column-types.js';
import { createTable } from './table-options.js';

/** Columns as they are when this change is made. */
interface Before {
  secrets: { name: string; value: string };
  consents: ConsentIdentity & { consent_id: string };
}

/** Where ids of persons stand, with what stands before them. */
const PLACES: readonly (readonly [table: string, column: string, prefix: string])[] = [
  ['leads', 'person_id', ''],
  ['phones', 'person_id', ''],
  ['attempts', 'person_id', ''],
  ['learned', 'person_id', ''],
  ['contacts', 'person_id', ''],
  ['in_progress', 'subject', PERSON_KEY],
  ['do_not_call', 'subject', PERSON_KEY],
  ['standing_orders', 'subject', PERSON_KEY],
];

/** Persons whose ids are changed in one statement. */
const PAGE = 500;

/** An id of before this change, for `like`: 'p' and 24 digits. Those of today are longer. */
const OLD_ID = `p${'_'.repeat(24)}`;

/**
 * The secret of the store, and with it new ids of persons: those of before were plain hashes of numbers and
 * keys, from which the number could be found by trying all. A run that was cut short goes on: rows that were
 * done do not look like old ones. Entries of the audit trail keep what they say; the baseline that follows
 * every change of the schema states the rows with their new ids.
 */
export async function keyPersons(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'secrets')
    .addColumn('name', CODE, (c) => c.primaryKey())
    .addColumn('value', CODE, (c) => c.notNull())
    .execute();
  const secret = await secretOf(db as Kysely<Before>);
  for (const [table, column, prefix] of PLACES)
    await rename(db as Kysely<Record<string, Record<string, string>>>, secret, { table, column, prefix });
  await renameConsents(db as Kysely<Before>, secret);
}

async function secretOf(db: Kysely<Before>): Promise<StoreSecret> {
  const known = await db.selectFrom('secrets').select('value').where('name', '=', IDENTITY_SECRET).execute();
  if (known[0]) return new StoreSecret(known[0].value);
  const made = newIdentitySecret();
  await db.insertInto('secrets').values(made).execute();
  return new StoreSecret(made.value);
}

/** Gives the persons of a table their new ids, page by page. */
async function rename(
  db: Kysely<Record<string, Record<string, string>>>,
  secret: StoreSecret,
  { table, column, prefix }: { readonly table: string; readonly column: string; readonly prefix: string },
): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom(table)
      .select((eb) => eb.ref(column).as('old'))
      .distinct()
      .where(column, '>', after)
      .where(column, 'like', `${prefix}${OLD_ID}`)
      .orderBy(column)
      .limit(PAGE)
      .execute();
    const ids = rows.map(({ old }) => old);
    if (ids.length > 0)
      await db
        .updateTable(table)
        .set((eb) => {
          const [first = '', ...others] = ids;
          const renamed = (old: string): string =>
            `${prefix}${secret.personIdAfter15(old.slice(prefix.length))}`;
          let cases = eb.case(column).when(first).then(renamed(first));
          for (const old of others) cases = cases.when(old).then(renamed(old));
          return { [column]: cases.else(eb.ref(column)).end() };
        })
        .where(column, 'in', ids)
        .execute();
    after = ids.at(-1) ?? '';
    if (ids.length < PAGE) return;
  }
}

/** Consents also have ids of their own that begin with the person. */
async function renameConsents(db: Kysely<Before>, secret: StoreSecret): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('consents')
      .select(['consent_id', 'person_id', 'phone', 'type', 'at', 'scope', 'sellers'])
      .where('person_id', 'like', OLD_ID)
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const person_id = secret.personIdAfter15(row.person_id);
      const consent_id = consentIdOf({ ...row, person_id });
      await db
        .updateTable('consents')
        .set({ consent_id, person_id })
        .where('consent_id', '=', row.consent_id)
        .execute();
    }
    if (rows.length < PAGE) return;
  }
}
