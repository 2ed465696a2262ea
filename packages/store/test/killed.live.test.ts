import { expect, jest, test } from '@jest/globals';
import { labRequired } from '../../../lab/index.mjs';
import { freshDatabase } from './mariadb-world.js';
import { killDialers } from './processes/killed-dialer.js';

jest.setTimeout(120_000);

((await labRequired()) ? test : test.skip)('dialers killed by SIGKILL leave rows that hold, on MariaDB', async () => {
  const { url, drop } = await freshDatabase();
  try {
    expect(await killDialers(url, 4)).toBeGreaterThan(20);
  } finally {
    await drop();
  }
});
