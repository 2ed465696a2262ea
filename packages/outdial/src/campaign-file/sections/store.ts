/** The `store` section: where leads and attempts are kept. */
import { z } from 'zod';
import { environmentName } from '../basic-values.js';

export const storeSchema = z
  .strictObject({
    url: z
      .string()
      .regex(
        /^(sqlite:.+|(mysql|mariadb):\/\/.+)$/,
        "must be 'sqlite:<file>' or 'mysql://user@host:port/database'",
      )
      .refine(
        (url) => !/^[a-z]+:\/\/[^/@]*:[^/@]*@/.test(url),
        'must not hold a password: remove it and name an environment variable in store.passwordEnvironment',
      )
      .default('sqlite:./outdial.db')
      .describe("'sqlite:./outdial.db' (relative to this file) or 'mysql://user@host:port/database'."),
    passwordEnvironment: environmentName('Environment variable with the database password.').exactOptional(),
  })
  .prefault({})
  .describe('Where leads and attempts are kept.');
