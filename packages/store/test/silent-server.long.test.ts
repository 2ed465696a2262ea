/** A MariaDB that swallows what is sent: statements fail within bounds, and go on when it answers again. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { labRequired } from '../../../lab/index.mjs';
import { Wire } from '../../asterisk-adapter/test/wire.js';
import { openStore } from '../src/index.js';
import type { Store } from '../src/index.js';
import { freshDatabase } from './mariadb-world.js';
import type { LabDatabase } from './mariadb-world.js';

jest.setTimeout(120_000);

if (await labRequired()) {
  describe('a MariaDB behind a wire', () => {
    let database: LabDatabase;
    let wire: Wire;
    let store: Store;
    beforeAll(async () => {
      database = await freshDatabase();
      const address = new URL(database.url);
      wire = await Wire.to(`http://${address.host}`);
      address.host = new URL(wire.url).host;
      store = await openStore({ url: address.href, connections: 1 });
    });
    afterAll(async () => {
      await store.close();
      await wire.close();
      await database.drop();
    });

    const ask = (): Promise<unknown> => sql`select 1`.execute(store.engine.db);

    test('a statement that is only slow is waited for; one that is swallowed fails', async () => {
      const slow = sql`select sleep(12) as slept`.execute(store.engine.db);
      await expect(slow).resolves.toMatchObject({ rows: [{ slept: 0 }] });

      wire.hold();
      const began = Date.now();
      await expect(ask()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
      const failedAfter = Date.now() - began;
      expect(failedAfter).toBeGreaterThan(9_000);
      expect(failedAfter).toBeLessThan(25_000);

      wire.mend();
      await expect(ask()).resolves.toMatchObject({ rows: [{ 1: 1 }] });
    });
  });
}
