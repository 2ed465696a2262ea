/** Files that were read wrongly before (test/tables/trials), with what is right. */
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { RowReader, openTable } from '../../src/index.js';
import type { ListTable, NewLead, RowProblem, TableOptions, TableRow } from '../../src/index.js';

const FOLDER = fileURLToPath(new URL('trials/', import.meta.url));

interface Read {
  readonly table: ListTable;
  readonly leads: readonly NewLead[];
  readonly rejected: readonly { readonly line: number; readonly problems: readonly RowProblem[] }[];
}

async function read(source: string | Buffer[], options: TableOptions = {}): Promise<Read> {
  const table = await openTable(
    typeof source === 'string' ? createReadStream(FOLDER + source) : source,
    options,
  );
  const reader = new RowReader(table.columns, {
    defaultCountry: 'US',
    dateOrder: 'month-first',
    at: 1.78e12,
  });
  const rows: TableRow[] = [];
  for await (const batch of table.rows) rows.push(...batch);
  const leads: NewLead[] = [];
  const rejected: Read['rejected'][number][] = [];
  for (const { line, fields, problem } of rows) {
    const { lead, problems } = problem ? { lead: null, problems: [problem] } : reader.read(fields);
    if (lead) leads.push(lead);
    else rejected.push({ line, problems });
  }
  return { table, leads, rejected };
}

const numbers = ({ leads }: Read): string[] => leads.map(({ phones }) => phones[0]?.phone ?? '');

describe('address columns', () => {
  test.each([
    ['hubspot.csv', { region: 'FL' }],
    ['report.csv', { postalCode: '33101' }],
    ['salesforce.csv', { region: 'FL', postalCode: '33101' }],
    ['voter.csv', { region: 'FL', postalCode: '33101' }],
  ])('%s: the state of the person is read', async (file, facts) => {
    const { leads, table } = await read(`address-columns-not-read/${file}`);
    expect(leads[0]?.facts).toMatchObject(facts);
    expect(table.warnings()).toEqual([]);
    expect(table.columns.map(({ target }) => target)).toContain('region');
  });
});

describe('files that are no plain CSV', () => {
  test.each([
    ['empty.csv', 'The file is empty.'],
    ['xlsx.csv', 'It is a workbook without its parts'],
  ])('%s is said in one sentence with what to do', async (file, message) => {
    await expect(read(`binary-files/${file}`)).rejects.toThrow(message);
  });

  test.each([
    ['json.csv', 2],
    ['sep-quoted.csv', 1],
    ['sep-upper.csv', 1],
    ['title.csv', 1],
    ['utf16-nobom.csv', 2],
    ['x.csv.gz', 2],
  ])('%s is read', async (file, count) => {
    const done = await read(`binary-files/${file}`);
    expect(done.rejected).toEqual([]);
    expect(done.leads).toHaveLength(count);
    expect(numbers(done)[0]).toBe('+12025550143');
  });

  test('titles above the header are said', async () => {
    const { table } = await read('binary-files/title.csv');
    expect(table.warnings()).toEqual(['the lines before line 4 are titles and were skipped']);
  });

  test.each<[string, string]>([
    ['%PDF-1.7 ...', 'It is a PDF file. Export the list as CSV or .xlsx.'],
    ['<!DOCTYPE html><table><tr><td>phone', 'It is a web page (HTML), whatever its name ends in.'],
    ['<?xml version="1.0"?><leads/>', 'It is an XML file.'],
    [`[{"phone":"2025550143","x":${'['.repeat(100_000)}`, 'It is JSON with more than 64 objects'],
    ['BEGIN:VCARD\nFN:Ana', 'It is a file of vCards.'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'It is a workbook of an old Excel (.xls), or one that a password protects.'],
    [`\x89PNG\r\n\x1a\n${'\0'.repeat(20)}`, 'It is a picture.'],
    ['\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15abc', 'It is binary data, not text.'],
  ])('%j', async (text, message) => {
    await expect(read([Buffer.from(text, 'latin1')])).rejects.toThrow(message);
  });

  test('a line of ten million characters gives a short message, soon', async () => {
    const before = process.cpuUsage();
    const error: unknown = await read([Buffer.from('a,'.repeat(5_000_000))]).catch((cause: unknown) => cause);
    const { user } = process.cpuUsage(before);
    expect(error).toBeInstanceOf(Error);
    expect(String(error).length).toBeLessThan(1_000);
    expect(user / 1_000).toBeLessThan(5_000);
  });
});

describe('files without a header', () => {
  const columns = { '1': 'phone', '2': 'field:name', '3': 'region' } as const;

  test('are refused as long as nothing says that there is none', async () => {
    await expect(read('headerless/leads.csv', { columns })).rejects.toThrow('The first line looks like data');
    await expect(read('headerless/leads.csv')).rejects.toThrow('map columns by position, e.g. {"1":"phone"}');
  });

  test('are read whole where the list says so', async () => {
    const done = await read('headerless/leads.csv', { columns, header: false });
    expect(numbers(done)).toEqual(['+12025550143', '+13125550121']);
    expect(done.leads.map(({ fields }) => fields?.['name'])).toEqual(['Ana', 'Ben']);
  });
});

describe('rows', () => {
  test('a quoted note of 63 lines is read, and no lead comes out of its inside', async () => {
    const done = await read('long-notes/leads.csv');
    expect(numbers(done)).toEqual(['+12025550143', '+13125550121']);
    expect(done.leads[0]?.fields?.['notes']).toContain('202-555-0199\nline 0\n');
    expect(done.rejected).toEqual([]);
  });

  test('rows with more values than columns are named, and not shifted', async () => {
    const done = await read('ragged-rows/leads.csv');
    expect(done.rejected.map(({ line, problems }) => [line, problems[0]?.problem])).toEqual([
      [2, '6 values for 5 columns: an unquoted comma?'],
      [5, '7 values for 5 columns: an unquoted comma?'],
    ]);
    expect(numbers(done)).toEqual(['+13125550121', '+14155550178']);
    expect(done.table.warnings()).toEqual([
      '2 rows end early, the first in line 3: what is missing is empty',
    ]);
  });

  test('a row that a line break cuts in two is named, both halves', async () => {
    const text = 'phone,name,city,state\n2025550143,Smith\nJohn,Miami,FL\n3125550121,Ben,Chicago,IL\n';
    const done = await read([Buffer.from(text)]);
    expect(done.rejected.map(({ line }) => line)).toEqual([2, 3]);
    expect(done.rejected[0]?.problems[0]?.problem).toContain('a line break outside of quotation marks?');
    expect(numbers(done)).toEqual(['+13125550121']);
  });

  test('behind a mark that is never closed, short rows are not taken for leads until a whole one comes', async () => {
    const text =
      'phone,name,notes\n2025550143,Ana,"Hi team\n"202-555-0199"\n3125550121,Ben,x\n4155550178,Cy\n';
    const done = await read([Buffer.from(text)]);
    expect(done.rejected.map(({ line }) => line)).toEqual([2, 3]);
    expect(numbers(done)).toEqual(['+13125550121', '+14155550178']);
  });
});

describe('columns', () => {
  test('repeated headers are kept', async () => {
    const { leads } = await read('duplicate-headers/leads.csv');
    expect(leads[0]?.fields).toEqual({ name: 'Ana', 'name 2': 'Smith' });
    expect(leads[0]?.phones.map(({ phone }) => phone)).toEqual(['+12025550143', '+13125550121']);
  });

  test('headers of every script are kept', async () => {
    const { leads } = await read('non-latin-headers/leads.csv');
    expect(Object.keys(leads[0]?.fields ?? {})).toEqual(['名前', 'Имя', '住所']);
  });

  test('a column of names is no person key', async () => {
    const { leads } = await read('same-name-lost/leads.csv');
    expect(leads.map(({ personKey, fields }) => [personKey, fields?.['Customer']])).toEqual([
      [undefined, 'John Smith'],
      [undefined, 'John Smith'],
      [undefined, 'Jane Roe'],
    ]);
    const business = await read('same-name-lost/business.csv');
    expect(business.leads.map(({ fields }) => fields?.['Business'])).toEqual(["Joe's Pizza", 'Acme Ltd']);
    expect(business.leads.every(({ facts }) => facts?.isBusiness === undefined)).toBe(true);
  });

  test('windows-1252 is read on every Node', async () => {
    const done = await read('windows-1252-on-node-20/leads.csv');
    expect(numbers(done)).toEqual(['+12025550143']);
    expect(done.leads[0]?.fields).toEqual({ name: 'Seán O’Brien', note: '“fee” 5 €' });
    const names = await read('windows-1252-on-node-20/names.csv');
    expect(names.leads[0]?.fields?.['name']).toBe('José “Pepe” Nuñez €');
    expect(names.table.encoding.encoding).toBe('windows-1252');
  });

  test('samples of each column are at hand', async () => {
    const { table } = await read('ragged-rows/leads.csv');
    expect(table.samples[1]).toEqual(['Smith', 'Ben', 'Cy']);
  });
});
