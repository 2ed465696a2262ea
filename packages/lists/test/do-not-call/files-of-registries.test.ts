/**
 * Do-not-call files as registries, systems and people deliver them: which numbers they list, and which they
 * free.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readNumberFile } from '../../src/do-not-call/number-lines.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-registries-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Read {
  readonly listed: string;
  readonly removed: string;
  readonly rejected: number;
}

async function read(content: string | Uint8Array, country = 'US'): Promise<Read> {
  const path = join(folder, 'numbers');
  await writeFile(path, content);
  const [listed, removed] = [new Set<number>(), new Set<number>()];
  const { rejected } = await readNumberFile(path, {
    defaultCountry: country,
    rejectedFile: `${path}.rejected.csv`,
    add: (key) => listed.add(key),
    remove: (key) => removed.add(key),
    addRange: () => undefined,
  });
  return { listed: [...listed].join(' '), removed: [...removed].join(' '), rejected };
}

const ANA = '12025550143';
const BOTH = `${ANA} 13125550121`;
const objects = [{ phone: '2025550143', name: 'Ana' }, { phone: '312-555-0121' }];

describe('lists both numbers', () => {
  test.each<[string, string | Uint8Array]>([
    ['JSON: texts', JSON.stringify(['2025550143', '+13125550121'])],
    ['JSON: numbers', '[2025550143, 13125550121]'],
    ['JSON: objects', JSON.stringify(objects)],
    ['JSON: objects on lines of their own', JSON.stringify(objects, null, 2)],
    [
      'JSON: an object around them',
      JSON.stringify({ count: 2, data: [{ number: '2025550143' }, objects[1]] }),
    ],
    [
      'JSON: an array under the name',
      JSON.stringify({ id: 1234567890, phones: ['2025550143', '3125550121'] }),
    ],
    ['JSON: one object a line', objects.map((one) => JSON.stringify(one)).join('\n')],
    ['the flat text of the FTC', '202,5550143\n312,5550121\n'],
    ['XML without area codes', '<list><phone>2025550143</phone><phone>312-555-0121</phone></list>'],
    ['area code, exchange and line', 'area,exchange,line\n202,555,0143\n312,555,0121\n'],
    ['titles above the header', 'Do Not Call List\nSpring\nPhone\n2025550143\n3125550121\n'],
    ['columns with blanks', '2025550143  Ana Smith    DC\n3125550121  Ben Roe      IL\n'],
    ['the text of Indiana', '202 5550143 IN 20260101\n312 5550121 IN 20260101\n'],
    ['words around the numbers', 'Home: 202-555-0143\n312-555-0121 (cell)\n'],
    ['UTF-16 without a mark', Buffer.from('2025550143\r\n3125550121\r\n', 'utf16le')],
    ['gzip', gzipSync('2025550143\n3125550121\n')],
    ['numbers as floats', '2025550143.0\n3125550121.0\n'],
    ['a total at the end', '2025550143\n3125550121\nTotal records: 2\n'],
    ['reasons and dates', 'Phone,Reason,Date\n2025550143,asked,2026-01-02\n312-555-0121,moved,2026-01-03\n'],
    ['apostrophes', "'2025550143\n'3125550121\n"],
    ['digits of full width', '２０２５５５０１４３\n３１２５５５０１２１\n'],
    ['a mark, and semicolons', '\ufeffTelefon;Grund\n+12025550143;x\n+13125550121;y\n'],
    ['the calling code in a column', 'Country Code,Number\n1,2025550143\n1,3125550121\n'],
    ['exponents that keep all digits', 'Phone;Date\n1,2025550143E+10;1/5/2026\n3.125550121E9;\n'],
    ['exponents without a header', '2,025550143E+09\n3,125550121E+09\n'],
    ['quotes', '"2025550143"\n"3125550121"\n'],
    ['marks of direction', '\u202a2025550143\u202c\n\u200b3125550121\n'],
    ['two numbers in a row', 'Name,Home,Cell\nAna,2025550143,3125550121\n'],
    ['a plain DNC column', 'Phone,DNC\n2025550143,Y\n3125550121,2026-01-02\n'],
    ['a name and a number', 'Name,Phone\n"Li, Ana",2025550143\n"Roe, Ben",3125550121\n'],
  ])('%s', async (name, content) => {
    const titles = name === 'titles above the header' ? 1 : 0;
    expect(await read(content)).toEqual({ listed: BOTH, removed: '', rejected: titles });
  });
});

describe('lists one number and frees or removes the other', () => {
  test.each<[string, string, string]>([
    ['a change list', '202,5550143,2026-06-01,A\n312,5550121,2026-06-01,D\n', '13125550121'],
    ['a change list with its mark first', 'A,202,5550143\nD,312,5550121\n', '13125550121'],
    ['actions in a column', 'action,phone\nadd,2025550143\ndelete,3125550121\n', '13125550121'],
    [
      'changes in XML',
      "<dnc><ac val='202'><ph val='5550143'/></ac><ac val='312'><ph val='5550121' chg='D'/></ac></dnc>",
      '13125550121',
    ],
    ['a status', 'phone,status\n2025550143,Listed\n3125550121,Not Listed\n', ''],
    ['a status of a look-up', 'phone,status\n2025550143,DNC\n3125550121,Clean\n', ''],
    ['a box', 'First Name,Phone,Mobile,Do Not Call\nA,2025550143,,TRUE\nB,3125550121,,FALSE\n', ''],
    ['what a look-up answers', 'Phone,Status\n2025550143,Registered\n3125550121,Not Registered\n', ''],
    ['mail apart', 'Phone,Do Not Mail,Do Not Call\n2025550143,N,Y\n3125550121,Y,N\n', ''],
    ['actions as words', 'phone,action\n2025550143,add\n3125550121,remove\n', '13125550121'],
    ['a plain DNC column', 'Phone,DNC\n2025550143,Y\n3125550121,N\n', ''],
    ['a fax beside it', 'phone,fax\n2025550143,3125550121\n', ''],
  ])('%s', async (_name, content, removed) => {
    expect(await read(content)).toEqual({ listed: ANA, removed, rejected: 0 });
  });
});

test.each<[string, string, string, string]>([
  [
    'TPS',
    'GB',
    'Number,TPS,CTPS\n02079460123,Y,N\n02079460124,N,N\n07911123456,N,Y\n',
    '442079460123 447911123456',
  ],
  ['TPS without leading zeros', 'GB', '2079460123\n7911123456\n', '442079460123 447911123456'],
  ['Bloctel', 'FR', 'Numéro;Inscrit\n0144556677;NON\n0144556678;OUI\n', '33144556678'],
  ['Robinson', 'DE', 'Name;Rufnummer\nAna;030/901820\nBen;0171 1234567\n', '4930901820 491711234567'],
  ['DNCR', 'AU', '0293744000\n0412345678\n', '61293744000 61412345678'],
  ['RPO', 'IT', 'Numero;Iscritto\n3331234567;sì\n0612345678;no\n', '393331234567'],
  ['DNCL', 'CA', '4165550143,A\n4165550144,D\n', '14165550143'],
  [
    'Singapore',
    'SG',
    'Telephone Number,No Voice Call,No Text Message\n91234567,Y,N\n91234568,N,Y\n',
    '6591234567',
  ],
  ['Brazil', 'BR', '(11) 98765-4321\n11 8765-4321\n', '5511987654321'],
  ['Mexico', 'MX', '+521 55 1234 5678\n044 55 1234 5678\n', '525512345678'],
])('%s', async (_name, country, content, listed) => {
  expect(await read(content, country)).toMatchObject({ listed, rejected: 0 });
});

test.each([
  ['an area code alone', '202\n'],
  ['scientific notation', 'phone\n2.02556E+09\n'],
  ['an area code with an exchange', 'Area Code,Prefix\n202,555\n'],
])('%s is rejected: it lists nothing that can be told', async (_name, content) => {
  expect(await read(content)).toEqual({ listed: '', removed: '', rejected: 1 });
});

/** 192 MB of one letter. */
const BOMB = gzipSync(Buffer.alloc(192 * 1_048_576, '0'));

test.each<[string, string | Uint8Array, RegExp]>([
  ['JSON cut short', '[{"phone":"2025550143"},{"pho', /whose end is missing/],
  ['JSON without a number', '[{"name":"Ana"}]', /hold no telephone number/],
  ['JSON of great depth', '['.repeat(100_000), /more than 64 objects/],
  ['gzip that unpacks without end', BOMB, /packed more densely/],
  ['a web page without a number', '<html><body>none</body></html>', /hold no telephone number/],
])('%s is refused', async (_name, content, message) => {
  await expect(read(content)).rejects.toThrow(message);
});
