import { jest, test } from '@jest/globals';
import { labRequired } from '../../../lab/index.mjs';
import { journalContract } from './contract/journal-contract.js';
import { leadQueueContract } from './contract/lead-queue-contract.js';
import { rivalsContract } from './contract/rivals-contract.js';
import { mariadbWorld } from './mariadb-world.js';

jest.setTimeout(180_000);

if (await labRequired()) {
  leadQueueContract('MariaDB', mariadbWorld);
  journalContract('MariaDB', mariadbWorld);
  rivalsContract('MariaDB', mariadbWorld, { claims: 5, lives: 8 });
} else {
  test.skip('the ports on MariaDB need the lab', () => undefined);
}
