/** Facts about persons and numbers, by the command line. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompliance, type LeadFacts } from '@outdial/compliance';
import { complianceFact, FACT_NAMES } from '@outdial/core';
import { isColumnTarget } from '@outdial/lists';
import { commandIn, type CommandResult } from './command-in.js';

let folder: string;

const outdial = (...args: readonly string[]): Promise<CommandResult> => commandIn(folder, args);
const NUMBER = '+13125550121';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-facts-'));
  await outdial('init');
  await writeFile(
    join(folder, 'leads.csv'),
    `account,phone,state\n1,${NUMBER},IL\n2,+14155550178,CA\n3,+14155550178,CA\n`,
  );
  expect((await outdial('import')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the table of facts', () => {
  test('names columns of lists and facts of the law', () => {
    const law: LeadFacts = {
      phone: NUMBER,
      attorney: { known: true },
      ceaseMailedAt: 1,
      ceaseReceivedAt: 1,
      employerProhibits: true,
      inconvenient: [],
      mediumOptOut: [],
      reassigned: { queriedAt: 1, answer: 'no' },
      timeZone: 'America/Denver',
    };
    const ends = ['bankrupt', 'deceased', 'minor'];
    for (const name of FACT_NAMES) {
      const { column, lawFact } = complianceFact(name);
      expect([name, column === null || isColumnTarget(column)]).toEqual([name, true]);
      expect([name, lawFact === null || lawFact in law || ends.includes(lawFact)]).toEqual([name, true]);
    }
    const campaign = { purpose: 'debt-collection', mode: 'manual', voice: 'live' } as const;
    const asked = { at: Date.parse('2026-06-10T18:00:00Z'), campaign, history: [] };
    expect(() => createCompliance().evaluate({ ...asked, lead: law })).not.toThrow();
  });
});

describe('outdial facts', () => {
  test('sets a fact, which the law is told, lists it, and withdraws it with the reason', async () => {
    expect(
      await outdial('facts', 'set', NUMBER, 'attorney', '--source', 'letter', '--by', 'jane'),
    ).toMatchObject({
      code: 0,
      out: 'Set for 1 person(s), journaled: the person is represented by an attorney.\n',
    });
    const again = await outdial('facts', 'set', NUMBER, 'attorney', '--source', 'letter');
    expect(again.out).toMatch(/^It was on file already/);
    const listed = JSON.parse((await outdial('facts', 'list', NUMBER, '--json')).out) as { facts: unknown[] };
    expect(listed.facts).toMatchObject([{ kind: 'attorney', source: 'letter', withdrawnAt: null }]);
    expect((await outdial('facts', 'remove', NUMBER, 'attorney', '--why', 'another person')).out).toMatch(
      /^Withdrawn, and on record with the reason. 1 lead that it closed is open/,
    );
    expect((await outdial('facts', 'list', NUMBER)).out).toMatch(/attorney.*letter.*another person/s);
    expect(await outdial('facts', 'remove', NUMBER, 'attorney', '--why', 'x')).toMatchObject({ code: 6 });
    expect((await outdial('audit', 'verify')).code).toBe(0);
  });

  test('what was withdrawn and is set again with the same day is on file twice, and a check says why', async () => {
    const cease = ['facts', 'set', NUMBER, 'cease', '--at', '2026-06-01', '--source', 'letter'] as const;
    await outdial(...cease);
    await outdial('facts', 'remove', NUMBER, 'cease', '--why', 'another person');
    expect((await outdial(...cease)).out).toMatch(/^Set for 1 person/);
    const listed = JSON.parse((await outdial('facts', 'list', NUMBER, '--json')).out) as {
      facts: { kind: string; withdrawnWhy: string | null }[];
    };
    const found = listed.facts.filter(({ kind }) => kind === 'cease').map(({ withdrawnWhy }) => withdrawnWhy);
    expect(found).toEqual(['another person', null]);
    const checked = await outdial('check', NUMBER);
    expect(checked.out).toMatch(/facts +cease since 2026-06-01 \(letter\)\nstore +the lead is closed/);
    expect(checked.out).toMatch(/us\.tcpa\.emergency_line +│ outside/);
    await outdial('facts', 'remove', NUMBER, 'cease', '--why', 'end of the test');
  });

  test('names the leads where several persons have a number; sets all of them when asked to', async () => {
    const one = await outdial('facts', 'set', '+14155550178', 'bankrupt', '--source', 'court');
    // One person a number where the list has no key: both accounts are theirs.
    expect(one.code).toBe(0);
    await writeFile(
      join(folder, 'keys.csv'),
      'person key,phone,state\na,+12025550143,DC\nb,+12025550143,DC\n',
    );

    expect((await outdial('import', 'keys.csv')).code).toBe(0);
    const two = await outdial('facts', 'set', '+12025550143', 'bankrupt', '--source', 'court');
    expect(two).toMatchObject({ code: 2, err: expect.stringContaining('2 persons have this number') });
    expect(
      await outdial('facts', 'set', '+12025550143', 'bankrupt', '--source', 'court', '--all'),
    ).toMatchObject({ code: 0, out: expect.stringContaining('Set for 2 person(s)') });
    expect((await outdial('facts', 'list', 'key:a')).out).toContain('bankrupt');
  });

  test('refuses what it cannot read, with the remedy', async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[NUMBER, 'lawyer'], "'lawyer' is not a fact"],
      [[NUMBER, 'inconvenient-time', '--value', 'sometimes'], "hours such as 'Mon-Fri"],
      [[NUMBER, 'time-zone'], 'an IANA zone'],
      [[NUMBER, 'attorney', '--value', 'yes'], 'no value'],
      [[NUMBER, 'consent-revoked', '--value', 'sales'], 'purposes of telemarketing'],
      [[NUMBER, 'cease', '--at', '2999-01-01'], 'has not come yet'],
      [['key:nobody', 'cease'], 'knows no lead and no person'],
      [['+1312555', 'cease'], "'+1312555' is not a valid number"],
    ];
    for (const [args, words] of cases)
      expect([args, await outdial('facts', 'set', ...args, '--source', 'x')]).toMatchObject([
        args,
        { code: 2, err: expect.stringContaining(words) },
      ]);
  });

  test('what is exported can be imported; a line that cannot be read sets nothing', async () => {
    const hours = 'Mon-Fri 09:00-17:00; Sat';
    await outdial('facts', 'set', NUMBER, 'inconvenient-time', '--value', hours, '--source', 'call');
    await outdial(
      'facts',
      'set',
      NUMBER,
      'reassigned',
      '--value',
      'no',
      '--at',
      '2026-05-01',
      '--source',
      'RND',
    );
    expect((await outdial('facts', 'export', '--out', 'facts.csv')).code).toBe(0);
    const other = await mkdtemp(join(tmpdir(), 'outdial-facts-'));
    try {
      await commandIn(other, ['init']);
      await writeFile(join(other, 'leads.csv'), `account,phone,state\n1,${NUMBER},IL\n`);
      await commandIn(other, ['import']);
      const exported = (await outdial('facts', 'export')).out;
      const own = exported.split('\r\n').filter((line) => line.startsWith('number') || line.includes(NUMBER));
      await writeFile(
        join(other, 'in.csv'),
        own.map((line) => line.replace(/,l[0-9a-z]+,/, ',,')).join('\n'),
      );
      expect(await commandIn(other, ['facts', 'import', 'in.csv'])).toMatchObject({
        code: 0,
        out: '3 facts read, 3 new and in force; 2 withdrawn ones left out.\n',
      });
      const facts = async (place: string): Promise<unknown> =>
        (
          JSON.parse((await commandIn(place, ['facts', 'list', NUMBER, '--json'])).out) as {
            facts: { kind: string; value: string; at: number; withdrawnAt: number | null }[];
          }
        ).facts
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map(({ kind, value, at }) => [kind, value, at]);
      expect(await facts(other)).toEqual(await facts(folder));

      await writeFile(
        join(other, 'bad.csv'),
        `number,fact,source\n${NUMBER},attorney,x\n${NUMBER},lawyer,x\n`,
      );
      const bad = await commandIn(other, ['facts', 'import', 'bad.csv']);
      expect(bad).toMatchObject({
        code: 2,
        err: expect.stringContaining("line 3: 'lawyer' is not a fact"),
      });
      expect((await commandIn(other, ['facts', 'list', NUMBER])).out).not.toContain('attorney');
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});
