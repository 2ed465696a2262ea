import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;

const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-dnc-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('outdial dnc', () => {
  test('builds a set, leaves bad lines in a file with the remedy, and says so by its exit code', async () => {
    await writeFile(join(folder, '202.txt'), '202,5550143\n202,5550144\n202,555\n');
    await writeFile(join(folder, '312.txt'), '3125550121\n+13125550121\n');
    const built = await outdial(
      'dnc',
      'build',
      'ftc.dnc.gz',
      '202.txt',
      '312.txt',
      '--source',
      'FTC registry',
      '--date',
      '2026-06-01',
    );
    expect(built).toMatchObject({
      code: 6,
      err: expect.stringContaining('1 line holds no number and is not in the set'),
    });
    expect(built.out).toMatch(
      new RegExp(
        '202\\.txt: 3 lines, 2 numbers, 1 rejected: .*202\\.txt\\.rejected\\.csv\\n' +
          '312\\.txt: 2 lines, 2 numbers\\n' +
          ".*ftc\\.dnc\\.gz: 3 numbers, 'FTC registry' of 2026-06-01",
      ),
    );
    expect(await readFile(join(folder, '202.txt.rejected.csv'), 'utf8')).toMatch(
      /^line,status,field,value,problem,remedy\r\n3,rejected,phone,"202,555",/,
    );
  });

  test('merges what came and what went, in the order of dates', async () => {
    await writeFile(join(folder, 'came.csv'), 'phone,since\n415-555-0178,2026-06-02\n');
    await writeFile(join(folder, 'went.csv'), '2025550144\n');
    expect(
      await outdial(
        'dnc',
        'merge',
        'ftc.dnc.gz',
        '--add',
        'came.csv',
        '--remove',
        'went.csv',
        '--date',
        '2026-06-02',
      ),
    ).toMatchObject({ code: 0, out: expect.stringContaining("3 numbers, 'FTC registry' of 2026-06-02") });
    expect(
      await outdial('dnc', 'merge', 'ftc.dnc.gz', '--add', 'came.csv', '--date', '2026-05-02'),
    ).toMatchObject({ code: 2, err: expect.stringContaining('older than the set of 2026-06-02') });
    const inSet = async (number: string): Promise<number> =>
      (await outdial('dnc', 'check', 'ftc.dnc.gz', number)).code;
    expect([await inSet('+14155550178'), await inSet('(202) 555-0143'), await inSet('202-555-0144')]).toEqual(
      [6, 6, 0],
    );
  });

  test('tells date, count, checksum, and age against the law', async () => {
    const young = await outdial('dnc', 'info', 'ftc.dnc.gz', '--at', '2026-07-03T00:00:00Z');
    expect(young.out).toMatch(/date +2026-06-02, 31 days old\nnumbers +3\n/);
    expect(young.out).toContain('US  at most 31 days: may be used through 2026-07-03  us.tcpa.dnc_31day');
    const old = JSON.parse(
      (await outdial('dnc', 'info', 'ftc.dnc.gz', '--at', '2026-07-04T00:00:00Z', '--json')).out,
    ) as { checksum: string; rules: { rule: string; allowed: boolean }[] };
    expect(old.checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(old.rules.find(({ rule }) => rule === 'us.tcpa.dnc_31day')?.allowed).toBe(false);
  });

  test('refuses a damaged set and a date that is none, and leaves what is there', async () => {
    const before = await readFile(join(folder, 'ftc.dnc.gz'));
    for (const args of [
      ['build', 'ftc.dnc.gz', 'none.txt', '--source', 'x', '--date', '2026-06-03'],
      ['build', 'ftc.dnc.gz', '202.txt.rejected.csv', '--source', 'x', '--date', '2026-06-31'],
      ['build', 'ftc.dnc.gz', '312.txt', '--source', 'x', '--date', '2999-01-01'],
    ]) {
      expect((await outdial('dnc', ...args)).code).toBe(2);
    }
    expect((await readFile(join(folder, 'ftc.dnc.gz'))).equals(before)).toBe(true);
    await writeFile(join(folder, 'cut.dnc.gz'), before.subarray(0, before.length - 5));
    expect(
      await outdial('dnc', 'merge', 'cut.dnc.gz', '--add', 'came.csv', '--date', '2026-06-03'),
    ).toMatchObject({ code: 2, err: expect.stringContaining('not a usable do-not-call set') });
    expect((await outdial('dnc', 'info', 'none.dnc')).err).toContain('does not exist');
  });

  test('keeps numbers of a list from being called: doctor and run name the list, the report the rule', async () => {
    await outdial('init');
    const campaign = (await readFile(join(folder, 'campaign.yaml'), 'utf8'))
      .replace('  doNotCallVersion: "2026-06-01"   # date of your copy of the do-not-call registry\n', '')
      .replace('live: false', 'live: true');
    await writeFile(
      join(folder, 'campaign.yaml'),
      `${campaign}\ndoNotCall:\n  lists: [{ scope: national, file: ftc.dnc.gz }]\n`,
    );
    const list = "national list US 'FTC registry' of 2026-06-02, 3 numbers";
    expect((await outdial('doctor')).out).toContain(list);
    expect((await outdial('import')).code).toBe(0);
    expect(await outdial('run', '--until-dry', '--pace', '500')).toMatchObject({
      code: 0,
      err: expect.stringContaining(`do-not-call: ${list}`),
    });
    const report = JSON.parse((await outdial('report', '--format', 'json')).out) as {
      attempts: number;
      refusals: { rule: string; leads: number }[];
    };
    expect(report.attempts).toBe(0);
    expect(report.refusals).toMatchObject([{ rule: 'us.tcpa.dnc_national', leads: 3 }]);
    await rm(join(folder, 'ftc.dnc.gz'));
    expect(await outdial('run')).toMatchObject({
      code: 5,
      err: expect.stringContaining("build the file with 'outdial dnc build'"),
    });
  });

  test('opts numbers out in the store, and takes a mistaken entry off', async () => {
    expect(
      await outdial('dnc', 'opt-out', '202 555 0199', '+12025550198', '--source', 'letter'),
    ).toMatchObject({ code: 0, out: expect.stringContaining('2 of 2 numbers newly') });
    expect((await outdial('dnc', 'opt-out', '202 555 0199')).out).toContain('0 of 1');
    expect((await outdial('dnc', 'opt-in', '2025550199', '--why', 'typing error')).code).toBe(0);
    expect((await outdial('dnc', 'opt-in', '2025550199', '--why', 'typing error')).code).toBe(6);
  });

  test('warns of a file without a number, wherever one is read: it may have been cut short', async () => {
    await writeFile(join(folder, 'empty.txt'), 'phone\n\n');
    const warning = 'warning: there is no number in ';
    expect((await outdial('dnc', 'opt-out', '--file', 'empty.txt')).out).toContain(`${warning}empty.txt`);
    const built = [
      'dnc',
      'build',
      'ftc.dnc.gz',
      'empty.txt',
      '312.txt',
      '--source',
      'FTC',
      '--date',
      '2026-06-01',
    ];
    expect((await outdial(...built)).out).toContain(`${warning}empty.txt: where numbers belong in it`);
    await outdial('dnc', 'merge', 'ftc.dnc.gz', '--remove', '312.txt', '--date', '2026-06-03');
    expect((await outdial('doctor')).out).toMatch(/warning.*, 0 numbers[^]*The list bars nobody/);
    const imported = await outdial('import', '--do-not-call', 'empty.txt');
    expect(imported.out).toMatch(/warning: there is no number in .*empty\.txt: where numbers belong in it/);
  });
});
