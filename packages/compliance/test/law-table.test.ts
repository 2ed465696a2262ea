/** Tables of law: compared, kept as history, read from files, and told when they must be read again. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  ComplianceInputError,
  compareLaw,
  createCompliance,
  lawOfVersion,
  lawToReadAgain,
  readLawTable,
  type EarlierLaw,
  type LawRule,
  type LawTable,
  type LawValue,
} from '../src/index.js';
import { earlierLaw } from '../src/law-table/law-history.js';

const value = (from: string | null, words: string, more: Partial<LawValue> = {}): LawValue => ({
  from,
  until: null,
  value: words,
  source: { title: 'Act', href: 'https://example.org/act', pinpoint: 's. 1' },
  verification: 'secondary',
  verifiedOn: '2026-11-22',
  ...more,
});
const law = (values: readonly LawValue[], more: Partial<LawRule> = {}): LawRule => ({
  id: 'us.pa.hours',
  jurisdiction: 'US-PA',
  title: 'Pennsylvania: sales calls',
  citation: '73 P.S. 2245',
  effects: ['refusal'],
  scope: 'lead',
  purposes: ['telemarketing'],
  voices: 'any',
  remarks: '',
  values,
  ...more,
});
const table = (version: string, ...rules: readonly LawRule[]): LawTable => ({ version, rules });

describe('the difference of two tables', () => {
  const old = table('1', law([value(null, '08:00-21:00')]));

  test('a value added from a date on changes the time from that date on, and no other', () => {
    const now = table(
      '2',
      law([value(null, '08:00-21:00', { until: '2026-10-18' }), value('2026-10-18', '09:00-19:00')]),
    );
    expect(compareLaw(old, now)).toEqual([
      {
        kind: 'changed',
        place: 'US-PA',
        rule: 'us.pa.hours',
        title: 'Pennsylvania: sales calls',
        from: '2026-10-18',
        until: null,
        before: '08:00-21:00',
        now: '09:00-19:00',
        source: { title: 'Act', href: 'https://example.org/act', pinpoint: 's. 1' },
      },
    ]);
    expect(compareLaw(now, now)).toEqual([]);
  });

  test('a rule that came or went says so, with the source of the side that has it', () => {
    const other = law([value('2027-01-01', '3 in 7 days')], {
      id: 'us.nyc.debt_3in7',
      jurisdiction: 'US-NYC',
    });
    expect(compareLaw(old, table('2', ...old.rules, other))).toMatchObject([
      { kind: 'added', place: 'US-NYC', from: '2027-01-01', until: null, before: null, now: '3 in 7 days' },
    ]);
    expect(compareLaw(table('2', other), table('3'))).toMatchObject([
      { kind: 'removed', before: '3 in 7 days', now: null, source: { title: 'Act' } },
    ]);
  });

  test('who is reached counts as law; another source or a later comparison does not', () => {
    const wider = table('2', law([value(null, '08:00-21:00')], { purposes: ['telemarketing', 'charity'] }));
    expect(compareLaw(old, wider)).toMatchObject([
      {
        kind: 'changed',
        before: '08:00-21:00 [telemarketing: refuses the lead]',
        now: '08:00-21:00 [charity, telemarketing: refuses the lead]',
      },
    ]);
    const again = table('2', law([value(null, '08:00-21:00', { verifiedOn: '2027-11-22' })]));
    expect(compareLaw(old, again)).toMatchObject([{ kind: 'source' }]);
  });

  test('a holiday that a calendar gained is named', () => {
    const with_ = (holidays: readonly string[]): LawTable =>
      table('1', law([value(null, 'closed', { holidays })]));
    expect(compareLaw(with_(['2026-07-04']), with_(['2026-07-04', '2026-11-02']))).toMatchObject([
      { before: 'closed', now: 'closed, with 2026-11-02' },
    ]);
  });

  test('rules that share an id are compared by their titles, whatever their order', () => {
    const [live, recorded] = [
      law([value(null, 'a')], { title: 'live' }),
      law([value(null, 'b')], { title: 'recorded' }),
    ];
    expect(compareLaw(table('1', live, recorded), table('2', recorded, live))).toEqual([]);
  });
});

describe('earlier tables', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../law/${name}`, import.meta.url), 'utf8'));
  const latest = readLawTable(read('table.json'));
  const earlier = read('earlier.json') as readonly EarlierLaw[];

  test('the first table is kept: 214 rules, Pennsylvania and all', () => {
    const first = lawOfVersion('2026-11-22.3', latest, earlier);
    expect(first.rules.length).toBe(214);
    expect(compareLaw(first, latest).filter(({ place }) => place === 'ZA')).toContainEqual(
      expect.objectContaining({ kind: 'added', rule: 'za.registry', from: '2026-04-15', before: null }),
    );
  });

  test('any table is found again from the one after it', () => {
    const [a, b] = [law([value(null, 'a')]), law([value(null, 'b')], { id: 'us.pa.sunday' })];
    const first = table('1', a);
    const second = table('2', a, b);
    const third = table('3', b);
    const steps = [earlierLaw(first, second), earlierLaw(second, third)];
    for (const one of [first, second, third]) {
      const found = lawOfVersion(one.version, third, steps);
      expect([found.version, compareLaw(found, one)]).toEqual([one.version, []]);
    }
    expect(() => lawOfVersion('4', third, steps)).toThrow(/'4' is not a version .* there are 1, 2, 3/);
  });

  test("a version with the part of a client's options is the same law", () => {
    expect(lawOfVersion(`${latest.version}+1a2b3c4d`, latest, earlier)).toBe(latest);
    expect(createCompliance({ strict: true }).ruleSetVersion.startsWith(`${latest.version}+`)).toBe(true);
    expect(createCompliance().lawTable().version).toBe(latest.version);
  });
});

test('a file that is no table names the field at fault', () => {
  const good = table('1', law([value(null, 'a')]));
  expect(readLawTable(JSON.parse(JSON.stringify(good)))).toEqual(good);
  const wrong = (change: unknown, path: RegExp): void => {
    expect(() => readLawTable(change)).toThrow(ComplianceInputError);
    expect(() => readLawTable(change)).toThrow(path);
  };
  wrong([], /^table: is not an object/);
  wrong({ version: '1' }, /^rules: is not a list/);
  wrong({ version: '1', rules: [{ ...law([]), title: 3 }] }, /^rules\[0\]\.title: is not text/);
  wrong(
    { version: '1', rules: [law([value('soon', 'a')])] },
    /^rules\[0\]\.values\[0\]\.from: is neither a date/,
  );
});

describe('law to read again', () => {
  const rules = createCompliance().listRules(Date.parse('2026-11-26T12:00:00Z'));

  test('nothing is old on the day after the comparison; everything is, a year and a day after the last', () => {
    const old = (on: string): number => lawToReadAgain(rules, on).filter(({ why }) => why === 'old').length;
    expect(old('2026-11-26')).toBe(0);
    expect(old('2027-11-22')).toBe(0);
    expect(old('2027-11-23')).toBeGreaterThan(50);
    const compared = rules.filter(({ kind, verification }) => kind === 'law' && verification !== 'memory');
    expect(old('2030-01-01')).toBe(compared.length);
    expect(lawToReadAgain(rules, '2027-11-23')[0]).toMatchObject({ since: expect.stringMatching(/^202/) });
  });

  test('what was written down from memory is to be read from the first day on, and says so', () => {
    const memory = lawToReadAgain(rules, '2026-11-26').filter(({ why }) => why === 'memory');
    const written = rules.filter(({ kind, verification }) => kind === 'law' && verification === 'memory');
    expect(memory.map(({ rule }) => rule).sort()).toEqual(written.map(({ id }) => id).sort());
    expect(memory.length).toBeGreaterThan(0);
    expect(memory[0]?.what).toContain('from memory');
  });

  test('a watch date comes due on its day: the Australian standard of 2017', () => {
    const au = (on: string): boolean =>
      lawToReadAgain(rules, on).some(({ jurisdiction, why }) => jurisdiction === 'AU' && why === 'watch');
    expect([au('2027-03-31'), au('2027-04-01')]).toEqual([false, true]);
    expect(() => lawToReadAgain(rules, '2027-02-30')).toThrow(/not a date/);
  });
});
