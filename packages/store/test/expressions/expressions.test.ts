import { describe, expect, test } from '@jest/globals';
import type { ExpressionLead } from '../../src/expressions/lead-fields.js';
import { toJson } from '../../src/database/json-text.js';
import { meetsCondition, scoreOf } from '../../src/expressions/evaluate-expression.js';
import {
  expressionProblemText,
  markedExpression,
  parseLeadCondition,
  parseLeadScore,
} from '../../src/index.js';
import { START } from '../contract/store-world.js';

const LEAD: ExpressionLead = {
  list_id: 'spring',
  account: 'A-1',
  seller: null,
  owner_agent_id: null,
  reason: 'retry',
  attempts: 3,
  last_outcome: 'busy',
  last_disposition: null,
  last_attempt_at: START - 43_200_000,
  answer_probability: null,
  dial_order: -5,
  created_at: START - 10 * 86_400_000,
  facts: toJson({ country: 'US', region: 'CA', timeZone: 'America/Los_Angeles' }),
  fields: toJson({ balance: '500.50', propensity: '0.7', 'Loan amount': '1200' }),
};

async function holds(text: string): Promise<boolean | null> {
  const read = await parseLeadCondition(text);
  if (!read.ok) throw new Error(expressionProblemText(read.problem));
  return meetsCondition(read.expression, LEAD, START);
}

async function problemOf(text: string): Promise<string> {
  const read = await parseLeadCondition(text);
  if (read.ok) throw new Error(`${text} was read`);
  const [source, mark = ''] = markedExpression(text, read.problem);
  expect(source).toHaveLength(text.length);
  return `${text.slice(mark.indexOf('^'), mark.length)}: ${read.problem.what}`;
}

describe('a condition on a lead', () => {
  test.each([
    ['state in ["CA", "NV"] and balance > 500', true],
    ['region == "CA" and not (balance > 1000)', true],
    ['1 < attempts <= 3 and age == 10 and sinceAttempt == 0.5', true],
    ['column("Loan amount") / 2 + 1 >= 601', true],
    ['lastOutcome in ["busy"] or known(disposition)', true],
    ['contains(zone, \'Los\') and startsWith(account, "A-") and priority == 5', true],
    ['orElse(disposition, "none") == "none" and list == "spring"', true],
    ['attempts in [1, 2]', false],
    // Not known is neither true nor false, and so is its opposite.
    ['disposition == "sale"', null],
    ['not (disposition == "sale")', null],
    ['no_such_column == "x"', null],
    ['attempts / (attempts - 3) > 0', null],
  ])('%s', async (text, expected) => {
    expect(await holds(text)).toBe(expected);
  });

  test.each([
    ['state = "CA"', "=: one '=' does not compare: write '=='"],
    ['state == "CA" AND attempts > 1', "AND: 'AND' is written in small letters: 'and'"],
    ['attempts > 1 && age > 2', "&&: write 'and'"],
    ['attempts <> 1', "<>: write '!=' for 'is not'"],
    ['state == CA', 'CA: write texts in quotes: "CA"; the column of that name is column("CA")'],
    ['attempts == "three"', '"three": a number belongs here: "three" is a text'],
    ['state > 5', '5: a text belongs here: 5 is a number; write texts in quotes'],
    ['balance > limit', 'limit: two columns are compared as numbers: write number(limit)'],
    ['not state in ["CA"]', 'state: \'not\' takes a condition in parentheses, as in: not (state in ["CA"])'],
    ['balance', 'balance: a condition belongs here, not a value alone: compare it, as in balance == ...'],
    [
      'attempts > 1 and age',
      'age: a condition belongs here, not a value alone: compare it, as in age == ...',
    ],
    ['sqrt(attempts) > 1', "sqrt: there is no function 'sqrt'"],
    ['import("fs") > 1', "import: there is no function 'import'"],
    ['attempts.constructor > 1', ".: '.' is not part of the language"],
    ['attempts[1] > 1', 'attempts: what begins here (accessor) is not part of the language'],
    ['f(x) = 1', "=: one '=' does not compare: write '=='"],
    ['attempts ? 1 : 2', "?: '?' is not part of the language"],
    ['2 attempts > 1', 'attempts: an operator is missing before it'],
    ['name == null', "null: a value that is not known compares with nothing: write 'known(...)'"],
    ['state in "CA"', '"CA": a list in brackets follows \'in\', as in: state in ["CA", "NV"]'],
    ['state in ["CA", 5]', "5: a list after 'in' holds texts in quotes, or numbers, and not both"],
    ['state in []', "state: the list after 'in' is empty"],
    ['state == "CA', '": the text that begins here has no end: a text stands between two ", on one line'],
    ['残高 > 5', '残: \'残\' cannot begin a name: write the header as column("...")'],
    ['contains(name) ', 'contains(name: contains takes two values: contains(text, part)'],
    ['attempts > 5 %', '%: a percent sign is not part of it: write 0.05 for 5 %'],
  ])('says where %s is wrong', async (text, expected) => {
    expect(await problemOf(text)).toContain(expected);
  });

  test.each([
    ['outcome == "bussy"', 12, 7, 'outcome'],
    ['attempts > 1 and lastOutcome in ["busy", "no-awnser"]', 42, 11, 'lastOutcome'],
    ['"fressh" != reason', 1, 8, 'reason'],
  ])('says what %s may be compared with', async (text, position, length, field) => {
    const read = await parseLeadCondition(text);
    const allowed = expect.arrayContaining([field === 'reason' ? 'fresh' : 'busy']);
    const what = expect.stringContaining(`'${field}' is never "`);
    expect(read).toMatchObject({ ok: false, problem: { position, length, what, allowed } });
  });

  test('names the texts with which it compares fields', async () => {
    const read = await parseLeadCondition('disposition == "sale" or state in ["CA"] or name == "Ann"');
    expect(read.ok ? read.expression.values : []).toEqual([
      { field: 'lastDisposition', name: 'sale', position: 16, length: 6 },
      { field: 'region', name: 'CA', position: 36, length: 4 },
    ]);
  });

  test('says what mathjs cannot parse, with the place', async () => {
    const read = await parseLeadCondition('state in ["CA", "NV"');
    expect(read).toMatchObject({ ok: false, problem: { position: 21 } });
    expect(await parseLeadCondition('(attempts > 1')).toMatchObject({ ok: false, problem: { position: 14 } });
    expect(await parseLeadCondition('attempts >')).toMatchObject({ ok: false });
  });

  test('names the functions that there are', async () => {
    const read = await parseLeadCondition('attempts > 1 and sin(age) > 0');
    expect(read).toMatchObject({ ok: false, problem: { position: 18, length: 3 } });
    if (!read.ok)
      expect(expressionProblemText(read.problem)).toMatch(/^character 18: .* Allowed: column, number/);
  });

  test('is bounded in length, depth, values and products', async () => {
    const deep = `${'('.repeat(21)}attempts > 1${')'.repeat(21)}`;
    expect(await problemOf(deep)).toContain('nests more than 20 parentheses');
    expect(await problemOf(`attempts > ${'1'.repeat(2_000)}`)).toContain('longer than 2000 characters');
    expect(await problemOf(Array.from({ length: 301 }, () => 'a').join('+'))).toContain('more than 300');
    expect(await problemOf(`${'attempts * '.repeat(9)}1 > 0`)).toContain('at most 8 times');
    expect(await problemOf(`${'-'.repeat(1_900)}attempts > 1 and`)).not.toBe('');
    expect(await holds(Array.from({ length: 150 }, () => 'age<3').join(' or '))).toBe(false);
  });

  test('names the columns of the lists that it reads', async () => {
    const read = await parseLeadCondition('balance > 1 or known(column("Loan amount")) or attempts > 1');
    expect(read.ok ? read.expression.columns.map(({ name }) => name) : []).toEqual([
      'balance',
      'Loan amount',
    ]);
  });
});

test('a score is a number, and a condition may ask for it', async () => {
  const score = await parseLeadScore('propensity * 100 - attempts');
  if (!score.ok) throw new Error(score.problem.what);
  expect(scoreOf(score.expression, LEAD, START)).toBe(67);
  const condition = await parseLeadCondition('score > 60', score.expression);
  expect(condition.ok && meetsCondition(condition.expression, LEAD, START)).toBe(true);
  // Without a score of the campaign the name is that of a column.
  expect(await holds('score > 60')).toBeNull();
  expect(await parseLeadScore('attempts > 1')).toMatchObject({ ok: false });
});
