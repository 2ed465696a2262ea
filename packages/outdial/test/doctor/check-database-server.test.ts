/** What the doctor says of a database server. */
import { describe, expect, test } from '@jest/globals';
import type { DatabaseSession } from '@outdial/store';
import { checkDatabaseServer } from '../../src/doctor/check-database-server.js';

const sound: DatabaseSession = {
  version: '11.8.3-MariaDB',
  sqlMode: 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  timeZone: '+00:00',
  isolation: 'READ-COMMITTED',
  characterSet: 'utf8mb4',
  maxAllowedPacket: 16 * 1024 * 1024,
  cipher: '',
};
const LOCAL = 'mysql://outdial@127.0.0.1:3306/calls';

function problems(url: string, session: DatabaseSession): readonly string[] {
  return checkDatabaseServer(url, session).flatMap(({ verdict, detail }) =>
    verdict === 'ok' ? [] : [detail],
  );
}

describe('the doctor on a database server', () => {
  test('finds nothing wrong with a session as outdial sets it, and has nothing to say of SQLite', () => {
    expect(problems(LOCAL, sound)).toEqual([]);
    expect(checkDatabaseServer('sqlite:./outdial.db', null)).toEqual([]);
  });

  test('names every setting that differs', () => {
    const session = {
      ...sound,
      sqlMode: 'NO_BACKSLASH_ESCAPES',
      timeZone: 'SYSTEM',
      isolation: 'SERIALIZABLE',
    };
    expect(problems(LOCAL, session)).toEqual([
      expect.stringMatching(/NO_BACKSLASH.*strict.*time_zone.*isolation/),
    ]);
  });

  test('warns of a plain connection to another host, and of small packets', () => {
    expect(problems('mysql://outdial@db.internal/calls', sound)).toEqual([
      expect.stringContaining('the connection to db.internal is plain'),
    ]);
    expect(
      problems('mysql://outdial@db.internal/calls', { ...sound, cipher: 'TLS_AES_256_GCM_SHA384' }),
    ).toEqual([]);
    expect(problems(LOCAL, { ...sound, maxAllowedPacket: 1_048_576 })).toHaveLength(1);
  });
});
