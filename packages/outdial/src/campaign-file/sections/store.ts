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
        (url) => !holdsPassword(url),
        'must not hold a password: remove it and name an environment variable in store.passwordEnvironment',
      )
      .refine(
        (url) => url.startsWith('sqlite:') || !/[?#]/.test(url),
        'must not hold parameters: name the password in store.passwordEnvironment, encryption in store.tls',
      )
      .default('sqlite:./outdial.db')
      .describe("'sqlite:./outdial.db' (relative to this file) or 'mysql://user@host:port/database'."),
    tls: z
      .strictObject({
        ca: z
          .string()
          .min(1)
          .exactOptional()
          .describe('File with the certificate of the authority, PEM. Default: those that Node.js trusts.'),
        verify: z
          .boolean()
          .default(true)
          .describe('Whether certificate and name of the server are checked. False only for tests.'),
      })
      .exactOptional()
      .describe('Encrypts the connection to MySQL or MariaDB. Absent: it is plain.'),
    passwordEnvironment: environmentName('Environment variable with the database password.').exactOptional(),
  })
  .prefault({})
  .describe('Where leads and attempts are kept.');

/** Anything between the user's name and the last '@' is a password, whatever characters it holds. */
function holdsPassword(url: string): boolean {
  const [, rest = ''] = url.split(/^[a-z]+:\/\//);
  return !url.startsWith('sqlite:') && rest.slice(0, Math.max(0, rest.lastIndexOf('@'))).includes(':');
}
