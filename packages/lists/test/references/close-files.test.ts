/** Files of references (test/references/trials): what each line names, and which cannot be used. */
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readLeadReferences } from '../../src/index.js';
import type { LeadReference, UnreadableReference } from '../../src/index.js';

async function read(file: string): Promise<{ names: LeadReference[]; unreadable: UnreadableReference[] }> {
  const path = fileURLToPath(new URL(`trials/${file}`, import.meta.url));
  const unreadable: UnreadableReference[] = [];
  const names: LeadReference[] = [];
  const onUnreadable = (line: UnreadableReference): void => void unreadable.push(line);
  for await (const name of readLeadReferences(createReadStream(path), { onUnreadable })) names.push(name);
  return { names, unreadable };
}

describe('files of references', () => {
  test('numbers without a header are numbers', async () => {
    expect((await read('numbers.txt')).names).toMatchObject([
      { phone: '+12025550143' },
      { phone: '+13125550121' },
    ]);
  });

  test('an account stands behind an id', async () => {
    expect((await read('id-account.csv')).names).toEqual([
      { leadId: '1', or: [{ account: '000123' }] },
      { leadId: '2', or: [{ account: '000456' }] },
    ]);
  });

  test('a file number is an account', async () => {
    expect((await read('filenumber.csv')).names).toEqual([{ account: '000123' }]);
  });

  test('a line that cannot be read is named', async () => {
    const { names, unreadable } = await read('badnumber.csv');
    expect(names).toEqual([{ phone: '+12025550143' }]);
    expect(unreadable).toEqual([{ line: 3, value: 'bad number', problem: 'it names no lead' }]);
  });
});
