/** Schema change 18. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, WHOLE } from './column-types.js';
import { createTable } from './table-options.js';

/** Campaigns as documents: each change is a new version with its author. */
export async function createCampaignVersions(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'campaign_versions')
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('version', WHOLE, (c) => c.notNull())
    .addColumn('author', ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('source', CODE)
    .addColumn('document', LONG_TEXT, (c) => c.notNull())
    .addPrimaryKeyConstraint('campaign_versions_key', ['campaign_id', 'version'])
    .execute();
}
