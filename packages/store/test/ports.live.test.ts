import { afterAll, jest, test } from '@jest/globals';
import { labRequired } from '../../../lab/index.mjs';
import { embedderContract } from './contract/embedder-contract.js';
import { importContract } from './contract/import-contract.js';
import { lawOfListsContract } from './contract/law-of-lists-contract.js';
import { journalContract } from './contract/journal-contract.js';
import { leadQueueContract } from './contract/lead-queue-contract.js';
import { rivalsContract } from './contract/rivals-contract.js';
import { storeContract } from './contract/store-contract.js';
import { mariadbWorlds } from './mariadb-world.js';

jest.setTimeout(180_000);

if (await labRequired()) {
  const { create, drop } = mariadbWorlds();
  leadQueueContract('MariaDB', create);
  journalContract('MariaDB', create);
  storeContract('MariaDB', create);
  importContract('MariaDB', create);
  lawOfListsContract('MariaDB', create);
  embedderContract('MariaDB', create);
  rivalsContract('MariaDB', create, {
    claims: Number(process.env['FC_RUNS'] ?? 5),
    lives: Number(process.env['FC_RUNS'] ?? 8),
  });
  afterAll(drop);
} else {
  test.skip('the ports on MariaDB need the lab', () => undefined);
}
