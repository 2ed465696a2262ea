/**
 * A new SQLite database gets its tables at once: thirty changes of the schema, one after the other, take five
 * times as long, and every first command of a person and every test begins with them. Changes newer than
 * {@link CHANGES_OF_NEW} are then made as in any other database.
 */
import { newIdentitySecret } from '../store-secret.js';
import { CHANGES_OF_NEW, TABLES_OF_NEW } from './tables-of-new.js';
import type { RawDatabase } from './sqlite-statements.js';

/**
 * Makes the tables of a database that has none, in one transaction.
 *
 * @returns the last change of the schema that they have; null where there are tables already, or where
 *   another process writes: it makes them
 */
export function makeNewDatabase(raw: RawDatabase, isBusy: (error: unknown) => boolean): string | null {
  try {
    raw.exec('begin immediate');
    if (raw.prepare('select 1 from sqlite_master limit 1').all([]).length > 0) {
      raw.exec('rollback');
      return null;
    }
    raw.exec(TABLES_OF_NEW);
    const at = new Date().toISOString();
    const record = raw.prepare('insert into kysely_migration (name, timestamp) values (?, ?)');
    for (const name of CHANGES_OF_NEW) record.run([name, at]);
    raw.prepare('insert into kysely_migration_lock (id, is_locked) values (?, 0)').run(['migration_lock']);
    const { name, value } = newIdentitySecret();
    raw.prepare('insert into secrets (name, value) values (?, ?)').run([name, value]);
    raw.exec('commit');
    return CHANGES_OF_NEW.at(-1) ?? null;
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback');
    if (isBusy(error)) return null;
    throw error;
  }
}
