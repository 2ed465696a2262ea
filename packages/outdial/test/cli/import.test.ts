/** `outdial import` and `outdial leads`: what they print, write and refuse. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const modeOf = (name: string): number => statSync(join(folder, name)).mode & 0o777;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-import-'));
  await outdial('init');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('outdial import', () => {
  test('a dry run prints the mapping, and makes no database', async () => {
    write('spring.csv', 'Contact No,Name,Mailing State,TCPA flag\n202-555-0143,Ana,FL,y\n12,Ben,NV,n\n');
    const { code, out } = await outdial('import', 'spring.csv', '--dry-run', '--map', 'Contact No=phone');
    expect(code).toBe(0);
    expect(out).toContain("  Contact No -> phone: '202-555-0143', '12'");
    expect(out).toContain("  Mailing State -> region: 'FL', 'NV'");
    expect(out).toContain("warning: column 'TCPA flag' looks legal and is not used");
    expect(out).toContain('added 1, updated 0');
    expect(out).toContain('dry run: nothing was written to the store');
    expect(existsSync(join(folder, 'outdial.db'))).toBe(false);
    expect(readFileSync(join(folder, 'spring.csv.rejected.csv'), 'utf8')).toContain(
      '12,Ben,NV,n,3,rejected,',
    );
  });

  test('what an import that is taken back said of requests stays in force, and is said', async () => {
    write('asked.csv', 'phone,DNC\n202-555-0148,Y\n202-555-0149,N\n');
    const done = await outdial('import', 'asked.csv');
    expect(done.out).toContain("warning: column 'DNC' is read as the persons' own requests");
    const importId = /--undo (\S+)/.exec(done.out)?.[1] ?? '';
    expect((await outdial('import', '--undo', importId)).out).toContain(
      '1 lead removed from list first-list. 1 of its rows was not to be called, and that stays in force',
    );
    expect((await outdial('check', '+12025550148')).out).toContain('must not be called');
  });

  test('an import can be taken back; its files are their owner only', async () => {
    const done = await outdial('import', 'spring.csv', '--map', 'Contact No=phone');
    const importId = /--undo (\S+)/.exec(done.out)?.[1] ?? '';
    expect(modeOf('outdial.db')).toBe(0o600);
    expect(modeOf('spring.csv.rejected.csv')).toBe(0o600);
    expect((await outdial('leads', 'export', '--out', 'export.csv')).code).toBe(0);
    expect(modeOf('export.csv')).toBe(0o600);
    expect(await outdial('import', '--undo', importId)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 lead removed') as unknown,
    });
    expect((await outdial('import', '--undo', importId)).code).not.toBe(0);
  });

  test.each([
    [['--map', 'x=Region'], /target 'Region', which does not exist[^]*postalCode/],
    [['--map', 'nothing'], /is not a mapping of a column/],
    [['--encoding', 'klingon'], /encoding 'klingon' is not known/],
  ])('%j is refused', async (options, message) => {
    const result = await outdial('import', 'spring.csv', ...options);
    expect(result.err).toMatch(message);
    expect(result.code).toBe(2);
  });

  test('a file without a header is refused, and read where it is said', async () => {
    write('headless.csv', '2025550143,Ana,DC\n3125550121,Ben,IL\n');
    const refused = await outdial('import', 'headless.csv');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('looks like data') as unknown });
    const read = await outdial('import', 'headless.csv', '--dry-run', '--no-header', '--map', '1=phone');
    expect(read.out).toContain('2 rows');
  });

  test('nothing is written over an input or through a link', async () => {
    const list = readFileSync(join(folder, 'spring.csv'), 'utf8');
    for (const name of ['campaign.yaml', 'outdial.db']) {
      const before = readFileSync(join(folder, name));
      const result = await outdial('report', '--out', name);
      expect(result).toMatchObject({ code: 2, err: expect.stringContaining('is not written') as unknown });
      expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    }
    symlinkSync(join(folder, 'spring.csv'), join(folder, 'link.csv'));
    expect((await outdial('leads', 'export', '--out', 'link.csv')).err).toContain('it is a symbolic link');
    expect(readFileSync(join(folder, 'spring.csv'), 'utf8')).toBe(list);
  });

  test('leads close says what it could not use, and ends with 6 where nothing was closed', async () => {
    write('close.csv', 'phone\n2025550199\nbad number\n');
    const { code, out } = await outdial('leads', 'close', '--file', 'close.csv');
    expect(code).toBe(6);
    expect(out).toContain('1 reference: 0 leads closed');
    expect(out).toContain('1 line cannot be used');
    expect(out).toContain('line 3: it names no lead');
  });
});
