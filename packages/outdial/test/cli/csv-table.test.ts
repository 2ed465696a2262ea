/** Small files of commands: what would be left unread is said, and a number may be called a phone. */
import { expect, test } from '@jest/globals';
import { readCsvTable } from '../../src/cli/csv-table.js';

const COLUMNS = { needed: ['type'], oneOf: ['number', 'lead'], further: ['expires'] } as const;

test.each(['number', 'Phone', 'Phone Number', 'phone_number', 'telephone'])(
  '%s is the number',
  async (header) => {
    const rows = await readCsvTable(`${header},type\n+13125550121,written\n`, COLUMNS);
    expect(rows.map(({ cell }) => [cell('number'), cell('type')])).toEqual([['+13125550121', 'written']]);
  },
);

test.each([
  ['phone,telephone,type', /no column of the file is headed number or lead/],
  ['number,phone,type', /would be left out: phone\./],
  ['number,type,expires,Expires', /would be left out: a second expires\./],
  ['number,type,expire', /would be left out: expire\./],
])('%s is refused', async (header, why) => {
  await expect(readCsvTable(`${header}\n1,2,3,4\n`, COLUMNS)).rejects.toThrow(why);
});
