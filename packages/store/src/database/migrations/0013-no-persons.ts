/** Schema change 13. */
import type { Kysely } from 'kysely';

/** The table of persons goes: no release wrote a row. Persons are ids in the rows about them. */
export async function dropPersons(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('persons').ifExists().execute();
}
