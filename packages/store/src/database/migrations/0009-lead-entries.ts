/** Schema change 9. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { entryOf, leadIdBefore9 } from '../../identity.js';
import { SHORT_ID } from './column-types.js';
import { addColumn, createIndex, dropIndex } from './table-options.js';

/** Columns of leads as they are when this change is made. */
interface Before {
  leads: { lead_id: string; list_id: string; person_id: string; account: string | null; entry: string };
}

/** Leads looked at in one statement. */
const PAGE = 1_000;

/**
 * Which entry of a person in a list a lead is. Until this change the id of a lead said so: it was a hash of
 * list, person and account, and a person who read one could find the number by trying all. Leads that are
 * there keep their ids, which attempts and the audit trail name; new leads have ids that say nothing.
 *
 * Indexes by person: of leads it now keeps an entry unique; of numbers it is not needed, as a person's leads
 * name their numbers.
 */
export async function addLeadEntries(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'leads', 'entry', sql`${SHORT_ID} not null default ''`);
  await nameEntries(db as Kysely<Before>);
  await createIndex(db, 'leads_by_entry', 'leads', ['person_id', 'list_id', 'entry'], { unique: true });
  await dropIndex(db, 'leads_by_person', 'leads');
  await dropIndex(db, 'phones_by_person', 'phones');
}

/** Leads of lists that have a person once an account: their ids tell them from the others. */
async function nameEntries(db: Kysely<Before>): Promise<void> {
  for (let after = ''; ;) {
    const leads = await db
      .selectFrom('leads')
      .select(['lead_id', 'list_id', 'person_id', 'account'])
      .where('lead_id', '>', after)
      .where('account', 'is not', null)
      .orderBy('lead_id')
      .limit(PAGE)
      .execute();
    for (const { lead_id, list_id, person_id, account } of leads) {
      if (lead_id !== leadIdBefore9(list_id, person_id, account ?? '')) continue;
      const entry = entryOf(account ?? '');
      await db.updateTable('leads').set({ entry }).where('lead_id', '=', lead_id).execute();
    }
    after = leads.at(-1)?.lead_id ?? '';
    if (leads.length < PAGE) return;
  }
}
