/** Schema change 21. */
import type { ExpressionBuilder, Kysely } from 'kysely';
import { CODE, ID, SMALL, WHOLE } from './column-types.js';
import { countingKey, createIndex, createTable } from './table-options.js';

/** The tables as they are here. */
type Counted = {
  leads: { list_id: string; state: string; place: string; why: string; touched: number };
  lead_counts: Counted['leads'] & { n: number };
};

/**
 * Counts of leads, so that nobody counts a million leads beside live calls. They begin with what is there,
 * once: a run that was cut short begins anew.
 */
export async function createLeadCounts(db: Kysely<unknown>): Promise<void> {
  await countingKey(db, createTable(db, 'lead_counts'), 'id')
    .addColumn('list_id', ID, (c) => c.notNull())
    .addColumn('state', 'varchar(8)', (c) => c.notNull())
    .addColumn('place', ID, (c) => c.notNull())
    .addColumn('why', CODE, (c) => c.notNull())
    .addColumn('touched', SMALL, (c) => c.notNull())
    .addColumn('n', WHOLE, (c) => c.notNull())
    .execute();
  await createIndex(db, 'lead_counts_by_list', 'lead_counts', ['list_id']);
  await countLeads(db.withTables<Counted>());
}

async function countLeads(db: Kysely<Counted>): Promise<void> {
  await db.deleteFrom('lead_counts').execute();
  await db
    .insertInto('lead_counts')
    .columns(['list_id', 'state', 'place', 'why', 'touched', 'n'])
    .expression((eb) =>
      eb
        .selectFrom(
          eb
            .selectFrom('leads')
            .select(['list_id', 'state', 'touched'])
            .select((of) => [placeOf(of).as('place'), whyOf(of).as('why')])
            .as('l'),
        )
        .select(['l.list_id', 'l.state', 'l.place', 'l.why', 'l.touched'])
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .groupBy(['l.list_id', 'l.state', 'l.place', 'l.why', 'l.touched']),
    )
    .execute();
}

function placeOf(eb: ExpressionBuilder<Counted, 'leads'>) {
  return eb.case().when('state', '=', 'closed').then('').else(eb.ref('place')).end();
}

function whyOf(eb: ExpressionBuilder<Counted, 'leads'>) {
  return eb.case().when('state', 'in', ['closed', 'waiting']).then(eb.ref('why')).else('').end();
}
