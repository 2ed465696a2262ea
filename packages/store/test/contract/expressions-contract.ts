import { beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '@outdial/core';
import fc from 'fast-check';
import { toJson } from '../../src/database/json-text.js';
import { meetsCondition, scoreOf } from '../../src/expressions/evaluate-expression.js';
import { conditionSql, scoreSql } from '../../src/expressions/expression-sql.js';
import { EXPRESSION_COLUMNS } from '../../src/expressions/lead-fields.js';
import { parseLeadCondition, parseLeadScore } from '../../src/expressions/parse-expression.js';
import { addLeads } from '../../src/index.js';
import { conditionTexts, numberTexts, WORDS } from '../expressions/expression-texts.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

const LEADS = 40;
const DAY = 86_400_000;

/** A lead with values at random, some of them not known. */
const leadRows = fc.record({
  attempts: fc.nat({ max: 6 }),
  last_outcome: fc.option(fc.constantFrom<Outcome>('busy', 'no-answer', 'conversation')),
  last_disposition: fc.option(fc.constantFrom('sale', 'callback', ...WORDS)),
  last_attempt_at: fc.option(fc.integer({ min: START - 90 * DAY, max: START })),
  created_at: fc.integer({ min: START - 90 * DAY, max: START }),
  answer_probability: fc.option(fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)),
  dial_order: fc.constantFrom(-1_000_000, -5, 0, 7, 1_000_000, -3_000_005),
  account: fc.option(fc.constantFrom(...WORDS)),
  seller: fc.option(fc.constantFrom('Acme', 'acme')),
  owner_agent_id: fc.option(fc.constantFrom('ann', 'bob')),
  facts: fc.record(
    { region: fc.constantFrom('CA', 'NV', 'ca'), country: fc.constant('US'), timeZone: fc.constant('UTC') },
    { requiredKeys: [] },
  ),
  fields: fc.record(
    {
      balance: fc.oneof(
        fc.integer({ min: -2000, max: 2000 }).map((n) => String(n / 4)),
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((n) => n.toFixed(6)),
        fc.constantFrom(
          '',
          '-',
          '.5',
          '5.',
          '1.2.3',
          '1e3',
          ' 7',
          '7\n',
          '٣',
          '1234567890123456',
          '--4',
          '-0',
        ),
      ),
      name: fc.constantFrom(...WORDS),
      'Loan amount': fc.integer({ min: 0, max: 100 }).map(String),
    },
    { requiredKeys: [] },
  ),
});

/** Both readers of an expression say the same of every lead. */
export function expressionsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`expressions over leads: ${name}`, () => {
    let world: StoreWorld;

    beforeAll(async () => {
      world = await create();
      await addLeads(
        world.store,
        Array.from({ length: LEADS }, (_, index) => ({ phones: [{ phone: `+1303555${1000 + index}` }] })),
        { listId: 'list' },
      );
    });
    afterAll(() => world.close());

    const shuffle = async (
      rows: readonly (typeof leadRows extends fc.Arbitrary<infer Row> ? Row : never)[],
    ) => {
      const { db } = world.store.engine;
      const ids = await db.selectFrom('leads').select('lead_id').orderBy('lead_id').execute();
      for (const [index, { facts, fields, ...row }] of rows.entries())
        await db
          .updateTable('leads')
          .set({ ...row, facts: toJson(facts), fields: toJson({ ...fields }) })
          .where('lead_id', '=', ids[index]?.lead_id ?? '')
          .execute();
      return db
        .selectFrom('leads')
        .select(['lead_id', ...EXPRESSION_COLUMNS])
        .orderBy('lead_id')
        .execute();
    };
    const many = { minLength: LEADS, maxLength: LEADS };

    test('a condition takes the same leads in the database as in memory', async () => {
      const { db, kind } = world.store.engine;
      const property = fc.asyncProperty(
        fc.array(leadRows, many),
        fc.array(conditionTexts, { minLength: 12, maxLength: 12 }),
        async (rows, texts) => {
          const leads = await shuffle(rows);
          for (const text of texts) {
            const read = await parseLeadCondition(text);
            if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problem)}`);
            const found = await db
              .selectFrom('leads')
              .select('lead_id')
              .where((eb) => conditionSql(eb, read.expression, { kind, at: eb.val(START) }))
              .orderBy('lead_id')
              .execute();
            const expected = leads.filter((lead) => meetsCondition(read.expression, lead, START) === true);
            expect([text, found.map((row) => row.lead_id)]).toEqual([
              text,
              expected.map((row) => row.lead_id),
            ]);
          }
        },
      );
      await fc.assert(property, { numRuns: Number(process.env['FC_RUNS'] ?? 5) });
    });

    test('a score is the same number in the database as in memory', async () => {
      const { db, kind } = world.store.engine;
      const property = fc.asyncProperty(
        fc.array(leadRows, many),
        fc.array(numberTexts, { minLength: 8, maxLength: 8 }),
        async (rows, texts) => {
          const leads = await shuffle(rows);
          for (const text of texts) {
            const read = await parseLeadScore(text);
            if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problem)}`);
            const found = await db
              .selectFrom('leads')
              .select((eb) => scoreSql(eb, read.expression, { kind, at: eb.val(START) }).as('score'))
              .orderBy('lead_id')
              .execute();
            // MariaDB's text of a number may differ in the last digit, and a zero has no sign.
            const plain = (score: number | null): number | null =>
              score === null ? null : Number(score.toPrecision(14)) + 0;
            expect([text, found.map(({ score }) => plain(score))]).toEqual([
              text,
              leads.map((lead) => plain(scoreOf(read.expression, lead, START))),
            ]);
          }
        },
      );
      await fc.assert(property, { numRuns: Number(process.env['FC_RUNS'] ?? 3) });
    });
  });
}
