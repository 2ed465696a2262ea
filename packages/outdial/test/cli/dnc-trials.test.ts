import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn, type CommandResult } from './command-in.js';

const TRIALS = join(import.meta.dirname, '../trials');
const LISTS = join(import.meta.dirname, '../../../lists/test/trials');

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);

/** Leads that can be dialed, by number. */
async function dialable(): Promise<string[]> {
  const { out } = await outdial('leads', 'list', '--state', 'ready');
  return [...out.matchAll(/\+\d{7,15}/g)].map(([phone]) => phone);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-dnc-trials-'));
  await outdial('init');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('import --do-not-call', () => {
  beforeEach(() => cp(join(TRIALS, 'do-not-call-file-not-read'), folder, { recursive: true }));

  test.each([
    ['cr.txt', []],
    ['dot0.txt', ['+13125550121']],
    ['ftc.txt', ['+13125550121']],
    ['hdr.csv', ['+13125550121']],
    ['idfirst.csv', ['+13125550121']],
    ['list.txt.gz', ['+13125550121']],
    ['two.txt', []],
    ['utf16.txt', ['+13125550121']],
  ])('reads %s as dnc build does', async (file, open) => {
    const done = await outdial('import', 'leads.csv', '--do-not-call', file);
    expect(done.code).toBe(0);
    expect(done.out).toMatch(new RegExp(`${2 - open.length} numbers? newly on it`));
    expect(await dialable()).toEqual(open);
  });

  test('imports no lead while the file cannot be read whole', async () => {
    await writeFile(join(folder, 'cut.txt'), '2025550143\n312555\n');
    const refused = await outdial('import', 'leads.csv', '--do-not-call', 'cut.txt');
    expect(refused).toMatchObject({ code: 6, out: '' });
    expect(refused.err).toMatch(
      /cut\.txt cannot be read whole: of 1 of its 2 lines something is not a number/,
    );
    expect(await readFile(join(folder, 'cut.txt.rejected.csv'), 'utf8')).toMatch(
      /\r\n2,rejected,phone,312555,/,
    );
    expect(await dialable()).toEqual([]);

    const partial = await outdial('import', 'leads.csv', '--do-not-call', 'cut.txt', '--do-not-call-partial');
    expect(partial).toMatchObject({ code: 0, out: expect.stringContaining('1 rejected: line, value') });
    expect(await dialable()).toEqual(['+13125550121']);
  });

  test.each([
    ['a document', Buffer.from(`%PDF-1.7 ${'x'.repeat(100)}`)],
    ['gzip cut short', Buffer.from('1f8b0800000000000003333230', 'hex')],
  ])('imports no lead where the file is %s', async (_name, bytes) => {
    await writeFile(join(folder, 'list.bin'), bytes);
    const refused = await outdial('import', 'leads.csv', '--do-not-call', 'list.bin');
    expect(refused).toMatchObject({ code: 6, err: expect.stringContaining('list.bin cannot be read whole') });
    expect(await dialable()).toEqual([]);
  });
});

test('dnc export gives the numbers of requests and of persons, and another database takes them', async () => {
  await writeFile(
    join(folder, 'asked.csv'),
    'phone,mobile,Do Not Call\n2025550143,3125550121,yes\n4155550178,,\n',
  );
  await outdial('import', 'asked.csv');
  await outdial('dnc', 'opt-out', '415-555-0178', '--source', 'letter');
  const exported = await outdial('dnc', 'export', '--out', 'opt-outs.csv');
  expect(exported).toMatchObject({ code: 0, err: expect.stringContaining('numbers of the company') });
  const text = await readFile(join(folder, 'opt-outs.csv'), 'utf8');
  for (const phone of ['+12025550143', '+13125550121', '+14155550178']) expect(text).toContain(phone);
  expect(text).toMatch(/\+14155550178,[^,]+,company,letter,/);

  const other = join(folder, 'autumn');
  await cp(join(folder, 'campaign.yaml'), join(other, 'campaign.yaml'));
  await cp(join(folder, 'opt-outs.csv'), join(other, 'opt-outs.csv'));
  const taken = await commandIn(other, ['dnc', 'opt-out', '--file', 'opt-outs.csv']);
  expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('3 of ') });
});

describe('dnc build', () => {
  const inSet = async (number: string, country = 'US'): Promise<boolean> =>
    (await outdial('dnc', 'check', 'set.dnc', number, '--country', country)).code === 6;
  const build = (file: string, country: string): Promise<CommandResult> =>
    outdial('dnc', 'build', 'set.dnc', file, '--country', country, '--source', 's', '--date', '2026-06-01');

  test('matches numbers with their country code and without plus', async () => {
    expect(await build(join(LISTS, 'de-country-code-without-plus/dnc.txt'), 'DE')).toMatchObject({ code: 0 });
    expect(await inSet('+491711234567')).toBe(true);
    expect(await inSet('0171 1234567', 'DE')).toBe(true);
  });

  test('matches a Mexican subscriber before and after 2019', async () => {
    expect(await build(join(LISTS, 'mexico-521/dnc.txt'), 'MX')).toMatchObject({ code: 0 });
    expect([await inSet('+525512345678'), await inSet('+5215512345678')]).toEqual([true, true]);
  });

  test('takes every number of a line', async () => {
    const built = await build(join(LISTS, 'two-numbers-in-a-cell/dnc.txt'), 'US');
    expect(built).toMatchObject({ code: 0, out: expect.stringContaining('2 lines, 4 numbers') });
    expect([await inSet('3125550121'), await inSet('3125550122')]).toEqual([true, true]);
  });

  test('lists a whole exchange or area by a range', async () => {
    await writeFile(join(folder, 'ranges.txt'), '202555*\n312*\n');
    expect(await build('ranges.txt', 'US')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 ranges'),
    });
    expect([await inSet('2025550143'), await inSet('3122345678'), await inSet('2022345678')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('removes by merge what a change list marks as gone', async () => {
    await writeFile(join(folder, 'full.txt'), '202,5550143\n202,5550144\n');
    await writeFile(join(folder, 'change.txt'), '202,5550145,2026-06-02,A\n202,5550144,2026-06-02,D\n');
    await build('full.txt', 'US');
    const merged = await outdial('dnc', 'merge', 'set.dnc', '--add', 'change.txt', '--date', '2026-06-02');
    expect(merged).toMatchObject({ code: 0, out: expect.stringContaining('1 to add, 1 to remove') });
    expect([await inSet('2025550143'), await inSet('2025550144'), await inSet('2025550145')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('dnc opt-out', () => {
  test.each(['202555014', '491711234567', '1-800-FLOWERS', '911', '+120255501430', '+1202555014'])(
    'refuses %s, as import does, and records nothing',
    async (number) => {
      const refused = await outdial('dnc', 'opt-out', '2025550143', number);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain(`'${number}' is not a valid number: `);
      expect((await outdial('dnc', 'opt-out', '2025550143')).out).toMatch(/^1 of 1/);
    },
  );

  test('reads a number as import does', async () => {
    expect((await outdial('dnc', 'opt-out', '2025550143.0')).code).toBe(0);
    expect((await outdial('dnc', 'opt-out', '+12025550143')).out).toMatch(/^0 of 1/);
  });

  test('takes a file in the formats of dnc build, whole or not at all', async () => {
    await writeFile(join(folder, 'out.csv'), 'id,phone\n1,2025550143;3125550121\n2,nobody\n');
    const refused = await outdial('dnc', 'opt-out', '--file', 'out.csv');
    expect(refused).toMatchObject({ code: 6, err: expect.stringContaining('Nothing recorded.') });
    const taken = await outdial('dnc', 'opt-out', '--file', 'out.csv', '--partial');
    expect(taken).toMatchObject({ code: 6, out: expect.stringContaining('2 of 2 numbers newly') });
    expect(await outdial('dnc', 'opt-out')).toMatchObject({ code: 2 });
  });
});

describe('the day of a request', () => {
  const dayOf = async (number: string): Promise<string> => {
    const { out } = await outdial('dnc', 'export');
    return /,(\d{4}-\d\d-\d\d)/.exec(out.split('\n').find((line) => line.includes(number)) ?? '')?.[1] ?? '';
  };

  test.each([
    ['a column of dates', 'phone,opted out on\n2025550143,03/14/2025\n', '2025-03-14'],
    [
      'the column of the request beside others',
      'phone,last call date,Date Added\n2025550143,2026-01-05,2025-03-14\n',
      '2025-03-14',
    ],
    [
      'an export',
      'phone,requested at,scope,source,person\n+12025550143,2025-03-14 10:00:00,company,x,\n',
      '2025-03-14',
    ],
    ['a line without a header', '2025550143,2025-03-14\n', '2025-03-14'],
  ])('is read from %s', async (_what, text, day) => {
    await writeFile(join(folder, 'dated.csv'), text);
    expect((await outdial('dnc', 'opt-out', '--file', 'dated.csv')).code).toBe(0);
    expect(await dayOf('2025550143')).toBe(day);
  });

  test.each([
    ['no date', 'phone,reason\n2025550143,complaint\n'],
    ['a date of something else', 'phone,birth date\n2025550143,1980-03-14\n'],
    ['a day to come', 'phone,date\n2025550143,2099-03-14\n'],
    ['no day', 'phone,date\n2025550143,last spring\n'],
  ])('is the day it is entered where the file says %s', async (_what, text) => {
    await writeFile(join(folder, 'dated.csv'), text);
    expect((await outdial('dnc', 'opt-out', '--file', 'dated.csv')).code).toBe(0);
    expect(await dayOf('2025550143')).toBe('2026-06-10');
  });
});

describe('dnc opt-in', () => {
  beforeEach(async () => {
    await cp(join(TRIALS, 'opt-in-remedy'), folder, { recursive: true });
    await outdial('import', 'leads.csv');
  });

  test('opens the lead that a mistaken opt-out closed', async () => {
    expect(await dialable()).toEqual(['+12025550143']);
    await outdial('dnc', 'opt-out', '202-555-0143');
    expect(await dialable()).toEqual([]);
    const done = await outdial('dnc', 'opt-in', '202-555-0143', '--why', 'typo');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Leads opened again: 1.') });
    expect(await dialable()).toEqual(['+12025550143']);
    expect((await outdial('audit', 'verify')).code).toBe(0);
  });

  test('of an unknown number says so', async () => {
    expect(await outdial('dnc', 'opt-in', '202-555-0199', '--why', 'typo')).toMatchObject({ code: 6 });
  });
});
