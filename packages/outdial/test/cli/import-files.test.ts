/** `outdial import` reads lists as programs save them: workbooks, old encodings, lines of fixed width. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@outdial/store';
import { sheetOf, workbookOf } from '../../../lists/test/tables/zip-of.js';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
let campaign: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-files-'));
  await commandIn(folder, ['init']);
  campaign = await readFile(join(folder, 'campaign.yaml'), 'utf8');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Imported extends CommandResult {
  /** Number, fields and facts of each lead. */
  readonly leads: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
}

/** Imports a file into a new database. `settings`: further ones of the list. */
async function imported(
  name: string,
  bytes: Buffer | string,
  { args = [], settings = '' }: { readonly args?: readonly string[]; readonly settings?: string } = {},
): Promise<Imported> {
  count += 1;
  writeFileSync(join(folder, name), bytes);
  const own = campaign
    .replace('file: leads.csv', `file: ${name}${settings}`)
    .replace('./outdial.db', `./${count}.db`);
  writeFileSync(join(folder, 'own.yaml'), own);
  const result = await commandIn(folder, ['import', '--campaign', 'own.yaml', ...args]);
  if (result.code !== 0) return { ...result, leads: [] };
  const store = await openStore({ url: `sqlite:${join(folder, `${count}.db`)}` });
  const rows = await store.engine.db
    .selectFrom('leads')
    .innerJoin('phones', 'phones.lead_id', 'leads.lead_id')
    .select(['phone', 'fields', 'facts'])
    .orderBy('import_line')
    .orderBy('position')
    .execute();
  await store.close();
  return {
    ...result,
    leads: rows.map(({ phone, fields, facts }) => [phone, { ...JSON.parse(fields), ...JSON.parse(facts) }]),
  };
}

describe('a workbook', () => {
  const book = workbookOf(
    {
      Draft: sheetOf([['Phone'], ['2025550199']]),
      May: sheetOf([
        ['Phone', 'Name'],
        ['2025550143', 'Ana'],
      ]),
      June: sheetOf(
        [
          ['Phone', 'State'],
          ['3125550121', 'IL'],
          ['3125550122', ''],
        ],
        ['B2:B3'],
      ),
    },
    [],
    ['Draft'],
  );

  test('is read from its first sheet that is not hidden, and the import says which', async () => {
    const { out, leads } = await imported('book.xlsx', book);
    expect(out).toContain("sheet 'May' (of 3)");
    expect(leads).toMatchObject([['+12025550143', { Name: 'Ana' }]]);
  });

  test.each([
    ['by the command', { args: ['--sheet', 'june'] }],
    ['by the campaign file', { settings: '\n    sheet: June' }],
  ])('is read from the sheet named %s; merged cells count for their rows', async (_how, options) => {
    const { out, leads } = await imported('book.xlsx', book, options);
    expect(out).toContain("sheet 'June' (of 3)");
    expect(leads).toMatchObject([
      ['+13125550121', { region: 'IL' }],
      ['+13125550122', { region: 'IL' }],
    ]);
  });

  test('without the sheet that is named is refused, with the names it has', async () => {
    const { code, err } = await imported('book.xlsx', book, { args: ['--sheet', 'July'] });
    expect(code).toBe(2);
    expect(err).toContain('Draft, May, June');
  });
});

test('a list of an old Mac is read: its letters, its line ends, and what it was taken for', async () => {
  const text = 'Phone,Name,City\r2025550143,Jos\x8e N\x96\x96ez,M\x87laga\r3125550121,J\x9frgen,K\x9aln\r';
  const { out, leads } = await imported('mac.csv', Buffer.from(text, 'latin1'));
  expect(out).toContain('macintosh');
  expect(leads).toMatchObject([
    ['+12025550143', { Name: 'José Nññez', city: 'Málaga' }],
    ['+13125550121', { Name: 'Jürgen', city: 'Köln' }],
  ]);
});

describe('lines of fixed width', () => {
  const settings = '\n    widths: [10, 8, 2, 5]';

  test('are cut where neighbours touch, short lines and further text included', async () => {
    const text =
      'PHONE     NAME    STZIP\r\n' +
      '2025550143Ana Mar.FL33101\r\n' +
      '3125550121Ben\r\n' +
      '4155550178Cy      CA94016 moved\r\n' +
      '          Total: 3\r\n';
    const { out, leads } = await imported('fixed.txt', text, { settings });
    expect(leads).toMatchObject([
      ['+12025550143', { NAME: 'Ana Mar.', region: 'FL', postalCode: '33101' }],
      ['+13125550121', { NAME: 'Ben' }],
      ['+14155550178', { NAME: 'Cy', region: 'CA', postalCode: '94016' }],
    ]);
    expect(out).toContain('rejected 1');
  });

  test('with the widths of another file give no number of a stranger', async () => {
    const { leads } = await imported('fixed.txt', 'PHONE       NAME\n202-555-0143Ana\n312-555-0121Ben\n', {
      settings: '\n    widths: [8, 8]',
    });
    expect(leads).toEqual([]);
  });
});
