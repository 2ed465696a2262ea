/** Imports into MariaDB whose connection is lost, or that run beside others of the same list. */
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { labRequired } from '../../../lab/index.mjs';
import { importLeads, openStore, verifyAuditChain } from '../src/index.js';
import type { ImportReport, Store } from '../src/index.js';
import { freshDatabase } from './mariadb-world.js';
import type { LabDatabase } from './mariadb-world.js';
import { messyLines, truthOf } from './processes/messy-lines.mjs';

jest.setTimeout(240_000);

if (await labRequired()) {
  describe('imports into MariaDB', () => {
    let database: LabDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await freshDatabase();
      store = await openStore({ url: database.url });
    });
    afterAll(async () => {
      await store.close();
      await database.drop();
    });

    const run = (rows: number, listId: string, by: Store = store): Promise<ImportReport> =>
      importLeads(by, Readable.from(messyLines(rows)), {
        listId,
        defaultCountry: 'US',
        duplicates: 'update',
        onePer: 'account',
      });
    const leadsOf = async (listId: string): Promise<number> =>
      (await store.engine.db.selectFrom('leads').select('lead_id').where('list_id', '=', listId).execute())
        .length;

    test('two uploads of one list at once, with newer values: both end, and each lead is there once', async () => {
      const other = await openStore({ url: database.url, writer: 'other' });
      try {
        const rows = 4_000;
        const { good, listed } = truthOf(rows);
        // The number on the do-not-call list of other tests is not listed here: its rows are one lead.
        const reports = await Promise.all([run(rows, 'both'), run(rows, 'both', other), run(rows, 'both')]);
        for (const report of reports) expect(report.rows).toBe(rows);
        expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(await leadsOf('both'));
        expect(await leadsOf('both')).toBe(good + listed);
        expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
      } finally {
        await other.close();
      }
    });

    test('connections killed again and again during an import of 30,000 rows: it is whole', async () => {
      const rows = 30_000;
      const importing = run(rows, 'cut');
      let isDone = false;
      let kills = 0;
      const killing = (async () => {
        // By progress, not by time: each batch can be lost, and none is lost for ever.
        for (let killedAt = 0; !isDone;) {
          await pause(20);
          const imported = await countLeads(database, 'cut');
          if (imported < killedAt + 4_000) continue;
          const killed = await killConnections(database);
          kills += killed;
          if (killed > 0) killedAt = imported;
        }
      })();
      const report = await importing.finally(() => (isDone = true));
      await killing;
      const { good, listed, duplicates, rejected } = truthOf(rows);
      expect(kills).toBeGreaterThan(1);
      expect(report).toMatchObject({ rows, added: good + listed, duplicatesInFile: duplicates, rejected });
      expect(await leadsOf('cut')).toBe(good + listed);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
    });
  });
} else {
  test.skip('imports into MariaDB need the lab', () => undefined);
}

/** Leads of a list that are committed. */
async function countLeads(database: LabDatabase, listId: string): Promise<number> {
  const name = new URL(database.url).pathname.slice(1);
  const [row] = await database.ask(`select count(*) as leads from ${name}.leads where list_id = '${listId}'`);
  return Number(row?.['leads'] ?? 0);
}

/** Kills the connections that run a statement in the store's database. Answers how many. */
async function killConnections(database: LabDatabase): Promise<number> {
  const name = new URL(database.url).pathname.slice(1);
  const rows = await database.ask(
    `select id from information_schema.processlist where db = '${name}' and command <> 'Sleep'`,
  );
  for (const { id } of rows) await database.administer(`kill ${Number(id)}`).catch(() => undefined);
  return rows.length;
}
