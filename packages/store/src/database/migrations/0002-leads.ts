/** Schema change 2. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, PHONE, SHORT_ID, SMALL, WHOLE } from './column-types.js';
import { countingKey, createIndex, createTable } from './table-options.js';

/** Leads, their numbers and persons, imports, and what running campaigns must learn of them. */
export async function createLeadTables(db: Kysely<unknown>): Promise<void> {
  await createLeads(db);
  await createIndexesOfLeads(db);
  await createTable(db, 'phones')
    .addColumn('lead_id', SHORT_ID, (c) => c.notNull())
    .addColumn('position', SMALL, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('line_type', CODE)
    .addColumn('open', SMALL, (c) => c.notNull())
    .addColumn('closed_why', CODE)
    .addPrimaryKeyConstraint('phones_key', ['lead_id', 'position'])
    .execute();
  await createIndex(db, 'phones_by_number', 'phones', ['phone']);
  await createIndex(db, 'phones_by_person', 'phones', ['person_id']);
  await createTable(db, 'persons')
    .addColumn('person_id', SHORT_ID, (c) => c.primaryKey())
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .execute();
  await createTable(db, 'places')
    .addColumn('list_id', ID, (c) => c.notNull())
    .addColumn('place', ID, (c) => c.notNull())
    .addPrimaryKeyConstraint('places_key', ['list_id', 'place'])
    .execute();
  await createTable(db, 'imports')
    .addColumn('import_id', ID, (c) => c.primaryKey())
    .addColumn('list_id', ID, (c) => c.notNull())
    .addColumn('position', WHOLE, (c) => c.notNull())
    .addColumn('rejects_bytes', WHOLE, (c) => c.notNull())
    .addColumn('totals', LONG_TEXT, (c) => c.notNull())
    .addColumn('done', SMALL, (c) => c.notNull())
    .addColumn('started_at', WHOLE, (c) => c.notNull())
    .addColumn('updated_at', WHOLE, (c) => c.notNull())
    .execute();
  await countingKey(db, createTable(db, 'changes'), 'id')
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('lead_id', SHORT_ID, (c) => c.notNull())
    .addColumn('reason', CODE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .execute();
}

async function createLeads(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'leads')
    .addColumn('lead_id', SHORT_ID, (c) => c.primaryKey())
    .addColumn('list_id', ID, (c) => c.notNull())
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('state', 'varchar(8)', (c) => c.notNull())
    .addColumn('next_dialable_at', WHOLE)
    .addColumn('place', ID, (c) => c.notNull())
    .addColumn('dial_order', SMALL, (c) => c.notNull())
    .addColumn('seq', WHOLE, (c) => c.notNull())
    .addColumn('reason', 'varchar(10)', (c) => c.notNull())
    .addColumn('phone_index', SMALL, (c) => c.notNull())
    .addColumn('callback_at', WHOLE)
    .addColumn('callback_agent_id', ID)
    .addColumn('callback_note', LONG_TEXT)
    .addColumn('owner_agent_id', ID)
    .addColumn('skills', LONG_TEXT, (c) => c.notNull())
    .addColumn('answer_probability', 'double precision')
    .addColumn('attempts', SMALL, (c) => c.notNull())
    .addColumn('touched', SMALL, (c) => c.notNull())
    .addColumn('outcomes', LONG_TEXT, (c) => c.notNull())
    .addColumn('recent_attempts', LONG_TEXT, (c) => c.notNull())
    .addColumn('last_outcome', CODE)
    .addColumn('last_disposition', CODE)
    .addColumn('last_attempt_at', WHOLE)
    .addColumn('why', CODE, (c) => c.notNull())
    .addColumn('closed_by', CODE)
    .addColumn('claim_campaign', ID)
    .addColumn('claim_epoch', WHOLE)
    .addColumn('claimed_at', WHOLE)
    .addColumn('account', CODE)
    .addColumn('seller', CODE)
    .addColumn('facts', LONG_TEXT, (c) => c.notNull())
    .addColumn('fields', LONG_TEXT, (c) => c.notNull())
    .addColumn('import_id', ID)
    .addColumn('import_line', WHOLE)
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .addColumn('updated_at', WHOLE, (c) => c.notNull())
    .execute();
}

async function createIndexesOfLeads(db: Kysely<unknown>): Promise<void> {
  // The order of dialing within one place; claims walk it.
  await createIndex(db, 'leads_to_dial', 'leads', ['list_id', 'state', 'place', 'dial_order', 'seq']);
  // What becomes dialable next, and callbacks in the order in which they are due.
  await createIndex(db, 'leads_by_instant', 'leads', ['list_id', 'state', 'next_dialable_at']);
  // The survey counts from this index alone.
  await createIndex(db, 'leads_by_reason', 'leads', [
    'list_id',
    'state',
    'why',
    'touched',
    'next_dialable_at',
  ]);
  await createIndex(db, 'leads_by_person', 'leads', ['person_id']);
  await createIndex(db, 'leads_by_claim', 'leads', ['claim_campaign', 'claim_epoch']);
  await createIndex(db, 'leads_by_account', 'leads', ['list_id', 'account']);
}
