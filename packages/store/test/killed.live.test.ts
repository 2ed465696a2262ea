import { expect, jest, test } from '@jest/globals';
import { whereTheLabRuns } from '../../../lab/index.mjs';
import { freshDatabase } from './mariadb-world.js';
import { killDialers } from './processes/killed-dialer.js';

jest.setTimeout(300_000);

(await whereTheLabRuns(test))('dialers killed by SIGKILL leave rows that hold, on MariaDB', async () => {
  const { url, drop } = await freshDatabase();
  try {
    expect(await killDialers(url, 4)).toBeGreaterThan(20);
  } finally {
    await drop();
  }
});
