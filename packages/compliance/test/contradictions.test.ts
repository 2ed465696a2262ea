import { describe, expect, test } from '@jest/globals';
import { createCompliance } from '../src/index.js';
import { contradictions } from '../src/engine/contradictions.js';
import { periodsOf, type DatedValue } from '../src/engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../src/engine/rule.js';
import { everyDay, weekly, type Schedule } from '../src/engine/schedule.js';
import { PACKS } from '../src/jurisdictions/packs.js';
import { callingWindow } from '../src/rules/calling-window.js';
import type { Cap } from '../src/rules/frequency-cap.js';

const SOURCE = { title: 'An act', href: 'https://example.org', pinpoint: 'section 1' };
const value = <T>(from: string, number: T, until?: string): DatedValue<T> => ({
  from,
  ...(until === undefined ? {} : { until }),
  value: number,
  source: SOURCE,
  verification: 'primary',
  verifiedOn: '2026-11-22',
});
const numbered = <T>(id: string, values: readonly DatedValue<T>[], more: Partial<RuleSpec<T>> = {}): Rule =>
  rule<T>({
    id,
    jurisdiction: 'US-OH',
    title: 'A rule',
    citation: 'Act, section 1',
    parameter: { unit: 'calls', values },
    check: () => undefined,
    ...more,
  });
/** The rule as it would be if its author had forgotten the check. */
const withoutCheck = ({ check: _forgotten, ...others }: Rule): Rule => others;
const hours = (
  id: string,
  jurisdiction: string,
  schedule: Schedule,
  from = '2020-01-01',
  purposes: Rule['audience']['purposes'] = new Set(['telemarketing']),
): Rule =>
  callingWindow({
    id,
    jurisdiction,
    title: 'Hours',
    citation: `${id} 1`,
    purposes: [...purposes],
    parameter: { unit: 'local time', values: [value(from, schedule)] },
  });
const ten: Cap = { max: 10, period: { hours: 24 } };

describe('a contradiction is found', () => {
  test.each<[string, readonly Rule[], RegExp]>([
    [
      'one rule written twice, with two values at once',
      [numbered('us.oh.x', [value('2020-01-01', 3)]), numbered('us.oh.x', [value('2024-01-01', 4)])],
      /^us\.oh\.x is written twice for US-OH, and both are in force on 2024-01-01$/,
    ],
    [
      'one rule written twice, even with one value',
      [numbered('us.oh.x', [value('2020-01-01', 3)]), numbered('us.oh.x', [value('2020-01-01', 3)])],
      /written twice/,
    ],
    [
      'a time without a value',
      [numbered('us.oh.x', [value('2020-01-01', 3, '2021-01-01'), value('2022-01-01', 4)])],
      /^us\.oh\.x: no value is in force from 2021-01-01 to 2022-01-01$/,
    ],
    [
      'two rules that give one provision two numbers',
      [numbered('us.oh.x', [value('2020-01-01', 3)]), numbered('us.oh.y', [value('2020-06-01', 4)])],
      /^us\.oh\.x and us\.oh\.y give Act, section 1 two values on 2020-06-01: 3 and 4 calls$/,
    ],
    [
      'two rules that give one provision two caps',
      [
        numbered('us.oh.x', [value('2020-01-01', ten)]),
        numbered('us.oh.y', [value('2020-06-01', { ...ten, max: 9 })]),
      ],
      /two values on 2020-06-01: 10 and 9 calls/,
    ],
    [
      'hours of a state that leave no hour',
      [
        hours('us.oh.am', 'US-OH', everyDay('08:00-12:00')),
        hours('us.oh.pm', 'US-OH', everyDay('12:00-21:00'), '2024-01-01'),
      ],
      /^the calling hours of US-OH for telemarketing leave no hour from 2024-01-01 on$/,
    ],
    [
      'hours of a state that leave no hour of the federal ones',
      [
        hours('us.fed', 'US', everyDay('08:00-21:00')),
        hours('us.oh.night', 'US-OH', everyDay('21:00-23:00')),
      ],
      /^the calling hours of US-OH for telemarketing leave no hour/,
    ],
    [
      'a rule that says it refuses and cannot',
      [{ ...withoutCheck(numbered('us.oh.x', [value('2020-01-01', 3)])), effects: ['refusal'] }],
      /do not agree/,
    ],
    [
      'a rule that refuses and does not say so',
      [{ ...numbered('us.oh.x', [value('2020-01-01', 3)]), effects: ['duty'] as const }],
      /do not agree/,
    ],
  ])('%s', (_title, rules, message) => {
    const found = contradictions(rules);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test('two values that overlap within one rule fail when the rule is made', () => {
    expect(() =>
      periodsOf('us.oh.x', {
        unit: 'calls',
        values: [value('2020-01-01', 3, '2024-06-01'), value('2024-01-01', 4)],
      }),
    ).toThrow(/overlap/);
    const [first, second] = periodsOf('us.oh.x', {
      unit: 'calls',
      values: [value('2020-01-01', 3), value('2024-01-01', 4)],
    });
    if (!first || !second) throw new Error('two values make two periods');
    const overlapping: Rule = {
      ...numbered('us.oh.x', [value('2020-01-01', 3)]),
      periods: [{ ...first, untilDay: second.fromDay + 1 }, second],
    };
    expect(contradictions([overlapping])).toEqual(['us.oh.x: two values are in force on 2024-01-01']);
  });
});

describe('what is no contradiction', () => {
  test.each<[string, readonly Rule[]]>([
    [
      'a rule that replaces another from a date on',
      [
        numbered('us.oh.x', [value('2020-01-01', 3, '2024-01-01')]),
        numbered('us.oh.x', [value('2024-01-01', 4)]),
      ],
    ],
    [
      'one id in two states',
      [
        numbered('us.terr', [value('2020-01-01', 3)]),
        numbered('us.terr', [value('2020-01-01', 4)], { jurisdiction: 'US-PR' }),
      ],
    ],
    [
      'one provision with two parameters',
      [
        numbered('us.oh.x', [value('2020-01-01', 3)]),
        numbered('us.oh.x', [value('2020-01-01', 31)], {
          parameter: { unit: 'days', values: [value('2020-01-01', 31)] },
        }),
      ],
    ],
    [
      'two provisions with two numbers: the stricter wins',
      [
        numbered('us.oh.x', [value('2020-01-01', 3)]),
        numbered('us.oh.y', [value('2020-01-01', 4)], { citation: 'Act, section 2' }),
      ],
    ],
    [
      'one provision with a cap a day and a cap a week',
      [
        numbered('us.oh.x', [value('2020-01-01', ten)]),
        numbered('us.oh.y', [value('2020-01-01', { max: 3, period: { days: 7 } })]),
      ],
    ],
    [
      'one provision with numbers for people and for recordings',
      [
        numbered('us.oh.x', [value('2020-01-01', 3)], { voices: 'live' }),
        numbered('us.oh.y', [value('2020-01-01', 4)], { voices: 'recorded' }),
      ],
    ],
    [
      'one provision with numbers for two purposes',
      [
        numbered('us.oh.x', [value('2020-01-01', 3)], { purposes: ['political'] }),
        numbered('us.oh.y', [value('2020-01-01', 4)]),
      ],
    ],
    [
      'hours and a closed Sunday',
      [
        hours('us.oh.h', 'US-OH', everyDay('08:00-21:00')),
        hours('us.oh.s', 'US-OH', weekly({ weekdays: '*', saturday: '*', sunday: '' })),
      ],
    ],
    [
      'hours of two states that share none',
      [
        hours('us.oh.h', 'US-OH', everyDay('08:00-12:00')),
        hours('us.ky.h', 'US-KY', everyDay('12:00-21:00')),
      ],
    ],
    [
      'hours for two purposes that share none',
      [
        hours('us.oh.h', 'US-OH', everyDay('08:00-12:00')),
        hours('us.oh.p', 'US-OH', everyDay('12:00-21:00'), '2020-01-01', new Set(['political'])),
      ],
    ],
  ])('%s', (_title, rules) => {
    expect(contradictions(rules)).toEqual([]);
  });
});

describe('the tables', () => {
  test('of all countries are without contradictions: one would keep the package from loading', () => {
    for (const pack of PACKS.values()) expect(contradictions(pack.rules)).toEqual([]);
  });

  test('no id is used in two countries, and every id that a remark names is a rule', () => {
    const owners = new Map<string, string>();
    const ids = new Set(
      createCompliance()
        .listRules(Date.UTC(2026, 10, 22))
        .map(({ id }) => id),
    );
    for (const pack of PACKS.values()) {
      for (const { id } of pack.rules) {
        expect(owners.get(id) ?? pack.country).toBe(pack.country);
        owners.set(id, pack.country);
        ids.add(id);
      }
    }
    const prefixes = [...new Set([...ids].map((id) => id.slice(0, id.indexOf('.'))))].join('|');
    const named = new RegExp(`(?<![\\w.])(?:${prefixes})\\.[a-z0-9_]+(?:\\.[a-z0-9_]+)*`, 'g');
    const unknown = [...PACKS.values()].flatMap((pack) =>
      pack.rules.flatMap((entry) =>
        [...entry.remarks.matchAll(named)].map(([id]) => id).filter((id) => !ids.has(id)),
      ),
    );
    expect(unknown).toEqual([]);
  });
});
