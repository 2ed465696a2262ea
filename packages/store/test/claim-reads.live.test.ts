/** How many rows a claim reads on MariaDB: few, however many leads of its place are ready. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { labRequired } from '../../../lab/index.mjs';
import { addLeads } from '../src/index.js';
import { claim, recover } from './contract/port-world.js';
import { createStoreWorld } from './contract/store-world.js';
import type { StoreWorld } from './contract/store-world.js';
import { freshDatabase } from './mariadb-world.js';
import type { LabDatabase } from './mariadb-world.js';

jest.setTimeout(180_000);

const READY = 3_000;
const CLAIMS = 10;

if (await labRequired()) {
  describe('rows read by claims on MariaDB', () => {
    let database: LabDatabase;
    let world: StoreWorld;
    beforeAll(async () => {
      database = await freshDatabase();
      await database.administer('set global userstat = 1');
      world = await createStoreWorld(database.url, () => database.drop());
    });
    afterAll(() => world.close());

    /** Rows of leads read so far, by whichever connection to this database. */
    const rowsRead = async (): Promise<number> => {
      const schema = new URL(database.url).pathname.slice(1);
      const [row] = await database.ask(
        `select rows_read from information_schema.table_statistics ` +
          `where table_schema = '${schema}' and table_name = 'leads'`,
      );
      return Number(Object.values(row ?? { none: 0 })[0]);
    };

    test('a claim does not read the ready leads of its place, nor does one of a lead pushed first', async () => {
      await world.defineCampaign('c', ['l']);
      const leads = Array.from({ length: READY }, (_, index) => ({
        phones: [{ phone: `+1303555${String(index).padStart(4, '0')}` }],
        facts: { country: 'US', region: 'CO' },
      }));
      await addLeads(world.store, leads, { listId: 'l' });
      const node = await world.node('one');
      await recover(world, node, 'c');
      await claim(world, node, 'c', 1);
      const readBy = async (): Promise<number> => {
        const before = await rowsRead();
        for (let done = 0; done < CLAIMS; done += 1) expect(await claim(world, node, 'c', 1)).toHaveLength(1);
        return (await rowsRead()) - before;
      };
      const read = await readBy();
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(READY);
      const pushed = Array.from({ length: 2 * CLAIMS }, (_, index) => ({
        phones: [{ phone: `+1720555${String(index).padStart(4, '0')}` }],
        facts: { country: 'US', region: 'CO' },
      }));
      await addLeads(world.store, pushed, { listId: 'l', first: true });
      expect(await readBy()).toBeLessThan(READY);
    });
  });
} else {
  test.skip('rows read by claims need the lab', () => undefined);
}
