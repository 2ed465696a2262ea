/** `outdial rules`: of a campaign, between versions, to be read again, as a file. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LawChange, LawTable, LawToRead, RuleInfo } from '@outdial/compliance';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;
const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-rules-'));
  await outdial('init');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rules --campaign', () => {
  const rulesOf = async (...args: readonly string[]): Promise<readonly RuleInfo[]> =>
    (
      JSON.parse((await outdial('rules', '--campaign', 'campaign.yaml', '--json', ...args)).out) as {
        rules: RuleInfo[];
      }
    ).rules;

  test('lists rules of its countries that reach its purpose and voices, with value and source', async () => {
    const rules = await rulesOf();
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['us.tcpa.hours', 'us.fl.hours', 'policy.unmodelled']));
    expect(ids).not.toContain('uk.ofcom.72h');
    expect(ids).not.toContain('us.regf.7in7');
    // The campaign of `outdial init` speaks live: rules for recorded sales do not reach it.
    expect(ids).not.toContain('us.il.adad_hours');
    for (const rule of rules) expect([rule.id, rule.value, rule.source.href]).not.toContain('');
  });

  test('a recorded voice, another purpose and a rule that is off show', async () => {
    const text = await readFile(join(folder, 'campaign.yaml'), 'utf8');
    const changed = text
      .replace(/purpose: \w+/, 'purpose: debt-collection')
      .replace(/compliance:\n/, "compliance:\n  rules: { us.ca.debt_hours: 'off' }\n");
    expect(changed).not.toBe(text);
    await writeFile(join(folder, 'debts.yaml'), changed);
    const { out } = await outdial('rules', '-c', 'debts.yaml');
    expect(out).toMatch(/us\.regf\.7in7/);
    expect(out).toMatch(/off, secondary/);
    expect(out).toMatch(/: debt-collection calls into US, mode \w+, voices live/);
    expect(out).toMatch(/Law from its text: \d+, from a secondary page: \d+, from memory: \d+ \(.*us\./);
    const narrowed = await outdial('rules', '-c', 'debts.yaml', '--jurisdiction', 'fl');
    expect(narrowed.out).toMatch(/us\.fl\.debt_hours/);
    expect(narrowed.out).not.toMatch(/us\.regf\.7in7/);
  });
});

describe('rules diff', () => {
  test('says what changed since the first table: place, period, before, now, source', async () => {
    const { out, code } = await outdial('rules', 'diff', '2026-11-22.3', '--json');
    expect(code).toBe(0);
    const { changes } = JSON.parse(out) as { changes: LawChange[] };
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'added',
        place: 'ZA',
        rule: 'za.registry',
        from: '2026-04-15',
        before: null,
        source: expect.objectContaining({ href: expect.stringMatching(/^http/) }),
      }),
    );
    expect(changes.every(({ kind }) => kind !== 'source')).toBe(true);
    const some = await outdial('rules', 'diff', '2026-11-22.3', 'now', '--jurisdiction', 'US-OR');
    expect(some.out).toMatch(/us\.or\.freq/);
    expect(some.out).toMatch(/^\d+ changes from 2026-11-22\.3 to .* a later comparison \(--sources\)\.$/m);
  });

  test('compares exported files, and a changed value shows', async () => {
    expect((await outdial('rules', 'export', '--out', 'law.json')).out).toMatch(/^\d+ rules of version 20/);
    const table = JSON.parse(await readFile(join(folder, 'law.json'), 'utf8')) as LawTable;
    const changed = JSON.stringify(table).replace(
      '"value":"08:00-21:00 Mon-Sun"',
      '"value":"09:00-17:00 Mon-Sun"',
    );
    await writeFile(join(folder, 'other.json'), changed);
    const { out } = await outdial('rules', 'diff', 'law.json', 'other.json', '--json');
    expect((JSON.parse(out) as { changes: LawChange[] }).changes).toMatchObject([
      { kind: 'changed', before: '08:00-21:00 Mon-Sun', now: '09:00-17:00 Mon-Sun' },
    ]);
    expect((await outdial('rules', 'diff', 'law.json')).out).toMatch(/^0 changes from /);
    const old = JSON.parse((await outdial('rules', 'export', '--version', '2026-11-22.3')).out) as LawTable;
    expect(old.rules).toHaveLength(214);
  });

  test('what is no table is refused with the versions there are', async () => {
    expect(await outdial('rules', 'diff', '2020-01-01.1')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no such version is kept.*\n?.*2026-11-22\.3/),
    });
    await writeFile(join(folder, 'wrong.json'), '{"version":"1","rules":[{}]}');
    expect(await outdial('rules', 'diff', 'wrong.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('rules[0].id: is not text'),
    });
    await writeFile(join(folder, 'broken.json'), '{');
    expect((await outdial('rules', 'diff', 'broken.json')).code).toBe(2);
    expect((await outdial('rules', 'diff', 'nowhere.json')).code).toBe(2);
  });
});

describe('rules due', () => {
  test('the day is given, not the clock: nothing is old at first, and all is later', async () => {
    const due = async (day: string, ...more: readonly string[]): Promise<readonly LawToRead[]> =>
      (
        JSON.parse((await outdial('rules', 'due', '--at', day, '--json', ...more)).out) as {
          rules: LawToRead[];
        }
      ).rules;
    expect((await due('2026-11-26')).filter(({ why }) => why === 'old')).toEqual([]);
    expect((await due('2028-01-01')).length).toBeGreaterThan(200);
    expect((await due('2026-11-26', '--days', '1')).length).toBeGreaterThan(150);
    expect(await due('2028-01-01', '--jurisdiction', 'pa')).not.toEqual([]);
  });

  test('ends with findings where there are some, and with usage where the day is none', async () => {
    expect((await outdial('rules', 'due', '--at', '2028-01-01', '-c', 'campaign.yaml')).code).toBe(6);
    expect((await outdial('rules', 'due', '--at', '2026-11-26', '--jurisdiction', 'us-fl')).code).toBe(0);
    expect((await outdial('rules', 'due', '--at', '2028-02-30')).code).toBe(2);
    expect((await outdial('rules', 'due')).code).toBe(2);
  });
});

test('rules itself still takes its own options, and an unknown word is usage', async () => {
  expect((await outdial('rules', '--jurisdiction', 'fl', '--at', '2026-11-26')).out).toMatch(/us\.fl\.hours/);
  expect((await outdial('rules', 'nonsense')).code).toBe(2);
  expect((await outdial('rules', '--help')).out).toMatch(/diff.*due.*export/s);
});

describe('check without a campaign file', () => {
  const DAY = '2026-07-07T18:00:00-06:00';

  test('purpose, voice, mode, line, postal code and time stand on the command line', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'outdial-check-'));
    const check = (...args: readonly string[]): Promise<CommandResult> =>
      commandIn(empty, ['check', ...args]);
    const debt = ['--purpose', 'debt-collection', '--line', 'landline', '--zip', '80202'];
    const day = await check('303-555-0162', ...debt, '--at', DAY);
    expect(day).toMatchObject({ code: 0, out: expect.stringMatching(/may be called/) });
    expect(day.out).toMatch(/asked +debt-collection by a live voice, predictive, landline line/);
    const night = await check('303-555-0162', ...debt, '--at', '2026-07-07T21:30:00-06:00', '--json');
    expect(night.code).toBe(6);
    expect(JSON.parse(night.out)).toMatchObject({
      allowed: false,
      nextAllowedAt: Date.parse('2026-07-08T08:00:00-06:00'),
      refusals: expect.arrayContaining([expect.objectContaining({ rule: 'us.regf.hours' })]),
    });
    const recorded = await check(
      '+13035550162',
      '--purpose',
      'telemarketing',
      '--voice',
      'artificial',
      '--at',
      DAY,
    );
    expect(recorded.out).toMatch(/us\.tcpa\.pewc/);
    const abroad = await check('020 7946 0018', '--purpose', 'telemarketing', '--country', 'GB', '--at', DAY);
    expect(abroad.out).toMatch(/jurisdictions +GB/);
    await rm(empty, { recursive: true });
  });

  test('what is for the other kind of check is refused by name', async () => {
    expect(
      await outdial('check', '+13035550162', '--purpose', 'political', '-c', 'campaign.yaml'),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('Leave out one of the two'),
    });
    expect(await outdial('check', '+13035550162', '--voice', 'live')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Give --purpose, too'),
    });
    expect((await outdial('check', '+13035550162', '--purpose', 'spam')).code).toBe(2);
  });
});
