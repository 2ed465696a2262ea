import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore, writeBaseline, type Store } from '@outdial/store';
import { sql } from 'kysely';
import { whereTheLabRuns } from '../../../../lab/index.mjs';
import { freshDatabase, type LabDatabase } from '../../../store/test/mariadb-world.js';
import type { KeptLine } from '../../src/audit/heads-line.js';
import { dialCampaign } from './dialed-campaign.js';
import { foundBy, headsNow, tampered, verdictsOn } from './tampered-store.js';
import { TAMPERING } from './tampering-cases.js';

const suite = await whereTheLabRuns(describe);
const NOW = Date.UTC(2026, 5, 11);

suite('a MariaDB that was tampered with', () => {
  let database: LabDatabase;
  let store: Store;
  let kept: readonly KeptLine[];

  beforeAll(async () => {
    database = await freshDatabase();
    const auditKey = 'a key that stands in the environment';
    store = await openStore({ url: database.url, clock: () => NOW, auditKey });
    await dialCampaign(store);
    kept = [await headsNow(store)];
  }, 240_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test('holds before, in every way of looking', async () => {
    const { trail, heads, key } = await verdictsOn(store, kept);
    for (const verdict of [trail, heads, key])
      expect([verdict.ok, verdict.events.breaks, verdict.records.broken]).toEqual([true, [], []]);
  });

  const cases = TAMPERING.filter(({ baseline }) => !baseline).map((one) => [one.title, one] as const);
  test.each(cases)('%s', async (_title, one) => {
    expect(await tampered(store, one, (within) => foundBy(within, kept))).toBe(one.by);
  });

  // The last one: nothing is taken back.
  const [covered] = TAMPERING.filter(({ baseline }) => baseline);
  test(`${covered?.title}`, async () => {
    for (const statement of covered?.sql ?? []) await sql.raw(statement).execute(store.engine.db);
    await writeBaseline({ ...store, auditKey: null }, { reason: 'cleaned up', by: 'forger' });
    expect(await foundBy(store, kept)).toBe(covered?.by);
  });
});
