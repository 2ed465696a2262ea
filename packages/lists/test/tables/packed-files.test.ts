/** Workbooks, gzip, zip, JSON and lines of fixed width. */
import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { openTable } from '../../src/index.js';
import type { TableOptions } from '../../src/index.js';
import { sheetOf, workbookOf, zipOf } from './zip-of.js';

const LIST = 'phone,name\n+12025550143,Ana\n+13125550121,Ben\n';

async function rowsOf(
  bytes: Buffer | string,
  options: TableOptions = {},
): Promise<{ format: string; targets: string[]; rows: string[][] }> {
  const table = await openTable([Buffer.from(bytes)], options);
  const rows: string[][] = [];
  for await (const batch of table.rows) for (const { fields } of batch) rows.push([...fields]);
  return { format: table.format, targets: table.columns.map(({ target }) => target), rows };
}

const ROWS = [
  ['+12025550143', 'Ana'],
  ['+13125550121', 'Ben'],
];

/** Letters whose bytes in UTF-16 are control characters where they are taken for one byte a letter. */
const LETTERS = [
  'Иван Петров',
  'Γιώργος Παπαδόπουλος',
  'محمد علي حسن',
  'דוד כהן',
  'Łukasz Żółć',
  '“Q” O’Neill',
];

test.each(LETTERS)('UTF-16 of both orders, with a mark and without, is no binary data: %s', async (name) => {
  for (const mark of ['\ufeff', '']) {
    const bytes = Buffer.from(`${mark}phone,name\n+12025550143,${name}\n`, 'utf16le');
    for (const file of [bytes, Buffer.from(bytes).swap16(), gzipSync(bytes)])
      expect((await rowsOf(file)).rows).toEqual([['+12025550143', name]]);
  }
});

test.each([
  ['counts of two bytes', Buffer.from(Uint16Array.from({ length: 64 }, (_, at) => at % 30).buffer)],
  [
    'a mark before noise',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(64, Buffer.from([1, 5, 0x1c, 0xe0]))]),
  ],
])('%s are no UTF-16', async (_name, bytes) => {
  await expect(rowsOf(bytes)).rejects.toThrow(/binary data/);
});

describe('packed files', () => {
  test('gzip, zip with one file, and one in the other are read', async () => {
    expect(await rowsOf(gzipSync(LIST))).toMatchObject({ format: 'CSV, gzip', rows: ROWS });
    const mac = { 'list.csv': LIST, '__MACOSX/._list.csv': 'x', 'folder/': '' };
    expect(await rowsOf(zipOf(mac))).toMatchObject({ format: 'CSV, zip', rows: ROWS });
    expect(await rowsOf(zipOf({ 'list.csv.gz': gzipSync(LIST) }))).toMatchObject({ rows: ROWS });
  });

  test('a zip with several files names them', async () => {
    await expect(rowsOf(zipOf({ 'a.csv': LIST, 'b.csv': LIST }))).rejects.toThrow(
      'It is a zip archive with 2 files (a.csv, b.csv). Unpack it and name one.',
    );
    await expect(rowsOf(zipOf({}))).rejects.toThrow('a zip archive without a file');
  });

  test('a damaged file is said to be one', async () => {
    const packed = gzipSync(LIST.repeat(500));
    await expect(rowsOf(packed.subarray(0, packed.length - 30))).rejects.toThrow('a damaged gzip file');
    const zip = zipOf({ 'a.csv': LIST });
    await expect(rowsOf(zip.subarray(0, zip.length - 10))).rejects.toThrow('a damaged zip archive');
  });

  test('bombs end with an error, and memory stays flat', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(LIST), Buffer.alloc(150 * 1_048_576)]));
    expect(bomb.length).toBeLessThan(1_048_576);
    const before = process.memoryUsage.rss();
    await expect(rowsOf(bomb)).rejects.toThrow('packed more densely than a list can be');
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1_048_576);
  });
});

describe('workbooks', () => {
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>name</t></is></c>' +
    '<c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><v>2.025550143E9</v></c><c r="B3" t="str"><v>Ana &amp; Co</v></c>' +
    '<c r="C3" s="1"><v>46174</v></c><c r="D3" s="2"><v>2134</v></c></row>' +
    '<row r="4"><c r="A4"><v>3125550121</v></c><c r="D4"><v>60601</v></c></row>';
  const book = workbookOf({ Leads: cells, Notes: '<row r="1"/>' }, ['Phone', 'Consent date', 'ZIP']);

  test('numbers come as digits, dates as ISO, padded numbers with their zeros', async () => {
    expect(await rowsOf(book)).toEqual({
      format: "workbook, sheet 'Leads' (of 2)",
      targets: ['phone', 'field:name', 'consentAt', 'postalCode'],
      rows: [
        ['2025550143', 'Ana & Co', '2026-06-01', '02134'],
        ['3125550121', '', '', '60601'],
      ],
    });
  });

  test('a merged cell counts for every row it covers; titles across the sheet do not', async () => {
    const merged = sheetOf(
      [
        ['June list', '', ''],
        ['Phone', 'Name', 'Do Not Call'],
        ['2025550143', 'Ana', 'Y'],
        ['2025550144', 'Ben', ''],
        ['2025550145', '', ''],
        ['2025550146', 'Di', ''],
      ],
      ['A1:C1', 'C3:C5', 'B4:B5'],
    );
    expect((await rowsOf(workbookOf({ Leads: merged }))).rows).toEqual([
      ['2025550143', 'Ana', 'Y'],
      ['2025550144', 'Ben', 'Y'],
      ['2025550145', 'Ben', 'Y'],
      ['2025550146', 'Di'],
    ]);
  });

  test('a formula has its value; one that was never computed is no value, and not nothing', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>Phone</v></c><c r="B1" t="str"><v>DNC</v></c></row>' +
      '<row r="2"><c r="A2"><f>VALUE("x")</f><v>2025550143</v></c><c r="B2"><f>IF(C2,"Y","")</f></c></row>' +
      '<row r="3"><c r="A3"><f>D3&amp;E3</f></c><c r="B3" t="e"><f>VLOOKUP(A3,X,2)</f><v>#N/A</v></c></row>';
    expect((await rowsOf(workbookOf({ Leads: rows }))).rows).toEqual([
      ['2025550143', '=IF(C2,"Y","")'],
      ['=D3&E3', '#N/A'],
    ]);
  });

  test('hidden rows are read and said; a hidden sheet is read only by its name', async () => {
    const rows = sheetOf([['Phone'], ['2025550143'], ['2025550144']]).replace(
      '<row r="3">',
      '<row r="3" hidden="1">',
    );
    const hidden = workbookOf({ Old: sheetOf([['Phone'], ['2025550199']]), Leads: rows }, [], ['Old']);
    const table = await openTable([hidden]);
    const read: string[] = [];
    for await (const batch of table.rows) for (const { fields } of batch) read.push(...fields);
    expect(read).toEqual(['2025550143', '2025550144']);
    expect(table.warnings()).toEqual([
      "the workbook has sheets that are not read: 'Old'",
      '1 hidden row of the sheet, the first in line 3, read like the others',
    ]);
    expect((await rowsOf(hidden, { sheet: 'old' })).rows).toEqual([['2025550199']]);
  });

  test('a sheet is chosen by its name; an unknown one is answered with the names', async () => {
    await expect(rowsOf(book, { sheet: 'Notes' })).rejects.toThrow('The file is empty');
    await expect(rowsOf(book, { sheet: 'May' })).rejects.toThrow('Its sheets are: Leads, Notes.');
  });
});

describe('JSON', () => {
  test.each([
    [
      'an array of objects',
      '[{"phone":"+12025550143","name":"Ana"},\n{"name":"Ben","phone":"+13125550121"}]',
    ],
    ['one object a line', '{"phone":"+12025550143","name":"Ana"}\n{"phone":"+13125550121","name":"Ben"}\n'],
    ['an array of arrays', '[["phone","name"],["+12025550143","Ana"],["+13125550121","Ben"]]'],
  ])('%s is read', async (_name, text) => {
    expect(await rowsOf(text)).toMatchObject({ format: 'JSON', rows: ROWS });
  });

  test('objects within are flattened, braces within texts are text', async () => {
    const text =
      '[{"phone":"+12025550143","address":{"state":"FL","zip":"33101"},"tags":["a","b"],"note":"}]{\\""}]';
    expect(await rowsOf(text)).toMatchObject({
      targets: ['phone', 'region', 'postalCode', 'field:tags', 'field:note'],
      rows: [['+12025550143', 'FL', '33101', 'a; b', '}]{"']],
    });
  });

  test.each([
    ['[{"phone":"+12025550143"}', 'It is JSON that ends in the middle'],
    ['[{"phone":"+12025550143"}, {phone: 2}]', 'It is JSON that cannot be read at element 2'],
  ])('%s is said', async (text, message) => {
    await expect(rowsOf(text)).rejects.toThrow(message);
  });
});

test('lines of fixed width are cut by the widths given', async () => {
  const text = 'PHONE       NAME      ST\n2025550143  Ana       DC\n3125550121  Ben Carter IL\n';
  expect(await rowsOf(text, { widths: [12, 10, 3] })).toMatchObject({
    format: 'fixed width',
    targets: ['phone', 'field:NAME', 'region'],
    rows: [
      ['2025550143', 'Ana', 'DC'],
      ['3125550121', 'Ben Carter', 'IL'],
    ],
  });
});
