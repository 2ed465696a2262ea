import { describe, expect, test } from '@jest/globals';
import { openStore, shownAddress } from '../../src/index.js';
import { readAddress } from '../../src/database/address.js';

describe('the address of a database', () => {
  test('is read in its parts', () => {
    expect(readAddress('mysql://outdial@db.internal:3307/calls')).toEqual({
      host: 'db.internal',
      port: 3307,
      user: 'outdial',
      password: undefined,
      database: 'calls',
    });
    expect(readAddress('mysql://a%40b:se%2Fcret@[::1]/calls')).toMatchObject({
      host: '::1',
      port: 3306,
      user: 'a@b',
      password: 'se/cret',
    });
  });

  test.each([
    'mysql://user:se/cret@host/calls',
    'mysql://user@host/calls?password=secret',
    'mysql://user@host/calls#secret',
    'mysql://user:secret@host/',
    'mysql://user:secret%zz@host/calls',
    'mysql://user:secret',
  ])('is refused without being repeated: %s', async (url) => {
    const refused = openStore({ url }).catch((error: unknown) => error);
    expect(await refused).toMatchObject({ code: 'store-address-unusable' });
    expect(JSON.stringify(await refused) + String(await refused)).not.toMatch(/cret/);
    expect(shownAddress(url)).not.toMatch(/cret/);
  });

  test('is shown without its password', () => {
    expect(shownAddress('mysql://user:secret@host:3306/calls?ssl=1')).toBe('mysql://user@host:3306/calls');
    expect(shownAddress('sqlite:./outdial.db')).toBe('sqlite:./outdial.db');
  });
});
